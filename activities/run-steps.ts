// What a payout run asks for after its release: intents, one file, and the end of every payment.
import { ApplicationFailure } from '@temporalio/activity';
import { addWorkingDays, endOfOfficeDay, officeDay } from '../domain/calendar.ts';
import { payoutRunStage } from '../domain/payout/run-state.ts';
import { NATIONAL_HOLIDAYS } from '../domain/rules/holidays.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Activities, RunFacts, RunLook } from './activities.ts';
import { versionOf } from './append-decision.ts';
import { assembleRun, cancelRun } from './assemble-run.ts';
import { mustFollow } from './follow-up.ts';
import { paymentOrder } from './payment-order.ts';
import { heldBackAsSent, leaveUnknown } from './payments-in-doubt.ts';
import type { Ports } from './ports.ts';
import { documentBytes } from './roster-rows.ts';
import { endOf, isClosed, loadRun, type Run, reconciliationOf } from './run-ends.ts';
import { forAllMembers, forMembers } from './run-member-steps.ts';
import { attemptIn, paymentIn } from './run-members.ts';
import { lastOf } from './stored-events.ts';

type RunSteps = Pick<
  Activities,
  | 'assembleRun'
  | 'cancelRun'
  | 'hydrateRun'
  | 'intendPayments'
  | 'prepareFile'
  | 'dropFile'
  | 'recordSent'
  | 'followRun'
  | 'recordUnknown'
  | 'reconcileRun'
>;

/** A bank that says nothing for this long has lost the answer, or never got the file. */
const BANK_ANSWERS_WITHIN_WORKING_DAYS = 3;
/** A second, so that clocks that disagree a little never make a busy loop. */
const WAIT_MS_MIN = 1_000;

const broken = (type: string, message: string): ApplicationFailure =>
  ApplicationFailure.create({ type, message, nonRetryable: true });

const causeOf = (
  { history, runId }: Run,
  type: 'RunReleased' | 'PaymentFilePrepared' | 'PaymentFileDropped',
): StoredEvent => {
  const found = lastOf(history, type);
  if (found === null) throw broken('Payout.OutOfOrder', `run ${runId} has no ${type}`);
  return found.stored;
};

const hydrate = async (ports: Ports, runId: string): Promise<RunFacts> => {
  await ports.store.setWorkflowFlag(runId, true);
  const run = await loadRun(ports, runId);
  return {
    exists: run.history.length > 0,
    version: versionOf(run.history),
    stage: payoutRunStage(run.state),
    released: run.state.releasedBy !== null,
    ended: isClosed(run),
  };
};

/** The bank booked an earlier attempt while this one was on its way: it must not go out as well. */
const refuseDisputed = ({ members, runId }: Run): void => {
  const disputed = members.filter(({ state }) => state.disputed);
  if (disputed.length > 0)
    throw broken(
      'Payout.MemberDisputed',
      `${disputed.length} members of run ${runId} are disputed: cancel the run, resolve the dispute`,
    );
};

const intendPayments = async (ports: Ports, runId: string): Promise<void> => {
  const run = await loadRun(ports, runId);
  const members = run.members.filter((member) => attemptIn(member, runId) === undefined);
  if (members.length === 0 || run.state.cancelled) return;
  const codes = await forMembers(
    ports,
    { run, members, cause: causeOf(run, 'RunReleased') },
    {
      step: 'intend',
      command: ({ endToEndId }) => ({ type: 'IntendPayment', data: { runId, endToEndId } }),
    },
  );
  ports.fault('worker.after-intents');
  const after = await loadRun(ports, runId);
  const left = after.members.filter((member) => attemptIn(member, runId) === undefined);
  // Released as one sum: a file without one of its members would pay another sum.
  if (left.length > 0)
    throw broken(
      'Payout.IntentMissing',
      `${left.length} members of run ${runId} have no intent: ${codes.join()}; cancel the run`,
    );
};

const prepareFile = async (ports: Ports, runId: string): Promise<void> => {
  const run = await loadRun(ports, runId);
  if (run.state.file !== null || run.state.cancelled) return;
  refuseDisputed(run);
  const cause = causeOf(run, 'RunReleased');
  const payments = run.members.flatMap((member) => paymentIn(ports, member, runId) ?? []);
  // The instant of the release, not of this try: a second try must render the same bytes.
  const createdAt = cause.effectiveAt;
  const { order, profile } = await paymentOrder(ports, { runId, createdAt }, payments);
  const rendered = ports.bank.render(order, profile);
  if (rendered.status === 'refused')
    throw broken('Payout.FileRefused', `the file was refused: ${rendered.problems[0]?.code ?? ''}`);
  const { name, messageId, bytes } = rendered.file;
  const { sha256 } = await ports.documents.put(bytes);
  ports.fault('worker.after-file-stored');
  await mustFollow(
    ports,
    {
      category: 'payout_run',
      streamId: runId,
      command: { type: 'PrepareFile', data: { name, sha256, messageId, createdAt } },
      commandId: ports.ids.command('prepare-file', runId),
    },
    { cause },
  );
  ports.fault('worker.after-file-prepared');
};

