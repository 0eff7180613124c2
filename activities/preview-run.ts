// What a run would be if it were assembled now: its sum, whom it would leave out and why; nothing is recorded.
import type { Answer } from '../domain/command.ts';
import { type RupiahText, sumTexts } from '../domain/money.ts';
import { RUN_MEMBERS_MAX } from './assemble-run.ts';
import { authoriseAct, isRefusedAuthority } from './authority.ts';
import { fitForRun } from './fit-for-run.ts';
import { paymentOrder } from './payment-order.ts';
import type { Ports } from './ports.ts';
import { loadPayables, type Member, paymentIn } from './run-members.ts';

type Refused = Extract<Answer, { status: 'refused' }>;

export type PreviewRequest = {
  readonly actorId: string;
  readonly payerId: string;
  /** Due ones, in order; those of an entered past are not among them. */
  readonly payables: readonly string[];
};

export type RunPreview = {
  readonly status: 'previewed';
  readonly count: number;
  readonly sumIdr: RupiahText;
  readonly fit: readonly string[];
  readonly unfit: readonly { readonly payableId: string; readonly why: Refused }[];
  /** Not refused by the bank's form, but worth a look before release. */
  readonly warnings: readonly { readonly payableId: string; readonly code: string }[];
  /** Due, but more than one run holds. */
  readonly forNextRun: number;
};

const warningsOf = async (
  ports: Ports,
  runId: string,
  members: readonly Member[],
): Promise<RunPreview['warnings']> => {
  const payments = members.flatMap((member) => paymentIn(ports, member, runId) ?? []);
  if (payments.length === 0) return [];
  const order = await paymentOrder(ports, { runId, createdAt: ports.clock() }, payments);
  const rendered = ports.bank.render(order.order, order.profile);
  if (rendered.status === 'refused') return [];
  const payableOf = new Map(
    payments.map(({ endToEndId, created }) => [endToEndId, created.payableId]),
  );
  return rendered.warnings.map(({ code, endToEndId }) => ({
    ...{ payableId: payableOf.get(endToEndId) ?? endToEndId, code },
  }));
};

/** By whoever could assemble it: what they decided on themselves is left out, as it would be. */
export const previewRun = async (
  ports: Ports,
  { actorId, payerId, payables }: PreviewRequest,
): Promise<RunPreview | Refused> => {
  const authority = await authoriseAct(ports, actorId, { act: 'assemble-run', area: null });
  if (isRefusedAuthority(authority)) return authority;
  const { by } = authority.acting;
  const persons = by.onBehalfOf === undefined ? [by.id] : [by.id, by.onBehalfOf];
  const runId = ports.ids.payoutRun(payerId, 'preview');
  const taken = payables.slice(0, RUN_MEMBERS_MAX);
  const { fit, unfit } = await fitForRun(ports, { runId, now: ports.clock(), persons }, taken);
  const members = await loadPayables(ports, fit);
  const owed = members.flatMap(({ state: { created } }) => created?.amountIdr ?? []);
  return {
    ...{ status: 'previewed', count: fit.length, sumIdr: sumTexts(owed), fit, unfit },
    warnings: await warningsOf(ports, runId, members),
    forNextRun: payables.length - taken.length,
  };
};
