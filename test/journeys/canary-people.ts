// The people whom the canary journey plants: every name, number, account and story of theirs.
import { KELURAHAN } from './town.ts';

export const WORKER = {
  nik: '6474021702697391',
  name: 'Zulqanari Quuxaxolotl',
  born: '1969-02-17',
};
export const REPORTER = { name: 'Yxcanari Pelaporwan', contact: '0857-7391-2468' };
export const STORY = 'Terseret arus Qanarisungai; dirawat karena Qanaritbparu';
export const HEIR = 'Wulqanari Istrixena';
export const CHILD = 'Vulqanari Anaxena';
export const GUARDIAN = 'Uqanari Walixena';
/** As the family wrote it first, and as two persons put it right. */
export const WRONG_ACCOUNT = '7391024680124';
export const PAYEE_ACCOUNT = '7391024680135';
export const FUNDING_ACCOUNT = '9137402468013';
export const OFFICER = 'Tulqanari Petugaxena';
export const PAPER = 'Qanariberkas akta kematian';
export const HURT = { nik: '6474021503750003', name: 'Xylqanari Lukaxena', born: '1975-03-15' };
export const WITNESS = { name: 'Pyrqanari Saksixena', contact: '0857-7391-3579' };
export const FALL = 'Jatuh dari Qanaritangga';
export const OBJECTOR = 'Ofqanari Keberataxena';
export const GROUNDS = 'Qanarisaksi melihat lukanya';
export const PAST = { nik: '6474025604680004', name: 'Mulqanari Lamaxena', born: '1968-04-16' };
export const PAST_REPORT = ['Nolqanari Lamapelaporxena', '0857-7391-9753', 'Qanarilama sakit'];
export const PAST_HEIR = 'Lelqanari Warisxena';
export const PAST_ACCOUNT = '7391024680146';
export const REFUSED = {
  nik: '647402170269739O',
  name: 'Sqanari Tolaxena',
  kelurahan: 'Kampung Qanarijauh',
  work: 'Pawang Qanaribesar',
};

/** Whole numbers, and every word of a text by itself: also a part of a name is a person. */
export const wordsOf = (...texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(/[\s;]+/))
    .filter((word) => /qanari|xena|axolotl|Pelaporwan/i.test(word));

export const PLANTED: readonly string[] = [
  ...wordsOf(WORKER.name, REPORTER.name, STORY, HEIR, CHILD, GUARDIAN, OFFICER, PAPER),
  ...wordsOf(HURT.name, WITNESS.name, FALL, OBJECTOR, GROUNDS, PAST.name, PAST_HEIR),
  ...wordsOf(...PAST_REPORT, REFUSED.name, REFUSED.kelurahan, REFUSED.work),
  ...[WORKER.nik, WORKER.born, '17/02/1969', '17-02-1969', REFUSED.nik.slice(0, 15)],
  ...[HURT.nik, PAST.nik, WITNESS.contact, '0857-7391-9753', WRONG_ACCOUNT, PAST_ACCOUNT],
  ...[REPORTER.contact, REPORTER.contact.replaceAll('-', ''), PAYEE_ACCOUNT, FUNDING_ACCOUNT],
];

export const ROSTER = [
  'NIK,NAMA,TANGGAL_LAHIR,KELURAHAN,RT,PEKERJAAN,DISABILITAS',
  `${WORKER.nik},${WORKER.name},${WORKER.born},${KELURAHAN},017,NELAYAN,YA`,
  ...[HURT, PAST].map((p) => `${p.nik},${p.name},${p.born},${KELURAHAN},018,NELAYAN,TIDAK`),
  `${REFUSED.nik},${REFUSED.name},1971-03-04,${KELURAHAN},017,NELAYAN,TIDAK`,
  `6474020403710001,${REFUSED.name},1971-03-04,${REFUSED.kelurahan},017,NELAYAN,TIDAK`,
  `6474020403710002,${REFUSED.name},1971-03-04,${KELURAHAN},017,${REFUSED.work},TIDAK`,
  '',
].join('\r\n');

export const HEIRS = {
  heirs: [
    { ref: 'istri', relation: 'SPOUSE', name: HEIR, minor: false },
    { ref: 'anak', relation: 'CHILD', name: CHILD, minor: true, guardianName: GUARDIAN },
  ],
  payee: { ref: 'istri', name: HEIR, account: WRONG_ACCOUNT, bic: 'PDKTIDJ1' },
};
