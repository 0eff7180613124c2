// A town whose list is enrolled and whose contributions are paid, and claims brought to a payable.
import { countAnswers, registrationLines } from '../../activities/registration-file.ts';
import { allOf } from '../../activities/stored-events.ts';
import { answerRegistration } from '../../apps/demo/registration-office.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import { registrationCsv } from '../../infra/rosters/registration-csv.ts';
import type { EngineFixture } from './engine-fixture.ts';
import {
  approval,
  COVER_FROM,
  envelope,
  must,
  type Office,
  payContributions,
  receiveRoster,
  reportDeath,
  rosterCsv,
  type Send,
  verifyClaim,
} from './office-story.ts';

type Town = { readonly engine: EngineFixture; readonly send: Send; readonly office: Office };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const runRoster = async ({ activities }: EngineFixture, rosterId: string): Promise<void> => {
  for (let before = -1; ; ) {
    const { next: step, total: count, version } = await activities.hydrateRoster(rosterId);
    if (step === null || version === before) return;
    before = version;
    const done = await activities.runRosterChunk({ batchId: rosterId, step, from: 0, count });
    await activities.completeStep({ rosterId, step, done: done.done, skipped: done.skipped });
  }
};

/** Enrols as many people as are wanted; answers with their ids. */
export const enrol = async (
  { engine, send, office }: Town,
  workers: number,
): Promise<readonly string[]> => {
  const { ports } = engine;
  const received = await receiveRoster(ports, office, rosterCsv(workers));
  const rosterId = received.streamId;
  const wish = (as: string, command: CommandEnvelope<'roster'>['command']) =>
    must(send(envelope('roster', rosterId, { command, as })));
  await must(send(received));
  await runRoster(engine, rosterId);
  const decree = { decreeNumber: 'SK 1', decreeDate: '2026-02-20' as never };
  await wish('kadis-yusuf', { type: 'ApproveRoster', data: decree });
  await runRoster(engine, rosterId);
  const file = utf8([...registrationCsv(await registrationLines(ports, rosterId))].join(''));
  const { sha256: fileSha256 } = await ports.documents.put(file);
  await wish('cabang-gita', { type: 'SubmitRoster', data: { workers, fileSha256 } });
  const answer = utf8(answerRegistration(file, { coverStart: COVER_FROM }));
  const { sha256 } = await ports.documents.put(answer);
  const counts = await countAnswers(ports, sha256);
  if ('status' in counts) throw new Error(counts.code);
  const answered = { fileSha256: sha256, ...counts };
  await wish('cabang-gita', { type: 'AnswerRegistration', data: answered });
  await runRoster(engine, rosterId);
  await payContributions(send, ports, { trancheId: office.trancheId, workers });
  const events = await ports.store.readAfter('0' as never, 5_000);
  return allOf(events, 'WorkerNominated').map(({ workerId }) => workerId);
};

/** From the report of the death to the payable; answers with the payable's id. */
export const owedTo = async ({ engine, send }: Town, workerId: string): Promise<string> => {
  const report = await reportDeath(engine.ports, workerId);
  await must(send(report));
  await verifyClaim(send, engine.ports, report.streamId);
  await must(send(approval(report.streamId)));
  await engine.activities.createPayables(report.streamId);
  return engine.ports.ids.payable(report.streamId, 1, 'istri');
};
