// One history: every event with its sentence, who did it by which letter, causes, effects and proof.
import { systemActor } from '../../../../domain/actor.ts';
import type { StoredEvent } from '../../../../infra/event-store/event-store.ts';
import { type TimelineEntry, timelineOf } from '../../../../projections/timeline.ts';
import { readersOf } from '../../../cli/history-readers.ts';
import { isIdKey } from '../../../cli/option-values.ts';
import { eventText } from '../../../copy/catalogue.ts';
import { acts, offices, streamKinds, wordOf } from '../../../copy/code-words.ts';
import { eventDetail } from '../../../copy/event-details.ts';
import { formatCount, formatInstant } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { officersNamed } from '../../cases/officers.ts';
import { mayRead } from '../../cases/own-area.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import type { Html, Screen } from '../../screen.ts';
import { AUDIT, streamPath } from './audit-paths.ts';
import { auditScreenPhrases as phrases } from './audit-phrases.ts';

/** Undefined: not there, or not for this person. */
export const readableHistory = async (
  { desk }: Pick<Visit, 'desk'>,
  streamId: string,
): Promise<readonly StoredEvent[] | undefined> => {
  if (!isIdKey(streamId)) return undefined;
  const history = await desk.store.loadStream(streamId);
  const [first] = history;
  if (first === undefined) return undefined;
  const [readers, area] = await readersOf(desk, streamId, first.category);
  return (await mayRead(desk, readers, area)) ? history : undefined;
};

type Shown = {
  readonly entry: TimelineEntry;
  readonly event: StoredEvent;
  readonly visit: Visit;
  nameOf(actorId: string): string;
};

const whoText = ({ entry: { actor }, visit: { language }, nameOf }: Shown): string => {
  const behalf =
    actor.onBehalfOf === undefined
      ? []
      : [say(language, phrases.onBehalf, { name: nameOf(actor.onBehalfOf) })];
  return [
    nameOf(actor.id),
    wordOf(offices, actor.office, language),
    wordOf(acts, actor.act, language),
    ...behalf,
  ].join(' · ');
};

const basisText = ({ entry, visit: { language } }: Shown): readonly string[] => {
  const { actor, reason, agenda, origin } = entry;
  const letter =
    actor.id === systemActor.id
      ? say(language, phrases.follows)
      : `${say(language, phrases.letter)} ${actor.letter}`;
  return [
    letter,
    ...(reason === undefined ? [] : [`${say(language, phrases.reason)}: ${reason}`]),
    ...(agenda === undefined ? [] : [`${say(language, phrases.agenda)} ${agenda}`]),
    ...(origin === 'historic' ? [say(language, phrases.historic)] : []),
  ];
};

const Links = ({
  word,
  positions,
}: {
  readonly word: string;
  readonly positions: readonly string[];
}): Html | null =>
  positions.length === 0 ? null : (
    <span>
      {word}{' '}
      {positions.map((position) => (
        <a href={`#p${position}`}>#{position} </a>
      ))}
    </span>
  );

const Entry = (shown: Shown): Html => {
  const { entry, event, visit } = shown;
  const { language } = visit;
  const { position, type } = entry;
  const detail = eventDetail(type, event.data, language);
  return (
    <li id={`p${position}`} class="entry">
      <p class="entry-when">
        {formatInstant(entry.effectiveAt, language)}
        <span class="sub">#{position}</span>
      </p>
      <div>
        <p class="entry-what">
          <strong>{eventText(type, language)}</strong>
          {detail === '' ? null : <span class="sub">{detail}</span>}
        </p>
        <p class="hint">{whoText(shown)}</p>
        <p class="hint">{basisText(shown).join(' · ')}</p>
        <p class="hint entry-links">
          <Links word={say(language, phrases.causes)} positions={entry.causes} />
          <Links word={say(language, phrases.effects)} positions={entry.effects} />
          <span>
            {say(language, phrases.recorded, { at: formatInstant(entry.recordedAt, language) })}
          </span>
          <a
            href={`${AUDIT}/bukti/${position}`}
            download
            aria-label={say(language, phrases.proofOf, { position })}
          >
            {say(language, phrases.proof)}
          </a>
        </p>
      </div>
    </li>
  );
};

export const stream: Screen = {
  path: `${AUDIT}/aliran/:id`,
  acts: ['audit'],
  async show(visit, { id = '' }) {
    const { desk, language } = visit;
    const history = await readableHistory(visit, id);
    const [first] = history ?? [];
    if (history === undefined || first === undefined) return notFound(language);
    const entries = timelineOf(history);
    const people = entries.flatMap(({ actor }) => [actor.id, actor.onBehalfOf ?? actor.id]);
    const nameOf = await officersNamed(desk, people);
    const kind = wordOf(streamKinds, first.category, language);
    const title = say(language, phrases.streamTitle, { kind });
    const count = formatCount(history.length, language);
    return {
      title,
      body: (
        <>
          <p class="crumb">
            <a href={AUDIT}>{say(language, phrases.title)}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{say(language, phrases.streamLead, { count, id })}</p>
          <p class="actions">
            {first.category === 'claim' ? (
              <a class="button" href={`${streamPath(id)}/bundel`} download>
                {say(language, phrases.bundle)}
              </a>
            ) : null}
            <a class="button" href={`${streamPath(id)}/json`} download>
              {say(language, phrases.json)}
            </a>
          </p>
          <ol class="block entries">
            {entries.map((entry, place) => {
              const event = history[place];
              return event === undefined ? null : Entry({ entry, event, visit, nameOf });
            })}
          </ol>
        </>
      ),
    };
  },
};
