// The whole office without servers but PostgreSQL: every workflow's steps are taken as soon as an event obliges them.
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { sql } from 'kysely';
import type { Activities, ClaimFollowUp } from '../../../activities/activities.ts';
import { bankFolders, makeFolders, openBank } from '../../../apps/bank-simulator/bank.ts';
import type { Session } from '../../../apps/cli/session.ts';
import { createGateway } from '../../../apps/gateway/gateway.ts';
import type { Gateway } from '../../../apps/gateway/gateway-contract.ts';
import type { WorkflowPlace } from '../../../apps/gateway/workflow-starts.ts';
import { createDelivery, obligedBy } from '../../../apps/worker/deliver-obligation.ts';
import { officeDay } from '../../../domain/calendar.ts';
import type { Answer, CommandEnvelope } from '../../../domain/command.ts';
import { systemClock } from '../../../infra/clock.ts';
import { kyselyOver } from '../../../infra/database/connect.ts';
import { noScanner } from '../../../infra/documents/malware-scan.ts';
import type { Position, StoredEvent } from '../../../infra/event-store/event-store.ts';
import type { LocalKeyService } from '../../../infra/keys/local-key-service.ts';
import { beginCheckpoint, beginCurrent } from '../../../projections/checkpoint.ts';
import { duePayables } from '../../../projections/payout-ledger.ts';
import { doesHandle, type ProjectionDb } from '../../../projections/projection.ts';
import { ensureReadModelTables } from '../../../projections/read-model-tables.ts';
import { projections } from '../../../projections/registry.ts';
import { claimsOfTranche, trancheMembers } from '../../../projections/tranche-board.ts';
import { trancheRoll } from '../../../projections/tranche-roll.ts';
import type { Reply } from '../../../workflows/messages.ts';
import { openEngineFixture } from '../../activities/engine-fixture.ts';

export type OfficeInOneProcess = {
  readonly session: Session;
  /** The log so far, in the order of its positions. */
  log(): Promise<readonly StoredEvent[]>;
  readonly databaseUrl: string;
  close(): Promise<void>;
};

const ROWS_PER_CHUNK = 500;
const LOG_MAX = 100_000;
const FAR_DAY = '9999-12-31';

const decide = async (activities: Activities, envelope: CommandEnvelope): Promise<Answer> => {
  const { category, command } = envelope;
  if (command.type === 'CorrectDeathDate') return activities.correctDeathDate(envelope);
  if (command.type === 'RecordFoundAlive') return activities.recordFoundAlive(envelope);
  if (command.type === 'AnswerObjection') return activities.answerObjection(envelope);
  if (command.type === 'ConcludeDeath') return activities.concludeDeath(envelope);
  if (command.type === 'AssembleRun') return activities.assembleRun(envelope);
  if (command.type === 'CancelRun') return activities.cancelRun(envelope);
  if (category === 'roster') return (await activities.decideRoster(envelope)).answer;
  if (category === 'worker') return (await activities.decideWorker(envelope)).answer;
  if (category === 'claim' && command.type !== 'ReportDeath')
    return (await activities.decideClaim(envelope)).answer;
  return activities.recordDecision(envelope);
};

const chunksOf = async (
  total: number,
  run: (from: number, count: number) => Promise<{ done: number; skipped: number }>,
): Promise<{ readonly done: number; readonly skipped: number }> => {
  const counts = { done: 0, skipped: 0 };
  for (let from = 0; from < total; from += ROWS_PER_CHUNK) {
    const { done, skipped } = await run(from, Math.min(ROWS_PER_CHUNK, total - from));
    counts.done += done;
    counts.skipped += skipped;
  }
  return counts;
};

type Step = (id: string) => Promise<void>;

const CLAIM_STEPS = {
  NOTE_DEATH: 'noteDeath',
  NOTE_NO_DEATH: 'noteNoDeath',
  LINK_CASES: 'linkCases',
  CREATE_PAYABLES: 'createPayables',
  SETTLE: 'settleClaim',
  NOTE_OUTCOME: 'noteOutcome',
} as const satisfies Readonly<Record<ClaimFollowUp, keyof Activities>>;

