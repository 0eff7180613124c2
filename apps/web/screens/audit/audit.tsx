// The audit trail: the seal of the log, a way to any history, and the newest events.
import { sql } from 'kysely';
import { isWithin } from '../../../../domain/region.ts';
import type { Position } from '../../../../infra/event-store/event-store.ts';
import { listProgrammes } from '../../../../projections/programme-summary.ts';
import { latestCheckpoint, withLog } from '../../../cli/log-proofs.ts';
import { eventText } from '../../../copy/catalogue.ts';
import { streamKinds, wordOf } from '../../../copy/code-words.ts';
import { eventDetail } from '../../../copy/event-details.ts';
import { formatCount, formatInstant } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { officersNamed } from '../../cases/officers.ts';
import { areasOf } from '../../cases/own-area.ts';
import type { Visit } from '../../house.ts';
import { Facts, Table } from '../../parts/data-parts.tsx';
import { Field } from '../../parts/form-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { AUDIT, streamPath } from './audit-paths.ts';
import { auditScreenPhrases as phrases } from './audit-phrases.ts';

const NEWEST = 40;

const Seal = ({ desk, language }: Visit): Promise<Html> =>
  withLog(desk, async (log) => {
    const found = await latestCheckpoint(log);
    if (found === undefined) return <p class="note is-warn">{say(language, phrases.notSealed)}</p>;
    const { size, position, sealedAt, root } = found.checkpoint;
    const safe = await desk.store.safePosition();
    const waiting = Math.max(0, Number(BigInt(safe) - BigInt(position)));
    return (
      <section class="block">
        <h2>{say(language, phrases.seal)}</h2>
        <Facts
          items={[
            [
              say(language, phrases.sealedAt),
              <>
                {formatInstant(sealedAt, language)}
                <span class="sub">
                  {say(language, phrases.sealed, { count: formatCount(size, language) })}
                </span>
              </>,
            ],
            [say(language, phrases.position), `#${position}`],
            [say(language, phrases.waiting), formatCount(waiting, language)],
            [say(language, phrases.root), <code>{root.toString('base64')}</code>],
            [
              say(language, phrases.key),
              <>
                <code>{log.key.verifier}</code>
                <span class="sub">{say(language, phrases.keyHint)}</span>
              </>,
            ],
          ]}
        />
        <p class="hint">{say(language, phrases.whole)}</p>
        <p class="actions">
          <a class="button" href={`${AUDIT}/titik-periksa`} download>
            {say(language, phrases.checkpoint)}
          </a>
        </p>
      </section>
    );
  });

const Find = ({ language }: Visit, wrong: string | undefined): Html => (
  <form method="get" action={`${AUDIT}/cari`} class="block">
    <h2>{say(language, phrases.find)}</h2>
    <Field
      name="nomor"
      label={say(language, phrases.findLabel)}
      hint={say(language, phrases.findHint)}
      {...(wrong !== undefined && { error: say(language, phrases.nothing), value: wrong })}
    />
    <button type="submit" class="primary">
      {say(language, phrases.open)}
    </button>
  </form>
);

/** Events of every area in one list: only for whoever audits all there is. */
const auditsAll = async ({ desk, visitor }: Visit): Promise<boolean> => {
  const areas = areasOf(visitor, ['audit']);
  const programmes = await listProgrammes(desk.db);
  return programmes.every(({ region }) => areas.some((area) => isWithin(region, area)));
};

const Newest = async (visit: Visit): Promise<Html | null> => {
  const { desk, language, query } = visit;
  if (!(await auditsAll(visit))) return null;
  const asked = /^\d{1,18}$/.exec(query.get('sampai') ?? '')?.[0];
  const safe = BigInt(await desk.store.safePosition());
  const until = asked === undefined || BigInt(asked) > safe ? safe : BigInt(asked);
  const from = until > BigInt(NEWEST) ? until - BigInt(NEWEST) : 0n;
  const read = await desk.store.readAfter(String(from) as Position, NEWEST);
  const events = read.filter(({ position }) => BigInt(position) <= until).toReversed();
  const nameOf = await officersNamed(
    desk,
    events.map(({ meta }) => meta.actor.id),
  );
  const { at, event, who, stream } = phrases;
  return (
    <div id="peristiwa">
      <Table
        caption={say(language, phrases.newest)}
        columns={[at, event, who, stream].map((head) => ({ head: say(language, head) }))}
        rows={events.map(({ position, type, data, category, streamId, effectiveAt, meta }) => [
          <>
            {formatInstant(effectiveAt, language)}
            <span class="sub">#{position}</span>
          </>,
          <>
            {eventText(type, language)}
            <span class="sub">{eventDetail(type, data, language)}</span>
          </>,
          nameOf(meta.actor.id),
          <a href={`${streamPath(streamId)}#p${position}`}>
            {wordOf(streamKinds, category, language)}
          </a>,
        ])}
        empty={say(language, phrases.newestNone)}
      />
      {from === 0n ? null : (
        <p class="actions">
          <a class="button" href={`${AUDIT}?sampai=${from}#peristiwa`}>
            {say(language, phrases.older)}
          </a>
        </p>
      )}
    </div>
  );
};

const page = async (visit: Visit, wrong?: string) => {
  const { language } = visit;
  const title = say(language, phrases.title);
  return {
    title,
    ...(wrong !== undefined && { status: 404 as const }),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.lead)}</p>
        {Find(visit, wrong)}
        {await Seal(visit)}
        {await Newest(visit)}
      </>
    ),
  };
};

export const audit: Screen = {
  path: AUDIT,
  menu: phrases.title,
  acts: ['audit'],
  show: (visit) => page(visit),
};

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const SHORT = /^(?:klm-)?([0-9a-f]{8})$/;

/** By its whole id, or by a claim's number as people say it. */
const streamOf = async ({ desk }: Visit, asked: string): Promise<string | undefined> => {
  const text = asked.trim().toLowerCase();
  const whole = UUID.exec(text)?.[0];
  if (whole !== undefined) return whole;
  const start = SHORT.exec(text)?.[1];
  if (start !== undefined) {
    const { rows } = await sql<{ id: string }>`select stream_id as id from es.streams
      where category = 'claim' and stream_id::text like ${`${start}%`} limit 2`.execute(desk.db);
    return rows.length === 1 ? rows[0]?.id : undefined;
  }
  const { rows } = await sql<{ id: string }>`select stream_id as id from es.events
    where type = 'ActorRegistered' and data ->> 'actorId' = ${text} limit 1`.execute(desk.db);
  return rows[0]?.id;
};

export const findStream: Screen = {
  path: `${AUDIT}/cari`,
  acts: ['audit'],
  async show(visit) {
    const asked = visit.query.get('nomor') ?? '';
    const found = await streamOf(visit, asked);
    return found === undefined ? page(visit, asked) : { goTo: streamPath(found) };
  },
};
