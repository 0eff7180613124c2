// Chapter four: the gate waits for cards, the clock runs against it, and a person decides.
import { addDays, addMonthsTo, monthOf } from '../../../domain/calendar.ts';
import { monthlyLines, monthsBetween } from '../monthly-bills.ts';
import { idOf } from '../story-parts.ts';
import { thirdCover } from './scenario.ts';
import type { KutimTelling } from './telling.ts';

const REASON = 'yang lolos verifikasi di bawah target; menunggu semua kartu memutus perlindungan';
/** Everything that `tranche show` says. */
const WHOLE = 40;

const lookAt = (telling: KutimTelling) => ({
  as: 'dinas-rahma',
  show: WHOLE,
  args: ['tranche', 'show', idOf(telling, 'gelombang-3')],
});

/** The clock's warnings follow from the closed past, by the tranche's own workflow. */
const untilWarned = (telling: KutimTelling) =>
  telling.narrator.settle(
    ['audit', 'timeline', `tranche-${idOf(telling, 'gelombang-3')}`],
    (json) => JSON.stringify(json).includes('LapseWarned'),
  );

const waitForCards = async (telling: KutimTelling): Promise<void> => {
  const { narrator, scenario, today } = telling;
  await narrator.step({
    title: {
      id: 'Sebagian kartu tiba di kabupaten',
      en: 'Some of the cards reach the regency',
    },
    as: 'dinas-rahma',
    args: [
      ...['tranche', 'cards', idOf(telling, 'gelombang-3')],
      ...['--received', String(scenario.cardsReceived), '--note', `BAST-12/${today.slice(0, 4)}`],
      ...['--on', addDays(today, -5)],
    ],
  });
  await untilWarned(telling);
  await narrator.step({
    title: {
      id: 'Gerbang menunggu kartu untuk orang yang tidak ada; jam tunggakan tidak menunggu',
      en: 'The gate waits for cards of people who are not there; the lapse clock does not wait',
    },
    ...lookAt(telling),
  });
  await narrator.step({
    title: {
      id: 'Peringatannya ada di daftar tenggat, sebelum perlindungan putus',
      en: 'The warning stands among the deadlines, before cover is lost',
    },
    as: 'dinas-rahma',
    args: ['deadlines'],
    show: 5,
  });
};

const override = async (telling: KutimTelling): Promise<void> => {
  const { narrator } = telling;
  const args = ['tranche', 'override', idOf(telling, 'gelombang-3'), '--reason', REASON];
  await narrator.step({
    title: {
      id: 'Dinas sendiri tidak boleh membuka gerbang',
      en: 'The office itself may not open the gate',
    },
    as: 'dinas-rahma',
    expect: [1],
    args,
  });
  await narrator.step({
    title: {
      id: 'Sekretaris daerah membukanya: dengan nama, surat tugas dan alasan',
      en: 'The regional secretary opens it: with a name, a letter and a reason',
    },
    as: 'sekda-rizal',
    args,
  });
};

const payWhatWaited = async (telling: KutimTelling): Promise<void> => {
  const { narrator, scenario, today } = telling;
  const months = monthsBetween(monthOf(thirdCover(today)), addMonthsTo(monthOf(today), 1));
  const lines = monthlyLines(idOf(telling, 'gelombang-3'), scenario.third, months).flat();
  await narrator.many({
    title: {
      id: 'Iuran yang tertunda dibayar hari ini, sebelum bulan keempat',
      en: 'The contributions that waited are paid today, before the fourth month',
    },
    lines: lines.map(({ as, args }) => ({
      as,
      args: args.map((arg, at) => (args[at - 1] === '--paid-on' ? today : arg)),
    })),
  });
  await narrator.step({
    title: {
      id: 'Bulan-bulan itu disebut dalam anggaran',
      en: 'The budget names these months',
    },
    as: 'dinas-rahma',
    args: [
      ...['tranche', 'budget', idOf(telling, 'gelombang-3')],
      ...['--from', monthOf(thirdCover(today)), '--through', monthOf(today)],
      ...['--document', `DPA-P ${today.slice(0, 4)}/14`],
    ],
  });
  await narrator.settle(['tranche', 'show', idOf(telling, 'gelombang-3')], (json) =>
    JSON.stringify(json['cover']).includes('"ACTIVE"'),
  );
  await narrator.step({
    title: {
      id: 'Sekarang: gerbang dibuka dengan alasan, bulan lunas, orang-orangnya aktif',
      en: 'Now: the gate is open with its reason, the months are paid, the people are active',
    },
    ...lookAt(telling),
    show: 12,
  });
  await narrator.step({
    title: {
      id: 'Auditor membacanya bertahun-tahun kemudian: siapa, kapan, dengan angka berapa',
      en: 'An auditor reads it years later: who, when, on which figures',
    },
    as: 'auditor-fajar',
    args: ['audit', 'timeline', `tranche-${idOf(telling, 'gelombang-3')}`],
    showLast: 18,
  });
};

export const gateAgainstClock = async (telling: KutimTelling): Promise<void> => {
  telling.narrator.chapter({
    id: 'Gerbang iuran melawan jam tunggakan',
    en: 'The premium gate against the lapse clock',
  });
  await waitForCards(telling);
  await override(telling);
  await payWhatWaited(telling);
};