/** What each workflow does until it must wait, by the first part of its id. */
const stepsOf = (activities: Activities, bankWorks: () => void): Readonly<Record<string, Step>> => {
  const payments = new Map<string, string>();
  const paidRuns = new Set<string>();
  const steps: Readonly<Record<string, Step>> = {
    async roster(rosterId) {
      for (let tried = ''; ; ) {
        const { next: step, total, version } = await activities.hydrateRoster(rosterId);
        if (step === null || tried === `${version}:${step}`) return;
        tried = `${version}:${step}`;
        const chunk = { batchId: rosterId, step };
        const counts = await chunksOf(total, (from, count) =>
          activities.runRosterChunk({ ...chunk, from, count }),
        );
        await activities.completeStep({ rosterId, step, ...counts });
      }
    },
    async cards(handOverId) {
      const { ended, total } = await activities.hydrateHandOver(handOverId);
      if (ended) return;
      const counts = await chunksOf(total, (from, count) =>
        activities.runHandOverChunk(handOverId, from, count),
      );
      await activities.completeHandOver({ handOverId, ...counts, notInArea: 0 });
    },
    async tranche(trancheId) {
      const look = await activities.lookAtTranche(trancheId);
      if (look.payments === '' || look.payments === payments.get(trancheId)) return;
      await activities.recheckCover(trancheId);
      payments.set(trancheId, look.payments);
    },
    async worker(workerId) {
      await activities.hydrateWorker(workerId);
    },
    async claim(claimId) {
      for (let tried = ''; ; ) {
        const { follows, version } = await activities.hydrateClaim(claimId);
        if (follows.length === 0 || tried === `${version}:${follows.join()}`) return;
        tried = `${version}:${follows.join()}`;
        for (const step of follows) await activities[CLAIM_STEPS[step]](claimId);
      }
    },
    async 'payout-run'(runId) {
      const { released } = await activities.hydrateRun(runId);
      if (!released) return;
      if (!paidRuns.has(runId)) {
        paidRuns.add(runId);
        await activities.intendPayments(runId);
        await activities.prepareFile(runId);
        await activities.dropFile(runId);
        await activities.recordSent(runId);
        bankWorks();
      }
      const { open } = await activities.followRun(runId);
      if (open === 0) await activities.reconcileRun(runId);
    },
  };
  return steps;
};

/** As the projector, but every projection in one transaction: rows and checkpoints together. */
const project = async (db: ProjectionDb, batch: readonly StoredEvent[]): Promise<void> => {
  const last = batch.at(-1);
  if (last === undefined) return;
  await db.transaction().execute(async (trx) => {
    for (const projection of projections) {
      const events = batch.filter((event) => doesHandle(projection, event.type));
      if (events.length > 0) await projection.apply(events, trx as never);
    }
    await sql`update es.checkpoints set position = ${last.position}`.execute(trx);
  });
};

const beginProjections = async (db: ProjectionDb, epoch: string): Promise<void> => {
  for (const { name, version } of projections) {
    await beginCheckpoint(db, { name, version, epoch });
    await beginCurrent(db, name, version);
  }
};

type Told = { readonly workflowId: string };

