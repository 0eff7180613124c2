// The page of a claim: where it stands, whose clock runs, its file in parts, and what can be done now.
import type { Child } from 'hono/jsx';
import { officeDay } from '../../../../domain/calendar.ts';
import { sumsBy } from '../../../../domain/claim/clock/charge.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { CLAIM_READERS } from '../../../../domain/office/reading-acts.ts';
import { sightOf } from '../../../../domain/office/visibility.ts';
import { NATIONAL_HOLIDAYS } from '../../../../domain/rules/holidays.ts';
import { type ClaimListItem, claimInQueue } from '../../../../projections/claim-queue.ts';
import { timeOfClaim } from '../../../../projections/claim-time.ts';
import { kelurahanText } from '../../../cli/place-words.ts';
import {
  claimStages,
  coverageStates,
  openTasks,
  reportChannels,
  waitingFor,
} from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatInstant, formatLongDay, formatRupiah } from '../../../copy/format.ts';
import { claimKinds } from '../../../copy/incident-phrases.ts';
import { inLanguage, say, type Text } from '../../../copy/text.ts';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { things } from '../../acts/things.ts';
import { caseActs } from '../../cases/case-acts.ts';
import { claimNumber } from '../../cases/claim-number.ts';
import { DueTag } from '../../cases/due-tag.tsx';
import { officersNamed } from '../../cases/officers.ts';
import { type PayeeShown, payeesOf } from '../../cases/payees.ts';
import { type ReadableCase, readableCase } from '../../cases/readable-case.ts';
import { workerNames } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts, Tag } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { ActsPanel } from './acts-panel.tsx';
import { claimPhrases as phrases } from './claim-phrases.ts';
import { HistoryTable } from './history-table.tsx';
import { ChecksTab, MissingPapers, MoneyTab, PapersTab, type TabProps } from './tabs.tsx';

const TABS = {
  ringkasan: phrases.summary,
  berkas: phrases.papers,
  pemeriksaan: phrases.checks,
  riwayat: phrases.history,
  uang: phrases.money,
} as const satisfies Readonly<Record<string, Text>>;
type Tab = keyof typeof TABS;

const tabOf = (query: URLSearchParams): Tab => {
  const asked = query.get('tab') ?? '';
  return asked in TABS ? (asked as Tab) : 'ringkasan';
};

const MINUTES_A_DAY = 24 * 60;
const LATEST = 5;

type Seen = ReadableCase & {
  readonly row: ClaimListItem | undefined;
  readonly name: string | undefined;
  /** Names of the officers who acted. */
  readonly nameOf: (actorId: string) => string;
  readonly payeeOf: (payableId: string) => PayeeShown;
};

/** Everybody whose account the page would name. */
const officersOf = ({ contents }: Seen['file'], row: ClaimListItem | undefined) => [
  ...contents.acts.flatMap(({ by }) => [by.id, by.onBehalfOf ?? by.id]),
  ...contents.decisions.flatMap(({ recommendedBy, outcomeBy }) => [...recommendedBy, ...outcomeBy]),
  ...(row?.assignedTo == null ? [] : [row.assignedTo]),
];

/** Whose move it is, in one sentence. */
const Status = ({ visit, row }: { visit: Visit; row: ClaimListItem | undefined }): Html => {
  const { language } = visit;
  if (row === undefined || row.openTask === null)
    return <p class="lead">{say(language, phrases.closed)}</p>;
  const sentence = say(language, phrases.waitingFor, {
    who: wordOf(waitingFor, row.waitingFor, language),
    task: wordOf(openTasks, row.openTask, language),
  });
  return <p class="lead">{sentence}</p>;
};

/** Family and offices side by side: who let the time pass. */
const Clocks = async ({ visit, claimId }: { visit: Visit; claimId: string }): Promise<Html> => {
  const { desk, language } = visit;
  const time = await timeOfClaim(desk.db, claimId, desk.now());
  const sums = sumsBy(time?.charges ?? [], ({ party }) =>
    party === 'FAMILY' ? 'family' : 'office',
  );
  const days = (key: 'family' | 'office'): string =>
    say(language, phrases.clockDays, {
      days: formatCount(Math.floor((sums.get(key)?.minutes ?? 0) / MINUTES_A_DAY), language),
    });
  return (
    <div class="clocks">
      <div>
        <strong>{days('family')}</strong>
        <span>{say(language, phrases.familyClock)}</span>
      </div>
      <div>
        <strong>{days('office')}</strong>
        <span>{say(language, phrases.officeClock)}</span>
      </div>
    </div>
  );
};

type Fact = readonly [term: string, value: Child];

/** Sums and cover, as far as this office sees them. */
const seenByOffice = ({ language, visitor }: Visit, { file, row }: Seen): readonly Fact[] => {
  const sum = row?.decidedIdr ?? row?.totalIdr ?? null;
  const cover = file.contents.checks?.cover;
  const amount = sum === null ? say(language, phrases.notYet) : formatRupiah(sum, language);
  const hides = (group: 'MONEY' | 'COVER') => sightOf(visitor.office, group) === 'NONE';
  return [
    ...(hides('MONEY') ? [] : [[say(language, phrases.amount), amount] as const]),
    ...(cover === undefined || hides('COVER')
      ? []
      : [[say(language, phrases.cover), wordOf(coverageStates, cover.state, language)] as const]),
  ];
};

