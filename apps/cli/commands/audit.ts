// `lindung audit …`: the history of a stream, as it was recorded.
import type { Command } from 'commander';
import { systemActor } from '../../../domain/actor.ts';
import type { Json } from '../../../domain/envelope.ts';
import { type TimelineEntry, timelineOf } from '../../../projections/timeline.ts';
import { eventText } from '../../copy/catalogue.ts';
import { acts, offices, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { eventDetail } from '../../copy/event-details.ts';
import { formatInstant, type Language } from '../../copy/format.ts';
import { operatePhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { readersOf } from '../history-readers.ts';
import { streamOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import type { Session } from '../session.ts';
import { registerAuditBundle } from './audit-bundle.ts';
import { registerAuditExamination } from './audit-examination.ts';
import { registerAuditFigures } from './audit-figures.ts';
import { registerAuditProof } from './audit-proof.ts';
import { registerAuditRecompute } from './audit-recompute.ts';
import { registerAuditSelf } from './audit-self.ts';
import { registerAuditShow } from './audit-show.ts';

const entryLines = (
  entry: TimelineEntry,
  data: Json | undefined,
  language: Language,
): readonly string[] => {
  const { actor, reason } = entry;
  const detail = eventDetail(entry.type, data, language);
  const historic = entry.origin === 'historic' ? ` ${say(language, phrases.historic)}` : '';
  const behalf =
    actor.onBehalfOf === undefined
      ? ''
      : `, ${say(language, phrases.onBehalfOf, { principal: actor.onBehalfOf })}`;
  const office = wordOf(offices, actor.office, language);
  const act = wordOf(acts, actor.act, language);
  // No letter appoints the system: what it does follows from a decision that stands above.
  const letter =
    actor.id === systemActor.id ? say(language, phrases.followsFromDecision) : actor.letter;
  return [
    `#${entry.position} v${entry.version} ${formatInstant(entry.effectiveAt, language)}${historic}`,
    `   ${eventText(entry.type, language)}`,
    ...(detail === '' ? [] : [`   ${detail}`]),
    `   ${actor.id}, ${office}, ${act}${behalf} (${letter})` +
      `${reason === undefined ? '' : `: ${reason}`}`,
    ...(entry.agenda === undefined
      ? []
      : [`   ${say(language, phrases.agenda, { number: entry.agenda })}`]),
  ];
};

const timeline = async (session: Session, streamId: string): Promise<Outcome> => {
  const { language } = session;
  const history = await session.store.loadStream(streamId);
  const [first] = history;
  const [readers, area] = await readersOf(session, streamId, first?.category);
  const refused = await refusedAct(session, readers, area);
  if (refused !== undefined) return refused;
  const events = timelineOf(history);
  if (events.length === 0) {
    const sentence = say(language, deskPhrases.streamNotFound, { id: streamId });
    return refusedWith('StreamNotFound', sentence, { streamId, events: [] });
  }
  return done(
    { streamId, events },
    events.flatMap((entry, place) => entryLines(entry, history[place]?.data, language)),
  );
};

export const registerAudit = (program: Command, cli: Cli): void => {
  const audit = program.command('audit');
  audit
    .command('timeline')
    .argument('<stream>', '', streamOption)
    .action((streamId: string) => cli.act((session) => timeline(session, streamId)));
  registerAuditShow(audit, cli);
  registerAuditFigures(audit, cli);
  registerAuditRecompute(audit, cli);
  registerAuditProof(audit, cli);
  registerAuditBundle(audit, cli);
  registerAuditExamination(audit, cli);
  registerAuditSelf(audit, cli);
};
