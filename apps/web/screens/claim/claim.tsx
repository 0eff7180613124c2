// The page of a claim: where it stands, whose clock runs, its file in parts, and what can be done now.

import type { ActOnClaim } from '../../../../activities/claim-possibilities.ts';
import type { Act } from '../../../../domain/actor.ts';
import { officeDay } from '../../../../domain/calendar.ts';
import { openTaskOf } from '../../../../domain/claim/open-task.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { CLAIM_READERS, FIELD_READERS } from '../../../../domain/office/reading-acts.ts';
import { NATIONAL_HOLIDAYS } from '../../../../domain/rules/holidays.ts';
import { claimInQueue } from '../../../../projections/claim-queue.ts';
import { claimStages } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { inLanguage, say, type Text } from '../../../copy/text.ts';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { things } from '../../acts/things.ts';
import { caseActs } from '../../cases/case-acts.ts';
import { claimNumber } from '../../cases/claim-number.ts';
import { type Officer, officersNamed, officersWhoMay } from '../../cases/officers.ts';
import { mayRead } from '../../cases/own-area.ts';
import { payeesOf } from '../../cases/payees.ts';
import { readableCase } from '../../cases/readable-case.ts';
import { workerNames } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Tag } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { lettersTab } from '../letters/letters.tsx';
import { ActsPanel } from './acts-panel.tsx';
import { checksTab } from './checks-tab.tsx';
import { claimPhrases as phrases } from './claim-phrases.ts';
import { HistoryTable } from './history-table.tsx';
import { NextElsewhere } from './next-elsewhere.tsx';
import { PapersTab } from './papers-tab.tsx';
import { Clocks, officersOf, type Seen, Status, Summary } from './summary.tsx';
import { MoneyTab, type TabProps } from './tabs.tsx';
import { actsNotHeld, whyNotGroups } from './why-not.ts';

const TABS = {
  ringkasan: phrases.summary,
  berkas: phrases.papers,
  pemeriksaan: phrases.checks,
  riwayat: phrases.history,
  uang: phrases.money,
  surat: phrases.letters,
} as const satisfies Readonly<Record<string, Text>>;
type Tab = keyof typeof TABS;

const tabOf = (query: URLSearchParams): Tab => {
  const asked = query.get('tab') ?? '';
  return asked in TABS ? (asked as Tab) : 'ringkasan';
};

const part = (tab: Tab, visit: Visit, seen: Seen): Html | Promise<Html> => {
  const { language, visitor } = visit;
  const { file, nameOf, payeeOf } = seen;
  const props: TabProps = { file, language, office: visitor.office, nameOf, payeeOf };
  switch (tab) {
    case 'ringkasan':
      return <Summary visit={visit} seen={seen} />;
    case 'berkas':
      return <PapersTab {...props} mayAdd={seen.mayAdd} />;
    case 'pemeriksaan':
      return checksTab(visit, seen);
    case 'surat':
      return lettersTab(visit, seen);
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

/** Whose turn it would be instead, by name: asked once for each act that this person lacks. */
const whyNot = async (visit: Visit, seen: Seen, acts: readonly ActOnClaim[]) => {
  const { desk, language } = visit;
  const isDeath = seen.file.facts.incident === null;
  const who = new Map<Act, readonly string[]>();
  for (const act of actsNotHeld(acts, isDeath)) {
    const wish = { act, area: seen.kelurahan ?? '', without: [] };
    const officers = seen.kelurahan === null ? [] : await officersWhoMay(desk, wish);
    who.set(act, namesOf(officers));
  }
  return whyNotGroups({ acts, isDeath, language, whoMay: (act) => who.get(act) ?? [] });
};

const NAMED = 3;
const namesOf = (officers: readonly Officer[]): readonly string[] => [
  ...officers.slice(0, NAMED).map(({ name, office }) => `${name} (${office})`),
  ...(officers.length > NAMED ? ['…'] : []),
];

const body = async (visit: Visit, seen: Seen, acts: readonly ActOnClaim[]): Promise<Html> => {
  const { language, query } = visit;
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
              acts={acts}
              language={language}
              next={openTaskOf(file.facts, visit.desk.now())?.command ?? null}
              groups={await whyNot(visit, seen, acts)}
              elsewhere={NextElsewhere({ visit, file })}
            />
          )}
        </aside>
        <div>{await part(tab, visit, seen)}</div>
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
    const names = await workerNames(desk, visitor, [{ workerId, kelurahan: found.kelurahan }]);
    const nameOf = await officersNamed(desk, officersOf(found.file, row));
    const payeeOf = await payeesOf(visit, found.file.payables);
    const acts = await caseActs(desk, id);
    const mayAdd = acts.some(
      ({ command, answer }) => command === 'ReceiveDocument' && answer === 'POSSIBLE',
    );
    const mayReveal = await mayRead(desk, FIELD_READERS, found.kelurahan);
    const name = names.get(workerId);
    const seen = { ...found, row, name, nameOf, payeeOf, mayAdd, mayReveal };
    return { title: claimNumber(id), body: await body(visit, seen, acts) };
  },
};