const fromQueue = (
  { language }: Visit,
  row: ClaimListItem,
  nameOf: Seen['nameOf'],
): readonly Fact[] => {
  const at = formatInstant(row.reportedAt, language);
  return [
    [say(language, phrases.kind), wordOf(claimKinds, row.kind, language)],
    [say(language, phrases.eventDate), formatLongDay(row.eventDate, language)],
    [say(language, phrases.reported), `${at}, ${wordOf(reportChannels, row.channel, language)}`],
    [
      say(language, phrases.assignee),
      row.assignedTo === null ? say(language, phrases.nobody) : nameOf(row.assignedTo),
    ],
  ];
};

const factsOf = (visit: Visit, seen: Seen): readonly Fact[] => {
  const { language } = visit;
  const { row, name, kelurahan } = seen;
  const place = kelurahan === null ? say(language, phrases.unknownPlace) : kelurahanText(kelurahan);
  return [
    [say(language, phrases.worker), name ?? '–'],
    [say(language, phrases.place), place],
    ...(row === undefined ? [] : fromQueue(visit, row, seen.nameOf)),
    ...seenByOffice(visit, seen),
    [say(language, phrases.due), <DueTag due={row?.due ?? null} language={language} />],
  ];
};

const Summary = ({ visit, seen }: { visit: Visit; seen: Seen }): Html => {
  const { language } = visit;
  const { rejection } = seen.file.contents;
  return (
    <>
      <Facts items={factsOf(visit, seen)} />
      {rejection === null ? null : (
        <section class="note is-wrong">
          <h2>{say(language, phrases.rejection)}</h2>
          <p>
            {rejection.reason} ({rejection.article})
          </p>
          <p>
            {say(language, phrases.cure)}: {rejection.cure}
          </p>
        </section>
      )}
      <MissingPapers file={seen.file} language={language} />
      <HistoryTable
        file={seen.file}
        language={language}
        nameOf={seen.nameOf}
        caption={say(language, phrases.latest)}
        count={LATEST}
      />
      <p class="hint">{say(language, phrases.reveal)}</p>
    </>
  );
};

const Part = ({ tab, visit, seen }: { tab: Tab; visit: Visit; seen: Seen }): Html => {
  const { language, visitor } = visit;
  const { file, nameOf, payeeOf } = seen;
  const props: TabProps = { file, language, office: visitor.office, nameOf, payeeOf };
  switch (tab) {
    case 'ringkasan':
      return <Summary visit={visit} seen={seen} />;
    case 'berkas':
      return <PapersTab {...props} />;
    case 'pemeriksaan':
      return <ChecksTab {...props} />;
    case 'riwayat':
      return (
        <HistoryTable
          file={seen.file}
          language={language}
          nameOf={seen.nameOf}
          caption={say(language, phrases.history)}
        />
      );
    case 'uang':
      return <MoneyTab {...props} />;
  }
};

const Tabs = ({ visit, tab, claimId }: { visit: Visit; tab: Tab; claimId: string }): Html => (
  <nav class="tabs" aria-label={say(visit.language, phrases.tabs)}>
    <ul>
      {Object.entries(TABS).map(([key, word]) => (
        <li>
          <a
            href={`/klaim/${claimId}?tab=${key}`}
            {...(key === tab && { 'aria-current': 'true' as const })}
          >
            {inLanguage(visit.language, word)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const body = async (visit: Visit, seen: Seen): Promise<Html> => {
  const { desk, language, query } = visit;
  const { file } = seen;
  const { claimId } = file;
  const tab = tabOf(query);
  const thing = things.find(({ category }) => category === 'claim');
  const last = file.contents.acts.at(-1);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>
            {claimNumber(claimId)}{' '}
            <Tag tone="calm">{wordOf(claimStages, claimStage(file.facts), language)}</Tag>
          </h1>
          <Status visit={visit} row={seen.row} />
        </div>
        {await Clocks({ visit, claimId })}
      </div>
      {await RecordedNote({ visit, id: claimId })}
      <Tabs visit={visit} tab={tab} claimId={claimId} />
      <div class="with-side">
        <aside>
          {thing === undefined ? null : (
            <ActsPanel
              thing={thing}
              claimId={claimId}
              acts={await caseActs(desk, claimId)}
              language={language}
            />
          )}
        </aside>
        <div>
          <Part tab={tab} visit={visit} seen={seen} />
        </div>
      </div>
      {last === undefined ? null : (
        <p class="hint">
          {say(language, phrases.hash, { version: last.version, position: last.position })}
        </p>
      )}
    </>
  );
};

export const claim: Screen = {
  path: '/klaim/:id',
  acts: CLAIM_READERS,
  async show(visit, { id = '' }) {
    const { desk, language, visitor } = visit;
    const found = await readableCase(desk, id);
    if (found === undefined) return notFound(language);
    const office = { today: officeDay(desk.now()), calendar: NATIONAL_HOLIDAYS };
    const row = await claimInQueue(desk.db, id, office);
    const { workerId } = found.file;
    const names = await workerNames(desk, visitor.office, [workerId]);
    const nameOf = await officersNamed(desk, officersOf(found.file, row));
    const payeeOf = await payeesOf(visit, found.file.payables);
    const seen = { ...found, row, name: names.get(workerId), nameOf, payeeOf };
    return { title: claimNumber(id), body: await body(visit, seen) };
  },
};
