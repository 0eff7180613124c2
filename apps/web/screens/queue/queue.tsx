// The queue: claims of one's area by preset, each with its clock; the filter stands in the address.
import { CLAIM_READERS } from '../../../../domain/office/reading-acts.ts';
import { sightOf } from '../../../../domain/office/visibility.ts';
import {
  type ClaimListItem,
  claimPlaces,
  listClaims,
} from '../../../../projections/claim-queue.ts';
import { kelurahanText } from '../../../cli/place-words.ts';
import { claimStages } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatInstant, formatRupiah } from '../../../copy/format.ts';
import { claimKinds } from '../../../copy/incident-phrases.ts';
import { inLanguage, say, type Text } from '../../../copy/text.ts';
import { claimNumber } from '../../cases/claim-number.ts';
import { DueTag } from '../../cases/due-tag.tsx';
import { officersNamed } from '../../cases/officers.ts';
import { areasOf } from '../../cases/own-area.ts';
import { workerNames } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { Table, Tag } from '../../parts/data-parts.tsx';
import { Select } from '../../parts/form-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { queuePhrases as phrases } from './queue-phrases.ts';
import {
  ignoredFilters,
  listWishOf,
  PRESETS,
  type Preset,
  type QueueWish,
  queuePath,
  queueWishOf,
  STAGES,
} from './queue-wish.ts';

const PRESET_WORDS: Readonly<Record<Preset, Text>> = {
  mine: phrases.mine,
  taken: phrases.taken,
  overdue: phrases.overdue,
  complete: phrases.complete,
  returned: phrases.returned,
  family: phrases.family,
  open: phrases.open,
  all: phrases.all,
};

const EMPTY: Readonly<Partial<Record<Preset, Text>>> = {
  mine: phrases.emptyMine,
  taken: phrases.emptyTaken,
  overdue: phrases.emptyOverdue,
};

const Presets = ({ visit, wish }: { visit: Visit; wish: QueueWish }): Html => (
  <nav class="presets" aria-label={say(visit.language, phrases.presets)}>
    <ul>
      {PRESETS.map((preset) => (
        <li>
          <a
            href={queuePath(wish, { preset })}
            {...(preset === wish.preset && { 'aria-current': 'true' })}
          >
            {inLanguage(visit.language, PRESET_WORDS[preset])}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type FilterProps = {
  readonly visit: Visit;
  readonly wish: QueueWish;
  readonly places: readonly string[];
};

const Filters = ({ visit: { language }, wish, places }: FilterProps): Html => (
  <form method="get" action="/antrean" class="filters">
    <input type="hidden" name="saringan" value={wish.preset} />
    <Select
      name="kelurahan"
      label={say(language, phrases.kelurahan)}
      value={wish.kelurahan}
      required={false}
      empty={say(language, phrases.everywhere)}
      options={places.map((value) => ({ value, word: kelurahanText(value) }))}
    />
    <Select
      name="tahap"
      label={say(language, phrases.stage)}
      value={wish.stage}
      required={false}
      empty={say(language, phrases.everyStage)}
      options={STAGES.map((value) => ({ value, word: wordOf(claimStages, value, language) }))}
    />
    <button type="submit">{say(language, phrases.apply)}</button>
    {wish.kelurahan === undefined && wish.stage === undefined ? null : (
      <a href={queuePath(wish, { kelurahan: undefined, stage: undefined })}>
        {say(language, phrases.clear)}
      </a>
    )}
  </form>
);

type Names = {
  readonly workers: ReadonlyMap<string, string>;
  readonly officerOf: (actorId: string) => string;
};

const cellsOf = (visit: Visit, row: ClaimListItem, { workers, officerOf }: Names) => {
  const { language, visitor } = visit;
  const sum = row.decidedIdr ?? row.totalIdr;
  const missing = row.missingDocuments.length;
  return [
    <>
      <a href={`/klaim/${row.claimId}`} class="row-link">
        {claimNumber(row.claimId)}
      </a>
      <span class="sub">{wordOf(claimKinds, row.kind, language)}</span>
    </>,
    <>
      {workers.get(row.workerId) ?? '–'}
      <span class="sub">{row.kelurahan === null ? '–' : kelurahanText(row.kelurahan)}</span>
    </>,
    wordOf(claimStages, row.stage, language),
    <DueTag due={row.due} language={language} />,
    missing === 0 ? (
      <span class="sub">{say(language, phrases.noMissing)}</span>
    ) : (
      <Tag tone="warn">{say(language, phrases.papers, { count: missing })}</Tag>
    ),
    sum === null || sightOf(visitor.office, 'MONEY') === 'NONE' ? '–' : formatRupiah(sum, language),
    row.assignedTo === null ? (
      <span class="sub">{say(language, phrases.nobody)}</span>
    ) : (
      officerOf(row.assignedTo)
    ),
  ];
};

const body = async (visit: Visit): Promise<Html> => {
  const { desk, language, query, visitor } = visit;
  const wish = queueWishOf(query);
  const ignored = ignoredFilters(query, wish);
  const { rows, nextCursor } = await listClaims(desk.db, await listWishOf(visit, wish));
  const places = await claimPlaces(desk.db, { areas: areasOf(visitor, CLAIM_READERS) });
  const workers = await workerNames(desk, visitor, rows);
  const takers = rows.flatMap(({ assignedTo }) => assignedTo ?? []);
  const names: Names = { workers, officerOf: await officersNamed(desk, takers) };
  const { claim, worker, stage, due, missing, amount, assignee } = phrases;
  const heads = [claim, worker, stage, due, missing, amount, assignee];
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{say(language, phrases.title)}</h1>
          <p class="lead">
            {say(language, wish.preset === 'mine' ? phrases.leadMine : phrases.lead)}
          </p>
        </div>
        <p class="sub">
          {say(language, phrases.asOf, { time: formatInstant(desk.now(), language) })}
        </p>
      </div>
      {ignored.length === 0 ? null : (
        <p class="note is-warn" role="status">
          {say(language, phrases.unknownFilter, { filters: ignored.join(', ') })}
        </p>
      )}
      <Presets visit={visit} wish={wish} />
      <Filters visit={visit} wish={wish} places={places} />
      <div data-live="/antrean/perubahan" aria-live="polite">
        <Table
          caption={inLanguage(language, PRESET_WORDS[wish.preset])}
          columns={heads.map((one) => ({ head: say(language, one), isNumber: one === amount }))}
          rows={rows.map((row) => cellsOf(visit, row, names))}
          empty={inLanguage(language, EMPTY[wish.preset] ?? phrases.empty)}
        />
      </div>
      <p class="actions">
        {rows.length === 0 ? null : (
          <span class="sub">{say(language, phrases.shown, { count: rows.length })}</span>
        )}
        {wish.cursor === undefined ? null : (
          <a href={queuePath(wish, {})}>{say(language, phrases.first)}</a>
        )}
        {nextCursor === null ? null : (
          <a class="button" href={queuePath(wish, { cursor: nextCursor })}>
            {say(language, phrases.next)}
          </a>
        )}
      </p>
    </>
  );
};

export const queue: Screen = {
  path: '/antrean',
  menu: phrases.menu,
  acts: CLAIM_READERS,
  async show(visit) {
    const title = say(visit.language, phrases.title);
    return { title, body: await body(visit), scripts: ['live'] };
  },
};
