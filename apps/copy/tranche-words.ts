// Words of a tranche's gate, clock and cover for people, in both languages.
import type { CoverageState } from '../../domain/claim/assessment/assessment-events.ts';
import type { GateBasis, GateState, GateWhole } from '../../domain/programme/gate-events.ts';
import type { LapseMilestone } from '../../domain/programme/paid-month.ts';
import type { CoverFlag } from '../../domain/rules/cover.ts';
import type { Words } from './code-words.ts';
import type { Language } from './format.ts';
import type { Text } from './text.ts';

export type TrancheWords = {
  readonly cover: Readonly<Record<CoverageState, string>>;
  readonly gate: Readonly<Record<GateState, string>>;
  readonly basis: Readonly<Record<GateBasis, string>>;
  readonly whole: Readonly<Record<GateWhole, string>>;
  readonly milestone: Readonly<Record<LapseMilestone, string>>;
  readonly flag: Readonly<Record<CoverFlag, string>>;
  readonly labels: Readonly<
    Record<
      | 'tranche'
      | 'quota'
      | 'coverFrom'
      | 'registered'
      | 'active'
      | 'notStarted'
      | 'lapsed'
      | 'ended'
      | 'coverLine'
      | 'paid'
      | 'unpaid'
      | 'noBudget'
      | 'cards'
      | 'received'
      | 'handedOver'
      | 'gateLine'
      | 'override'
      | 'clock'
      | 'atRisk'
      | 'conflict'
      | 'review'
      | 'accepted'
      | 'paidThrough'
      | 'none'
      | 'passed'
      | 'today'
      | 'id'
      | 'unpaidSince',
      string
    >
  >;
  due(days: number): string;
  conflict(of: { cardsMissing: string; days: number; hasLapsed: boolean }): string;
  outOfReach(quorum: string, registered: string): string;
  quorum(of: { cards: string; quorum: string; rule: string }): string;
  rule(of: { share: number; basis: string; whole: string }): string;
};

const days = (count: number, one: string, many: string): string =>
  `${Math.abs(count)} ${Math.abs(count) === 1 ? one : many}`;

const id: TrancheWords = {
  cover: {
    NOT_STARTED: 'belum mulai (belum ada iuran yang lunas)',
    ACTIVE: 'aktif',
    GRACE: 'masa tenggang (ada iuran tertunggak)',
    LAPSED: 'berakhir (lebih dari tiga bulan tidak dibayar)',
  },
  gate: {
    NONE: 'tidak dipasang: pembayaran iuran tidak menunggu kartu',
    CLOSED: 'tertutup',
    OPEN: 'terbuka: kartu cukup',
    OVERRIDDEN: 'dibuka dengan alasan',
  },
  basis: { RECEIVED: 'kartu diterima pemda', HANDED_OVER: 'kartu diserahkan ke pekerja' },
  whole: { QUOTA: 'kuota', REGISTERED: 'yang terdaftar' },
  milestone: {
    WARNING_30: 'peringatan hari ke-30',
    WARNING_60: 'peringatan hari ke-60',
    ESCALATION_80: 'eskalasi hari ke-80',
    LAPSE: 'kepesertaan berakhir',
  },
  flag: {
    REVIEW_COVER_NOT_STARTED: 'belum ada iuran lunas; tinjau sebelum menolak klaim (C-20)',
    REVIEW_LAPSE_DAY: 'bulan keempat: hari berakhirnya belum pasti secara hukum (C-23)',
    REVIEW_ARREARS_AFTER_LAPSE:
      'ada tunggakan dibayar sesudah kepesertaan berakhir; minta keputusan cabang (C-10)',
  },
  labels: {
    tranche: 'gelombang',
    quota: 'kuota',
    coverFrom: 'perlindungan mulai',
    registered: 'terdaftar',
    active: 'aktif',
    notStarted: 'belum mulai',
    lapsed: 'terputus',
    ended: 'berakhir (meninggal)',
    coverLine: 'kepesertaan',
    paid: 'bulan lunas',
    unpaid: 'bulan belum lunas',
    noBudget: 'bulan tanpa DPA',
    cards: 'kartu',
    received: 'diterima pemda',
    handedOver: 'diserahkan',
    gateLine: 'gerbang iuran',
    override: 'alasan',
    clock: 'jam tunggakan',
    atRisk: 'orang terancam',
    conflict: 'BENTURAN',
    review: 'perlu ditinjau',
    accepted: 'tunggakan diterima cabang',
    paidThrough: 'lunas s.d.',
    none: 'tidak ada',
    passed: 'sudah lewat',
    today: 'hari ini',
    id: 'nomor',
    unpaidSince: 'belum lunas sejak',
  },
  due: (count) => {
    if (count === 0) return 'hari ini';
    return count > 0
      ? `${days(count, 'hari', 'hari')} lagi`
      : `lewat ${days(count, 'hari', 'hari')}`;
  },
  conflict: ({ cardsMissing, days: left, hasLapsed }) =>
    hasLapsed
      ? `Gerbang menunggu ${cardsMissing} kartu; kepesertaan sudah berakhir ${-left} hari lalu.`
      : `Gerbang menunggu ${cardsMissing} kartu; kepesertaan berakhir ${left} hari lagi.`,
  outOfReach: (quorum, registered) =>
    `Syaratnya ${quorum} kartu, padahal baru ${registered} orang terdaftar: gerbang tidak mungkin ` +
    'terbuka sendiri. Ubah syaratnya (tranche gate) atau buka dengan alasan (tranche override).',
  quorum: ({ cards, quorum, rule }) => `${cards} dari ${quorum} kartu (${rule})`,
  rule: ({ share, basis, whole }) => `${basis}, ${share}% dari ${whole}`,
};

