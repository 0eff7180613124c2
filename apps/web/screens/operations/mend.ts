// What an operator does from the page: a stopped projection tried again, workflows made anew, with a reason.
import { createObligationLedger } from '../../../../infra/nats/obligation-ledger.ts';
import { retryProjection } from '../../../../projections/projection-status.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { say } from '../../../copy/text.ts';
import { withWorkflowRepair } from '../../../gateway/repair-workflows.ts';
import type { Visit } from '../../house.ts';
import { type Form, fieldOf } from '../../screen.ts';
import { operationsPhrases as phrases } from './operations-phrases.ts';

const PROJECTION = 'projection:';
const NOTE_CHARS_MAX = 500;

type Said = { readonly text: string; readonly isWrong: boolean };

const retry = async ({ desk, language }: Visit, name: string, note: string): Promise<Said> =>
  (await retryProjection(desk.db, name, note))
    ? { text: say(language, phrases.retried, { name }), isWrong: false }
    : { text: say(language, phrases.notStopped, { name }), isWrong: true };

const repair = async ({ desk, language }: Visit): Promise<Said> => {
  const ledger = createObligationLedger(desk.db);
  const report = await withWorkflowRepair(desk, async (repairing) => ({
    ...(await repairing.revive(() => undefined)),
    delivered: await repairing.deliverDead(ledger),
  }));
  const { examined, started, signalled, restarted, delivered } = report;
  const counts = { examined, started, signalled, restarted, delivered };
  return { text: say(language, phrases.repaired, counts), isWrong: false };
};

export const mend = async (visit: Visit, form: Form): Promise<Said> => {
  const act = fieldOf(form, 'act');
  const why = fieldOf(form, 'why');
  if (why === '') return { text: say(visit.language, phrases.whyMissing), isWrong: true };
  const named = await visit.desk.gateway.personIn({ texts: { why }, streams: [] });
  if (named !== undefined) return { text: refusalText(named, visit.language), isWrong: true };
  const note = `${act} by ${visit.visitor.actorId}: ${why}`.slice(0, NOTE_CHARS_MAX);
  // In the log of this program, with the name of whoever did it.
  visit.desk.progress(note);
  return act.startsWith(PROJECTION)
    ? retry(visit, act.slice(PROJECTION.length), note)
    : repair(visit);
};
