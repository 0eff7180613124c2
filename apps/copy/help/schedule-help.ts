// Help texts of payout schedules and of correcting a payee's account.
import { nonWorkingChoices } from '../payout-schedule.ts';
import type { Text } from '../text.ts';
import type { CommandHelp, HelpTexts } from './command-help.ts';

const ACCOUNT = {
  '--account': ['nomor rekening penerima (disegel)', 'account number of the payee (sealed)'],
  '--bic': ['BIC bank penerima, mis. PDKTIDJ1', 'BIC of the payee’s bank, e.g. PDKTIDJ1'],
} as const satisfies Readonly<Record<string, Text>>;

const steering = (act: string, about: Text, [id, en]: Text): CommandHelp => ({
  about,
  example: [
    `payout schedule ${act} --payer {id} --why '${id}' --as keuangan-citra`,
    `payout schedule ${act} --payer {id} --why '${en}' --as keuangan-citra`,
  ],
});

export const scheduleHelp: HelpTexts = {
  'payout correct-payee': {
    about: [
      'betulkan rekening penerima, oleh dua orang',
      'put the account of a payee right, by two persons',
    ],
  },
  'payout correct-payee propose': {
    about: [
      'orang pertama mengusulkan rekening lain dengan bukti; pembayaran ditahan',
      'the first person proposes another account with proof; the payment is held',
    ],
    options: {
      ...ACCOUNT,
      '--evidence': [
        'berkas bukti, mis. foto buku rekening (disimpan tersegel)',
        'the proof, e.g. a picture of the bank book (kept encrypted)',
      ],
    },
    example: [
      'payout correct-payee propose {id} --account 1240012345678 --bic PDKTIDJ1 ' +
        "--evidence buku-rekening.jpg --why 'rekening lama ditutup' --as pemantau-hadi",
      'payout correct-payee propose {id} --account 1240012345678 --bic PDKTIDJ1 ' +
        "--evidence bank-book.jpg --why 'the old account was closed' --as pemantau-hadi",
    ],
  },
  'payout correct-payee confirm': {
    about: [
      'orang kedua membaca sendiri rekeningnya dari bukti, lalu mengesahkan',
      'the second person reads the account from the proof and confirms it',
    ],
    options: ACCOUNT,
    example:
      'payout correct-payee confirm {id} --account 1240012345678 --bic PDKTIDJ1 --as keuangan-citra',
  },
  'payout schedule': {
    about: [
      'run yang tersusun sendiri menurut jadwal, atas nama satu orang',
      'runs that assemble themselves by a schedule, in the name of one person',
    ],
  },
  'payout schedule list': {
    about: ['semua jadwal dan run berikutnya', 'every schedule and its next run'],
    example: 'payout schedule list',
  },
  'payout schedule show': {
    about: [
      'satu jadwal: lima run berikutnya, yang harus ditangani, riwayat',
      'one schedule: its next five runs, what must be dealt with, its past',
    ],
    example: 'payout schedule show --payer {id}',
  },
  'payout schedule set': {
    about: [
      'tetapkan jadwal satu pembayar, atas nama Anda',
      'set the schedule of a payer, in your name',
    ],
    options: {
      '--days': ['tanggal dalam bulan, mis. 5,20', 'days of the month, e.g. 5,20'],
      '--weekdays': ['hari dalam minggu, mis. SEN,KAM', 'days of the week, e.g. MON,THU'],
      '--time': ['jam kantor WITA, mis. 10:00', 'office time (WITA), e.g. 10:00'],
      '--non-working': ['bila jatuh pada hari libur', 'when it falls on a non-working day'],
      '--cut-off': [
        'memuat yang jatuh tempo sampai sekian jam sebelumnya',
        'takes what was due so many hours before',
      ],
    },
    choices: { '--non-working': nonWorkingChoices },
    example: 'payout schedule set --payer {id} --days 5,20 --time 10:00 --as keuangan-citra',
  },
  'payout schedule pause': steering(
    'pause',
    ['jeda jadwal', 'pause the schedule'],
    ['rekening dana diperiksa', 'the funding account is looked at'],
  ),
  'payout schedule resume': steering(
    'resume',
    ['lanjutkan jadwal yang dijeda', 'let a paused schedule go on'],
    ['rekening dana sudah benar', 'the funding account is right'],
  ),
  'payout schedule remove': steering(
    'remove',
    ['akhiri jadwal', 'end the schedule'],
    ['dibayar dengan tangan lagi', 'paid by hand again'],
  ),
  'payout schedule trigger': {
    about: [
      'susun sekarang juga, oleh yang menetapkan jadwal',
      'assemble now, by whoever set the schedule',
    ],
    example: 'payout schedule trigger --payer {id} --as keuangan-citra',
  },
};