const en: TrancheWords = {
  cover: {
    NOT_STARTED: 'not started (no month was ever paid)',
    ACTIVE: 'active',
    GRACE: 'grace (contributions in arrears)',
    LAPSED: 'ended (more than three months unpaid)',
  },
  gate: {
    NONE: 'none set: paying the contribution waits for no card',
    CLOSED: 'closed',
    OPEN: 'open: enough cards',
    OVERRIDDEN: 'opened with a reason',
  },
  basis: { RECEIVED: 'cards received by the sponsor', HANDED_OVER: 'cards handed to workers' },
  whole: { QUOTA: 'the quota', REGISTERED: 'those registered' },
  milestone: {
    WARNING_30: 'warning, day 30',
    WARNING_60: 'warning, day 60',
    ESCALATION_80: 'escalation, day 80',
    LAPSE: 'cover ends',
  },
  flag: {
    REVIEW_COVER_NOT_STARTED: 'no month was paid yet; look before refusing a claim (C-20)',
    REVIEW_LAPSE_DAY: 'fourth month: the day on which cover ends is open in law (C-23)',
    REVIEW_ARREARS_AFTER_LAPSE:
      'arrears were paid after cover had ended; ask the branch to decide (C-10)',
  },
  labels: {
    tranche: 'tranche',
    quota: 'quota',
    coverFrom: 'cover from',
    registered: 'registered',
    active: 'active',
    notStarted: 'not started',
    lapsed: 'lapsed',
    ended: 'ended (died)',
    coverLine: 'cover',
    paid: 'months paid',
    unpaid: 'months unpaid',
    noBudget: 'months without a budget',
    cards: 'cards',
    received: 'received by sponsor',
    handedOver: 'handed over',
    gateLine: 'premium gate',
    override: 'reason',
    clock: 'lapse clock',
    atRisk: 'persons at risk',
    conflict: 'CONFLICT',
    review: 'to be reviewed',
    accepted: 'arrears accepted by the branch',
    paidThrough: 'paid through',
    none: 'none',
    passed: 'passed',
    today: 'today',
    id: 'id',
    unpaidSince: 'unpaid since',
  },
  due: (count) => {
    if (count === 0) return 'today';
    return count > 0 ? `in ${days(count, 'day', 'days')}` : `${days(count, 'day', 'days')} ago`;
  },
  conflict: ({ cardsMissing, days: left, hasLapsed }) =>
    hasLapsed
      ? `The gate waits for ${cardsMissing} cards; cover ended ${days(left, 'day', 'days')} ago.`
      : `The gate waits for ${cardsMissing} cards; cover ends in ${days(left, 'day', 'days')}.`,
  outOfReach: (quorum, registered) =>
    `Its quorum is ${quorum} cards, but only ${registered} people are registered: it cannot open by ` +
    'itself. Change its rule (tranche gate) or open it with a reason (tranche override).',
  quorum: ({ cards, quorum, rule }) => `${cards} of ${quorum} cards (${rule})`,
  rule: ({ share, basis, whole }) => `${basis}, ${share}% of ${whole}`,
};

/** What a code of an option means, for its help. */
export const gateBases: Words<GateBasis> = {
  RECEIVED: [id.basis.RECEIVED, en.basis.RECEIVED],
  HANDED_OVER: [id.basis.HANDED_OVER, en.basis.HANDED_OVER],
};
export const gateWholes: Words<GateWhole> = {
  QUOTA: [id.whole.QUOTA, en.whole.QUOTA],
  REGISTERED: [id.whole.REGISTERED, en.whole.REGISTERED],
};

/** What an act on a tranche is answered with. */
export const trancheSaid = {
  arrearsAccepted: [
    'Tunggakan diterima cabang: {from} sampai {through}',
    'Arrears accepted by the branch: {from} until {through}',
  ],
  budgeted: ['{document}: {from} sampai {through}', '{document}: {from} until {through}'],
  cardsReceived: ['Kartu diterima: {count}', 'Cards received: {count}'],
  ruleTaken: ['Tidak disebut, jadi diambil: {taken}', 'Not named, so taken: {taken}'],
  gateOpened: ['Gerbang dibuka dengan alasan: {reason}', 'Gate opened with the reason: {reason}'],
} as const satisfies Readonly<Record<string, Text>>;

export const trancheWords: Readonly<Record<Language, TrancheWords>> = { id, en };
