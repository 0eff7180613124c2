// Chapters two and three: people register themselves, a second sponsor names some of them again.
import { addMonthsTo, localDate, type Month, monthOf } from '../../../domain/calendar.ts';
import { enterMonths, monthlyLines, monthsBetween } from '../monthly-bills.ts';
import { closePast, enrolList } from '../regency/enrolment.ts';
import { openTranche } from '../regency/founding.ts';
import { idOf, pathOf, writeClosed } from '../story-parts.ts';
import { lateComer, lateComerNik, provinceList, selfList } from './lists.ts';
import { type KotabaruTelling, PROVINCE_COVER, SELF_COVER } from './scenario.ts';

export const REGENCY = 'kabupaten';
export const PROVINCE = 'provinsi';

const REGISTERED = {
  id: 'Cabang menjawab dengan KPJ',
  en: 'The branch answers with KPJ',
};

export const registerThemselves = async (telling: KotabaruTelling): Promise<string> => {
  const { narrator, scenario } = telling;
  narrator.chapter({
    id: 'Warga mendaftar sendiri di loket desa, kabupaten yang membayar',
    en: 'People register themselves at the village counter, the regency pays',
  });
  await narrator.step({
    title: { id: 'Gelombang pendaftar mandiri', en: 'The tranche of those who register' },
    show: 2,
    ...openTranche(telling, {
      ...{ key: 'mandiri', programme: REGENCY, name: 'Pendaftar mandiri 2024' },
      ...{ coverFrom: SELF_COVER, quota: scenario.self + scenario.twice },
      opened: { on: localDate('2024-01-02'), source: 'SK Bupati 2024' },
    }),
  });
  return enrolList(telling, {
    ...{ name: 'pendaftar-mandiri', tranche: 'mandiri', csv: selfList(scenario) },
    ...{ coverFrom: SELF_COVER, decree: '188.45/41/KUM/2024' },
    proposed: { on: localDate('2024-01-15'), source: 'Formulir pendaftaran desa' },
    decreed: { on: localDate('2024-01-22'), source: 'SK Bupati 2024' },
    registered: { on: localDate('2024-01-29'), source: 'Jawaban pendaftaran BPJS' },
    titles: {
      check: {
        id: 'Formulir dari loket diperiksa; yang salah kembali dengan kolom dan alasan',
        en: 'The forms of the counters are checked; bad rows come back with column and reason',
      },
      registered: REGISTERED,
    },
  });
};

export const nameAgain = async (telling: KotabaruTelling): Promise<void> => {
  const { narrator, scenario } = telling;
  narrator.chapter({
    id: 'Penanggung kedua: satu NIK, satu kepesertaan',
    en: 'A second sponsor: one NIK, one membership',
  });
  await narrator.step({
    title: { id: 'Gelombang provinsi', en: 'The tranche of the province' },
    show: 2,
    ...openTranche(telling, {
      ...{ key: 'provinsi-1', programme: PROVINCE, name: 'Daftar provinsi 2024' },
      ...{ coverFrom: PROVINCE_COVER, quota: scenario.province + 2 * scenario.twice },
      opened: { on: localDate('2024-02-01'), source: 'SK Gubernur 2024' },
    }),
  });
  await enrolList(telling, {
    ...{ name: 'daftar-provinsi', tranche: 'provinsi-1', csv: provinceList(scenario) },
    ...{ coverFrom: PROVINCE_COVER, decree: '188.44/077/KUM/2024' },
    proposed: { on: localDate('2024-02-12'), source: 'Usulan provinsi' },
    decreed: { on: localDate('2024-02-19'), source: 'SK Gubernur 2024' },
    registered: { on: localDate('2024-02-26'), source: 'Jawaban pendaftaran BPJS' },
    titles: {
      check: {
        id: `Provinsi menamai ${scenario.twice} orang yang sudah mendaftar sendiri: mereka ditolak di sini`,
        en: `The province names ${scenario.twice} people who had registered: refused here`,
      },
      registered: REGISTERED,
    },
  });
  const list = pathOf(telling, 'pendaftar-hari-ini.csv');
  await writeClosed(list, lateComer(scenario));
  await narrator.step({
    title: {
      id: 'Sebaliknya juga: hari ini seorang warga mendaftar sendiri, padahal provinsi menanggungnya',
      en: 'The other way round, too: somebody registers today for whom the province pays already',
    },
    as: 'dinas-rahma',
    expect: [1],
    args: ['roster', 'check', list, '--tranche', idOf(telling, 'mandiri')],
  });
  const found = await narrator.step({
    title: {
      id: 'Ditanyakan dengan NIK (diketik saat ditanya, tidak di baris perintah): siapa ia?',
      en: 'Asked by the NIK (typed when asked for, not in the command): who is it?',
    },
    as: 'verifikator-ani',
    answer: lateComerNik(scenario),
    args: ['worker', 'find', '--nik', '--reason', 'pendaftar di loket, sudah terdaftar'],
  });
  await narrator.step({
    title: {
      id: 'Satu kepesertaan, dengan SK provinsi dan hari pertama perlindungannya',
      en: 'One membership, by the decree of the province, with its first day of cover',
    },
    as: 'verifikator-ani',
    args: ['worker', 'show', String(found['workerId'])],
    show: 20,
  });
};

const billsOf = (telling: KotabaruTelling, from: { key: string; workers: number; month: Month }) =>
  monthlyLines(
    idOf(telling, from.key),
    from.workers,
    monthsBetween(from.month, monthOf(telling.today)),
  );

export const payBoth = async (telling: KotabaruTelling): Promise<void> => {
  const { narrator, scenario, today } = telling;
  const { province, self } = scenario;
  narrator.chapter({
    id: 'Dua kas: tidak ada orang yang dibayar dua kali',
    en: 'Two purses: nobody is paid for twice',
  });
  await enterMonths(narrator, [
    ...billsOf(telling, { key: 'mandiri', workers: self, month: monthOf(SELF_COVER) }),
    ...billsOf(telling, { key: 'provinsi-1', workers: province, month: monthOf(PROVINCE_COVER) }),
  ]);
  await closePast(telling, ['mandiri', 'provinsi-1'], addMonthsTo(monthOf(today), -1));
  await narrator.step({
    title: { id: 'Dua penanggung …', en: 'Two sponsors …' },
    as: 'dinas-rahma',
    args: ['programme', 'list'],
  });
  await narrator.step({
    title: { id: '… dan gelombangnya, berdampingan', en: '… and their tranches, side by side' },
    as: 'dinas-rahma',
    args: ['tranche', 'list'],
  });
};
