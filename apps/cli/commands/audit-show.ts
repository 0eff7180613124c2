// `lindung audit show`: one stream on a day, as known at a point of the log.
import type { Command } from 'commander';
import { foldedState, stageOf } from '../../../activities/deciders.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { Category } from '../../../domain/command.ts';
import type { Json } from '../../../domain/envelope.ts';
import type { StoredEvent } from '../../../infra/event-store/event-store.ts';
import { factsInForce, streamKnownAt } from '../../../projections/known-at/stream-known-at.ts';
import { leavesOf } from '../../../projections/timeline.ts';
import { eventText } from '../../copy/catalogue.ts';
import { offices, streamKinds, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { eventDetail } from '../../copy/event-details.ts';
import { stageWord } from '../../copy/fact-words.ts';
import { figurePhrases as phrases } from '../../copy/figure-phrases.ts';
import { formatDay, formatInstant, type Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { readersOf } from '../history-readers.ts';
import { type KnownPoint, type KnownWish, knownAtOption, knownPoint } from '../known-point.ts';
import { withLog } from '../log-proofs.ts';
import { dayOption, streamOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import type { Session } from '../session.ts';

type Options = { readonly at?: LocalDate; readonly knownAt?: KnownWish };

const factLines = (event: StoredEvent, language: Language): readonly string[] => {
  const { position, type, data, effectiveAt, meta } = event;
  const detail = eventDetail(type, data, language);
  const office = wordOf(offices, meta.actor.office, language);
  return [
    `  ${eventText(type, language)}${detail === '' ? '' : `: ${detail}`}`,
    `     #${position} ${formatInstant(effectiveAt, language)}, ${meta.actor.id} (${office})`,
  ];
};

/** The state in the words of its decider, personal fields as their commitments only. */
const stateOf = (category: Category, inForce: readonly StoredEvent[]) =>
  Object.fromEntries(
    leavesOf(JSON.parse(JSON.stringify(foldedState(category, inForce))) as Json, ''),
  );

const shown = (
  session: Session,
  history: readonly StoredEvent[],
  { at, known }: KnownPoint,
): Outcome => {
  const { language } = session;
  const [first] = history;
  const id = first?.streamId ?? '';
  const { inForce, learntLater } = streamKnownAt(history, { at, position: known.position });
  const own = { streamId: id, at, knownAt: known.position, size: known.size, root: known.root };
  if (first === undefined || inForce.length === 0) {
    const sentence = say(language, phrases.notBegun, { id });
    return refusedWith('StreamNotBegun', sentence, { ...own, events: 0, learntLater });
  }
  const category = first.category as Category;
  const stage = stageOf(category, inForce);
  const facts = factsInForce(inForce);
  const { position, size, root } = known;
  const json = {
    ...{ ...own, category, stage, events: inForce.length, learntLater },
    version: inForce.at(-1)?.version,
    facts: facts.map(({ position: of, type, effectiveAt, data, meta }) => ({
      ...{ position: of, type, effectiveAt, actor: meta.actor },
      fields: Object.fromEntries(leavesOf(data, '')),
    })),
    state: stateOf(category, inForce),
  };
  return done(json, [
    say(language, phrases.showTitle, {
      kind: wordOf(streamKinds, category, language),
      ...{ id, at: formatDay(at, language), stage: stageWord(stage, language) },
    }),
    say(language, phrases.known, { position, size, root }),
    say(language, phrases.showEvents, { count: inForce.length, later: learntLater }),
    '',
    ...facts.flatMap((event) => factLines(event, language)),
  ]);
};

const show = (session: Session, streamId: string, options: Options): Promise<Outcome> =>
  withLog(session, async (log) => {
    const history = await session.store.loadStream(streamId);
    const [readers, area] = await readersOf(session, streamId, history[0]?.category);
    const refused = await refusedAct(session, readers, area);
    if (refused !== undefined) return refused;
    if (history.length === 0) {
      const sentence = say(session.language, deskPhrases.streamNotFound, { id: streamId });
      return refusedWith('StreamNotFound', sentence, { streamId });
    }
    const found = await knownPoint(session, log, options);
    return 'outcome' in found ? found.outcome : shown(session, history, found.point);
  });

export const registerAuditShow = (audit: Command, cli: Cli): void => {
  audit
    .command('show')
    .argument('<stream>', '', streamOption)
    .option('--at <date>', '', dayOption)
    .option('--known-at <point>', '', knownAtOption)
    .action((streamId: string, options: Options) =>
      cli.act((session) => show(session, streamId, options)),
    );
};