export const openOfficeInOneProcess = async (): Promise<OfficeInOneProcess> => {
  // The engine's questions to the read models come only once there is a database to ask.
  const asked: { db?: ProjectionDb } = {};
  const readModels = (): ProjectionDb => {
    if (asked.db === undefined) throw new Error('asked before the database was there');
    return asked.db;
  };
  const { activities, close, dataDir, engine, fixture, ports } = await openEngineFixture({
    duePayables: async (of) =>
      (await duePayables(readModels(), { ...of, dueBy: FAR_DAY })).map((row) => row.payableId),
    tranches: {
      members: (id) => trancheMembers(readModels(), id, officeDay(systemClock())),
      claims: (id) => claimsOfTranche(readModels(), id),
      roll: (id) => trancheRoll(readModels(), id),
    },
  });
  await ensureReadModelTables(fixture.ownerUrl, projections);
  const db = kyselyOver(fixture.pools.app);
  asked.db = db;
  const { store } = fixture;
  await beginProjections(db, await store.epoch());
  const bankDir = join(dataDir, 'bank');
  makeFolders(bankFolders(bankDir));
  const bank = openBank({
    ...{ dir: bankDir, seed: 1, delayMs: 0 },
    ...{ rejectShare: 0, returnShare: 0, loseShare: 0 },
  });

  const woken = new Set<string>();
  const client = {
    withDeadline: (_until: number, work: () => Promise<unknown>) => work(),
    workflow: {
      signalWithStart: async (_type: string, { workflowId }: Told) => void woken.add(workflowId),
      async executeUpdateWithStart(
        _update: unknown,
        { args }: { readonly args: readonly [CommandEnvelope, string] },
      ): Promise<Reply> {
        const [envelope, attempt] = args;
        return { answer: await decide(activities, envelope), attempt };
      },
      getHandle: (workflowId: string) => {
        const over = () =>
          Promise.reject(new WorkflowNotFoundError('over already', workflowId, undefined));
        return { query: over, getUpdateHandle: () => ({ result: over }) };
      },
    },
  } as unknown as Client;
  const place: WorkflowPlace = { client, taskQueue: 'none' };
  const deliver = createDelivery(place, store);
  const steps = stepsOf(activities, () => void bank.work());

  /** The engine in its schedule's name, as the workflow that a trigger starts. */
  const runTrigger = async (event: StoredEvent): Promise<void> => {
    const { triggerId } = event.data as { readonly triggerId?: string };
    if (event.type !== 'PayoutScheduleTriggered' || triggerId === undefined) return;
    await activities.runScheduled({
      ...{ scheduleId: event.streamId, triggerId, firedAt: ports.clock() },
    });
  };

  const tell = (event: StoredEvent): Promise<void> =>
    obligedBy(event.type) === 'payout-schedule' ? runTrigger(event) : deliver(event);

  const takeSteps = async (): Promise<void> => {
    const turn = [...woken];
    woken.clear();
    for (const workflowId of turn) {
      const [kind = '', id = ''] = workflowId.split('/');
      await steps[kind]?.(id);
    }
  };

  let position = '0' as Position;
  const settleDown = async (): Promise<void> => {
    for (;;) {
      const fresh = await store.readAfter(position, LOG_MAX);
      position = fresh.at(-1)?.position ?? position;
      await project(db, fresh);
      for (const event of fresh) await tell(event);
      if (fresh.length === 0 && woken.size === 0) return;
      await takeSteps();
    }
  };

  let turn: Promise<unknown> = Promise.resolve();
  /** One command after the other, each with everything that follows from it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(async () => {
      const answer = await work();
      await settleDown();
      return answer;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  const own = createGateway({ place, engine, close: () => Promise.resolve() });
  const gateway: Gateway = {
    ...own,
    send: (envelope) => inTurn(() => own.send(envelope)),
    startRoster: (envelope) => inTurn(() => own.startRoster(envelope)),
    exportRegistration: (envelope) => inTurn(() => own.exportRegistration(envelope)),
    answerRegistration: (envelope) => inTurn(() => own.answerRegistration(envelope)),
    handOverCards: (request) => inTurn(() => own.handOverCards(request)),
    assembleRun: (request) => inTurn(() => own.assembleRun(request)),
    ingestAnswers: (request) => inTurn(() => own.ingestAnswers(request)),
  };
  const session: Session = {
    ...{ gateway, store, db, now: systemClock, actorId: 'nobody', language: 'id' },
    ...{ keys: ports.keys as LocalKeyService, documents: ports.documents as Session['documents'] },
    scan: noScanner,
    connection: {
      ...{ databaseUrl: fixture.appUrl, natsUrl: '', temporalAddress: '', namespace: '', dataDir },
    },
    ...{
      commandId: undefined,
      reason: undefined,
      effectiveAt: undefined,
      source: undefined,
      agenda: undefined,
    },
    progress: () => undefined,
    close: () => Promise.resolve(),
  };
  return {
    session,
    databaseUrl: fixture.ownerUrl,
    log: () => store.readAfter('0' as Position, LOG_MAX),
    async close() {
      await turn;
      bank.close();
      await close();
    },
  };
};
