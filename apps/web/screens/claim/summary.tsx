// Whose move it is on a claim, whose clock ran, and what is known of it at a glance.
import type { Child } from 'hono/jsx';
import { sumsBy } from '../../../../domain/claim/clock/charge.ts';
import { sightOf } from '../../../../domain/office/visibility.ts';
import type { ClaimListItem } from '../../../../projections/claim-queue.ts';
import { timeOfClaim } from '../../../../projections/claim-time.ts';
import { dueWord } from '../../../cli/due-lines.ts';
import { kelurahanText } from '../../../cli/place-words.ts';
import { receiptCode } from '../../../cli/receipt-code.ts';
import {
  coverageStates,
  openTasks,
  reportChannels,
  waitingFor,
} from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatLongDay, formatMoment, formatRupiah } from '../../../copy/format.ts';
import { claimKinds } from '../../../copy/incident-phrases.ts';
import { say } from '../../../copy/text.ts';
import { DueTag } from '../../cases/due-tag.tsx';
import type { PayeeShown } from '../../cases/payees.ts';
import type { ReadableCase } from '../../cases/readable-case.ts';
import { RuleLegend } from '../../cases/rule-legend.tsx';
import type { Visit } from '../../house.ts';
import { Facts } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';
import { HistoryTable } from './history-table.tsx';
import { MissingPapers } from './papers-tab.tsx';

const MINUTES_A_DAY = 24 * 60;
const LATEST = 5;

export type Seen = ReadableCase & {
  readonly row: ClaimListItem | undefined;
  readonly name: string | undefined;
  /** Names of the officers who acted. */
  readonly nameOf: (actorId: string) => string;
  readonly payeeOf: (payableId: string) => PayeeShown;
  /** Whether this person may take papers in, and open what is masked, here and now. */
  readonly mayAdd: boolean;
  readonly mayReveal: boolean;
};

/** Everybody whose account the page would name. */
export const officersOf = ({ contents }: Seen['file'], row: ClaimListItem | undefined) => [
  ...contents.acts.flatMap(({ by }) => [by.id, by.onBehalfOf ?? by.id]),
  ...contents.decisions.flatMap(({ recommendedBy, outcomeBy }) => [...recommendedBy, ...outcomeBy]),
  ...(row?.assignedTo == null ? [] : [row.assignedTo]),
];

/** Whose move it is, in one sentence. */
export const Status = ({ visit, row }: { visit: Visit; row: ClaimListItem | undefined }): Html => {
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
export const Clocks = async ({
  visit,
  claimId,
}: {
  visit: Visit;
  claimId: string;
}): Promise<Html> => {
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
  const at = formatMoment(row.reportedAt, language);
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
    [
      say(language, phrases.receipt),
      <>
        <code>{receiptCode(seen.file.claimId)}</code>{' '}
        <a href={`/klaim/${seen.file.claimId}/tanda-terima`}>
          {say(language, phrases.receiptPrint)}
        </a>
      </>,
    ],
  ];
};

export const Summary = ({ visit, seen }: { visit: Visit; seen: Seen }): Html => {
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
      <MissingPapers file={seen.file} language={language} mayAdd={seen.mayAdd} />
      <HistoryTable
        file={seen.file}
        language={language}
        nameOf={seen.nameOf}
        caption={say(language, phrases.latest)}
        count={LATEST}
      />
      <RuleLegend
        texts={[seen.row?.due == null ? '' : dueWord(seen.row.due, language)]}
        language={language}
      />
      <p class="hint">
        {say(language, phrases.reveal)}{' '}
        {seen.mayReveal ? (
          <a href={`/klaim/${seen.file.claimId}/buka`}>{say(language, phrases.revealLink)}</a>
        ) : null}
      </p>
    </>
  );
};
