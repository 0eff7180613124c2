// Which payments fit a run by schedule: one that cannot be in it would refuse all the others with it.
import type { Answer } from '../domain/command.ts';
import type { LeftOut } from '../domain/payout/schedule-events.ts';
import { refused } from './append-decision.ts';
import { memberOf, unrenderable } from './assemble-run.ts';
import { screenPayees } from './payee-screening.ts';
import type { Ports } from './ports.ts';
import { loadPayables, type Member } from './run-members.ts';

type Refused = Extract<Answer, { status: 'refused' }>;
type Unfit = { readonly payableId: string; readonly why: Refused };

type Run = {
  readonly runId: string;
  readonly now: string;
  /** Everybody behind the run: none of them decided on a case in it. */
  readonly persons: readonly string[];
};

export type Fit = {
  readonly fit: readonly string[];
  readonly unfit: readonly Unfit[];
};

/** Ids named with an outcome: a task names them, and no outcome grows with the whole list. */
const NAMED_MAX = 20;

export const leftOutOf = (unfit: readonly Unfit[]): LeftOut => ({
  count: unfit.length,
  named: unfit.slice(0, NAMED_MAX).map(({ payableId, why }) => ({ payableId, code: why.code })),
});

const decidedByThem = (member: Member, { persons }: Run): boolean =>
  memberOf(member)?.decidedBy.some((person) => persons.includes(person)) ?? false;

/** Halves what the bank would refuse until each one is found: mostly there is none, or one. */
const refusedByBank = async (
  ports: Ports,
  run: Run,
  members: readonly Member[],
): Promise<readonly Unfit[]> => {
  const [first] = members;
  if (first === undefined) return [];
  ports.heartbeat();
  const why = await unrenderable(ports, run.runId, { members, now: run.now });
  if (why === undefined) return [];
  if (members.length === 1) return [{ payableId: first.payableId, why }];
  const half = Math.ceil(members.length / 2);
  return [
    ...(await refusedByBank(ports, run, members.slice(0, half))),
    ...(await refusedByBank(ports, run, members.slice(half))),
  ];
};

export const fitForRun = async (
  ports: Ports,
  run: Run,
  picked: readonly string[],
): Promise<Fit> => {
  const members = await loadPayables(ports, picked);
  const theirs = members.filter((member) => decidedByThem(member, run));
  const screened = new Map(
    (await screenPayees(ports, members)).map(({ payableId, code }) => [payableId, code]),
  );
  const rest = members.filter(
    (member) => !theirs.includes(member) && !screened.has(member.payableId),
  );
  const unfit = [
    ...theirs.map(({ payableId }) => ({ payableId, why: refused('DeciderCannotAssemble') })),
    ...[...screened].flatMap(([payableId, code]) =>
      theirs.some((member) => member.payableId === payableId)
        ? []
        : [{ payableId, why: refused(code) }],
    ),
    ...(await refusedByBank(ports, run, rest)),
  ];
  const isUnfit = new Set(unfit.map(({ payableId }) => payableId));
  return { fit: picked.filter((payableId) => !isUnfit.has(payableId)), unfit };
};
