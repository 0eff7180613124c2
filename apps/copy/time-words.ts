// Whom the time of a claim is charged to, for what, and under which clock of the law.
import type { TimeCause, TimeClock, TimeParty } from '../../domain/claim/clock/standing.ts';
import type { TimeGroup } from '../../projections/claim-time.ts';
import { openTasks, waitingFor } from './claim-words.ts';
import type { Words } from './code-words.ts';
import type { Language } from './format.ts';
import { say, type Text } from './text.ts';

export const timeParties: Words<TimeParty> = {
  ...waitingFor,
  KELURAHAN: ['kelurahan atau pelapor', 'kelurahan or reporter'],
  BANK: ['bank', 'bank'],
  SYSTEM: ['sistem', 'system'],
  NOBODY: ['tidak ada (ditutup)', 'nobody (closed)'],
};

export const timeCauses: Words<TimeCause> = {
  ...openTasks,
  HAND_REPORT_ON: ['teruskan laporan ke kantor', 'hand the report on to the office'],
  RELEASE_RUN: ['lepas run pembayaran', 'release the payout run'],
  LIFT_HOLD: ['selesaikan penahanan pembayaran', 'deal with the held payment'],
  DEAL_WITH_RETURN: ['urus dana yang kembali', 'deal with the money that came back'],
  RESOLVE_DISPUTE: ['selesaikan jawaban yang tidak cocok', 'resolve the answer that does not fit'],
  RESOLVE_LOST_ANSWER: ['cari jawaban bank yang hilang', 'find the lost answer of the bank'],
  SEND_FILE: ['kirim berkas bayar', 'send the payment file'],
  ANSWER_OF_BANK: ['jawaban bank', 'answer of the bank'],
  CONFIRM_RECEIPT: ['pastikan uang diterima', 'confirm the receipt'],
  FOLLOW_UP: ['langkah lanjutan sistem', 'follow-up of the system'],
  CLOSED: ['klaim sedang ditutup', 'the claim was closed'],
};

export const timeClocks: Words<TimeClock> = {
  PAY_WITHIN_3_WORKING_DAYS: ['kantor: bayar JKM (T-07)', 'office: pay JKM (T-07)'],
  PAY_WITHIN_7_WORKING_DAYS: ['kantor: bayar JKK (T-06)', 'office: pay JKK (T-06)'],
  CONCLUDE_WITHIN_30_DAYS: ['kantor: 30 hari (T-04)', 'office: 30 days (T-04)'],
  FAMILY_COMPLETES_PAPERS: ['keluarga (jam kantor berhenti)', 'family (office clock stands)'],
  COURT_DETERMINES: ['pengadilan (jam kantor berhenti)', 'court (office clock stands)'],
  HOSPITAL_TREATS: ['rumah sakit merawat (jam kantor berhenti)', 'hospital (office clock stands)'],
};

export const timeGroups: Words<TimeGroup> = {
  party: ['pihak', 'party'],
  kelurahan: ['kelurahan', 'kelurahan'],
  stage: ['tahap', 'stage'],
};

export const timePhrases = {
  days: ['{days} hari {hours} jam {minutes} mnt', '{days} d {hours} h {minutes} min'],
  hours: ['{hours} jam {minutes} mnt', '{hours} h {minutes} min'],
  late: ['LEWAT', 'LATE'],
  minutes: ['{minutes} mnt', '{minutes} min'],
  none: ['Tidak ada klaim yang terbuka.', 'No claim is open.'],
  open: [
    'Klaim {id}: {total} sejak laporan {from} (masih berjalan)',
    'Claim {id}: {total} since the report of {from} (still running)',
  ],
  over: [
    'Klaim {id}: {total} dari laporan {from} sampai selesai {to}',
    'Claim {id}: {total} from the report of {from} to its end {to}',
  ],
  shares: ['Dibebankan kepada', 'Charged to'],
  total: ['jumlah', 'total'],
} as const satisfies Readonly<Record<string, Text>>;

export const timeColumns = {
  cause: ['yang ditunggu', 'waiting for'],
  claims: ['klaim', 'claims'],
  clock: ['jam yang berjalan', 'clock that ran'],
  from: ['sejak', 'from'],
  late: ['lewat tenggat', 'past due'],
  party: ['pihak', 'party'],
  share: ['bagian', 'share'],
  time: ['lama', 'time'],
} as const satisfies Readonly<Record<string, Text>>;

const HOUR = 60;
const DAY = 24 * HOUR;

/** `3 hari 4 jam 5 mnt`. */
export const durationText = (all: number, language: Language): string => {
  const days = Math.floor(all / DAY);
  const hours = Math.floor((all % DAY) / HOUR);
  const minutes = all % HOUR;
  if (days > 0) return say(language, timePhrases.days, { days, hours, minutes });
  if (hours > 0) return say(language, timePhrases.hours, { hours, minutes });
  return say(language, timePhrases.minutes, { minutes });
};