const dropFile = async (ports: Ports, runId: string): Promise<void> => {
  const run = await loadRun(ports, runId);
  const { file, dropped, assembled, cancelled } = run.state;
  if (dropped || cancelled) return;
  const cause = causeOf(run, 'PaymentFilePrepared');
  if (file === null || assembled === null) return;
  refuseDisputed(run);
  const { name, messageId, createdAt, sha256 } = file;
  // An entered past was paid in the past: nothing of it may reach the bank now.
  if (cause.meta.origin === 'live') {
    const bytes = await documentBytes(ports, sha256);
    const sums = { count: assembled.count, sumIdr: BigInt(assembled.sumIdr) };
    const outcome = await ports.bank.drop(
      { name, messageId, createdAt, bytes, sha256, ...sums },
      run.members.flatMap((member) => paymentIn(ports, member, runId)?.endToEndId ?? []),
    );
    if (outcome.status === 'sent-before') {
      const { endToEndIds } = outcome;
      throw await heldBackAsSent(ports, run, { endToEndIds, cause });
    }
    if (outcome.status === 'withdrawn')
      throw broken(
        'Payout.FileWithdrawn',
        `the file of run ${runId} was withdrawn: cancel the run`,
      );
    ports.fault('worker.after-file-drop');
  }
  await mustFollow(
    ports,
    {
      category: 'payout_run',
      streamId: runId,
      command: { type: 'DropFile', data: { sha256 } },
      commandId: ports.ids.command('drop-file', runId),
    },
    { cause },
  );
};

const recordSent = async (ports: Ports, runId: string): Promise<void> => {
  const run = await loadRun(ports, runId);
  const fileSha256 = run.state.file?.sha256;
  const members = run.members.filter((m) => attemptIn(m, runId)?.status === 'INTENDED');
  if (fileSha256 === undefined || members.length === 0) return;
  await forAllMembers(
    ports,
    { run, members, cause: causeOf(run, 'PaymentFileDropped') },
    {
      step: 'sent',
      command: ({ endToEndId }) => ({ type: 'RecordSent', data: { endToEndId, fileSha256 } }),
    },
  );
  ports.fault('worker.after-sent');
};

/** Counted from the hand-over; an entered past gets its answers within the hour of the entry. */
const answersDueMs = (dropped: StoredEvent): number => {
  const day = addWorkingDays(
    officeDay(dropped.effectiveAt),
    BANK_ANSWERS_WITHIN_WORKING_DAYS,
    NATIONAL_HOLIDAYS,
  );
  const due = Date.parse(endOfOfficeDay(day));
  const entered = Date.parse(dropped.recordedAt) + 3_600_000;
  return dropped.meta.origin === 'historic' ? Math.max(due, entered) : due;
};

const followRun = async (ports: Ports, runId: string): Promise<RunLook> => {
  const run = await loadRun(ports, runId);
  if (run.state.cancelled) return { open: 0, overdue: false, waitMs: WAIT_MS_MIN };
  const open = run.members.filter((member) => endOf(member, runId) === 'OPEN').length;
  const waitMs = answersDueMs(causeOf(run, 'PaymentFileDropped')) - Date.parse(ports.clock());
  return { open, overdue: waitMs <= 0, waitMs: Math.max(WAIT_MS_MIN, waitMs) };
};

const recordUnknown = async (ports: Ports, runId: string): Promise<void> => {
  const run = await loadRun(ports, runId);
  const members = run.members.filter((member) => endOf(member, runId) === 'OPEN');
  const cause = causeOf(run, 'PaymentFileDropped');
  await leaveUnknown(ports, run, { code: 'NO_ANSWER_IN_TIME', cause, members });
};

const reconcileRun = async (ports: Ports, runId: string): Promise<void> => {
  const run = await loadRun(ports, runId);
  if (run.state.cancelled) return;
  const data = reconciliationOf(run);
  const figures = [data.settled, data.returned, data.unknown];
  await mustFollow(
    ports,
    {
      category: 'payout_run',
      streamId: runId,
      command: { type: 'ReconcileRun', data },
      // Over this version: a late answer may bring figures back that were said before.
      commandId: ports.ids.command('reconcile', runId, versionOf(run.history), ...figures),
    },
    { cause: run.history.at(-1) ?? causeOf(run, 'PaymentFileDropped') },
  );
  if (run.state.file !== null) await ports.bank.remove(run.state.file.name);
};

export const createRunSteps = (ports: Ports): RunSteps => ({
  assembleRun: (envelope) => assembleRun(ports, envelope),
  cancelRun: (envelope) => cancelRun(ports, envelope),
  hydrateRun: (runId) => hydrate(ports, runId),
  intendPayments: (runId) => intendPayments(ports, runId),
  prepareFile: (runId) => prepareFile(ports, runId),
  dropFile: (runId) => dropFile(ports, runId),
  recordSent: (runId) => recordSent(ports, runId),
  followRun: (runId) => followRun(ports, runId),
  recordUnknown: (runId) => recordUnknown(ports, runId),
  reconcileRun: (runId) => reconcileRun(ports, runId),
});
