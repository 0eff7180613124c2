// The figures of a programme at a day, from counted groups; the same arithmetic for SQL and replay.
import type { LocalDate } from '../../domain/calendar.ts';
import type { CoverageState } from '../../domain/claim/assessment/assessment-events.ts';
import type { Flow, MandateMode } from '../../domain/programme/events.ts';
import type { ClaimStanding } from './claim-standing.ts';
import type { MoneyStanding } from './money-standing.ts';
import type { CoverOfGroup } from './paid-months.ts';

/** Keys of the command line's contract; counts of persons and claims, and sums in rupiah. */
export const FIGURE_KEYS = [
  'nominated',
  'named_in_decree',
  'refused',
  'registered_cumulative',
  'active_now',
  'not_started_now',
  'lapsed_now',
  'ended',
  'deaths_known',
  'claims_reported',
  'claims_in_verification',
  'claims_decided',
  'claims_rejected',
  'claims_withdrawn',
  'claims_paid',
  'claims_reported_paid',
  'paid_total',
  'reported_paid_total',
  'retained_total',
  'open_total',
  'payables_open_total',
  'local_aid_paid_total',
  'local_aid_open_total',
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];
export type Figures = Readonly<Record<FigureKey, bigint>>;

export type MemberGroup = {
  readonly kelurahan: string;
  readonly trancheId: string;
  /** Members are counted together by tranche and first day of cover. */
  readonly coverStart: LocalDate | null;
  readonly nominated: number;
  readonly named: number;
  readonly refused: number;
  readonly registered: number;
  /** Registered and known dead. */
  readonly ended: number;
  readonly deathsKnown: number;
  /** Registered, alive as far as known, first day of cover reached. */
  readonly started: number;
};

export type ClaimGroup = {
  /** Null for a person who was on no list of ours. */
  readonly kelurahan: string | null;
  readonly standing: ClaimStanding;
  readonly claims: number;
  /** Sum of the benefits computed so far. */
  readonly amountIdr: string;
};

export type MoneyGroup = {
  readonly kelurahan: string | null;
  readonly payerId: string;
  readonly flow: Flow;
  readonly mode: MandateMode;
  readonly standing: MoneyStanding;
  readonly payables: number;
  readonly amountIdr: string;
};

export type Groups = {
  readonly members: readonly MemberGroup[];
  readonly claims: readonly ClaimGroup[];
  readonly money: readonly MoneyGroup[];
  /** Cover that the payments of each tranche give on the day. */
  readonly coverOf: CoverOfGroup;
};

type MemberCount = Exclude<keyof MemberGroup, 'kelurahan' | 'trancheId' | 'coverStart'>;

const countOf = (members: readonly MemberGroup[], key: MemberCount): bigint =>
  members.reduce((sum, group) => sum + BigInt(group[key]), 0n);

/** Registered ≠ active ≠ ended, counted in one tranche. */
export type TrancheMemberFigures = {
  readonly registered: number;
  readonly active: number;
  readonly notStarted: number;
  readonly lapsed: number;
  readonly ended: number;
};

export const trancheMemberFigures = (
  groups: Pick<Groups, 'members' | 'coverOf'>,
  trancheId: string,
): TrancheMemberFigures => {
  const members = groups.members.filter((group) => group.trancheId === trancheId);
  const found = memberFigures({ members, coverOf: groups.coverOf });
  return {
    registered: Number(found.registered_cumulative),
    active: Number(found.active_now),
    notStarted: Number(found.not_started_now),
    lapsed: Number(found.lapsed_now),
    ended: Number(found.ended),
  };
};

const memberFigures = ({ members, coverOf }: Pick<Groups, 'members' | 'coverOf'>) => {
  const inCover = (states: readonly CoverageState[]) =>
    members.filter(({ trancheId, coverStart }) => states.includes(coverOf(trancheId, coverStart)));
  const registered = countOf(members, 'registered');
  const ended = countOf(members, 'ended');
  const active = countOf(inCover(['ACTIVE', 'GRACE']), 'started');
  const lapsed = countOf(inCover(['LAPSED']), 'started');
  return {
    nominated: countOf(members, 'nominated'),
    named_in_decree: countOf(members, 'named'),
    refused: countOf(members, 'refused'),
    registered_cumulative: registered,
    active_now: active,
    lapsed_now: lapsed,
    not_started_now: registered - ended - active - lapsed,
    ended,
    deaths_known: countOf(members, 'deathsKnown'),
  };
};

const claimFigures = ({ claims }: Groups) => {
  const count = (...standings: readonly ClaimStanding[]): bigint =>
    claims
      .filter((group) => standings.includes(group.standing))
      .reduce((sum, group) => sum + BigInt(group.claims), 0n);
  const reported = claims.reduce((sum, group) => sum + BigInt(group.claims), 0n);
  return {
    claims_reported: reported,
    claims_in_verification: count('IN_VERIFICATION'),
    claims_decided: count('DECIDED', 'REJECTED', 'PAID', 'REPORTED_PAID'),
    claims_rejected: count('REJECTED'),
    claims_withdrawn: count('WITHDRAWN'),
    claims_paid: count('PAID'),
    claims_reported_paid: count('REPORTED_PAID'),
  };
};

/** Benefits and local aid come from two purses: no total here adds them. */
const moneyFigures = ({ claims, money }: Groups) => {
  const sum = (flow: Flow, standing: MoneyStanding): bigint =>
    money
      .filter((group) => group.flow === flow && group.standing === standing)
      .reduce((total, group) => total + BigInt(group.amountIdr), 0n);
  const inVerification = claims
    .filter((group) => group.standing === 'IN_VERIFICATION')
    .reduce((total, group) => total + BigInt(group.amountIdr), 0n);
  const payablesOpen = sum('BENEFIT', 'OPEN');
  return {
    paid_total: sum('BENEFIT', 'SETTLED'),
    reported_paid_total: sum('BENEFIT', 'REPORTED_PAID'),
    retained_total: sum('BENEFIT', 'RETAINED'),
    payables_open_total: payablesOpen,
    open_total: inVerification + payablesOpen,
    local_aid_paid_total: sum('LOCAL_AID', 'SETTLED'),
    local_aid_open_total: sum('LOCAL_AID', 'OPEN'),
  };
};

export const figuresOf = (groups: Groups): Figures => ({
  ...memberFigures(groups),
  ...claimFigures(groups),
  ...moneyFigures(groups),
});

/** The part of the groups that belongs to one kelurahan. */
export const groupsIn = (groups: Groups, kelurahan: string | null): Groups => ({
  members: groups.members.filter((group) => group.kelurahan === kelurahan),
  claims: groups.claims.filter((group) => group.kelurahan === kelurahan),
  money: groups.money.filter((group) => group.kelurahan === kelurahan),
  coverOf: groups.coverOf,
});

export const kelurahanOf = ({ members, claims, money }: Groups): readonly (string | null)[] => {
  const all = [...members, ...claims, ...money].map((group) => group.kelurahan);
  return [...new Set(all)].toSorted((a, b) => (a ?? '~').localeCompare(b ?? '~'));
};
