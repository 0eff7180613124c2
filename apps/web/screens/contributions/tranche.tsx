// One tranche: where it stands, its clock, its gate, and its months with bill, debt and payment.
import { stateOf } from '../../../../activities/deciders.ts';
import { addMonthsTo, monthOf, officeDay } from '../../../../domain/calendar.ts';
import { CONTRIBUTION_READERS } from '../../../../domain/office/reading-acts.ts';
import {
  type ContributionBillState,
  contributionBillStage,
} from '../../../../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../../../../domain/programme/contribution-bill-decider.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import {
  type ContributionMonth,
  contributionMonths,
} from '../../../../projections/programme-summary.ts';
import type { TrancheOnBoard } from '../../../../projections/tranche-board.ts';
import { officeStages, wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatDay, formatLongDay, formatRupiah } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import { trancheWords } from '../../../copy/tranche-words.ts';
import { ActButtons, heldActs } from '../../acts/act-buttons.tsx';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { trancheActs } from '../../acts/tranche/acts.ts';
import { readableTranche } from '../../cases/readable-tranche.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts, Table, Tag } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { contributionPhrases as phrases } from './contribution-phrases.ts';
import { billPath, CONTRIBUTIONS, ConflictNote, LapseTag, tranchePath } from './contributions.tsx';

const MONTHS_SHOWN = 24;

const Standing = ({ row, visit: { language } }: { row: TrancheOnBoard; visit: Visit }): Html => {
  const words = trancheWords[language];
  const count = (n: number): string => formatCount(n, language);
  const { gate, override, cards, cover } = row;
  const rule =
    gate.rule === null
      ? words.gate.NONE
      : `${words.gate[gate.state]}; ${words.quorum({
          ...{ cards: count(gate.cards), quorum: count(gate.quorum) },
          rule: words.rule({
            share: gate.rule.sharePercent,
            basis: words.basis[gate.rule.basis],
            whole: words.whole[gate.rule.of],
          }),
        })}`;
  return (
    <Facts
      items={[
        [
          say(language, phrases.cover),
          <>
            {words.cover[cover.state]}
            <span class="sub">
              {say(language, phrases.since, { day: formatLongDay(row.coverFrom, language) })}
            </span>
          </>,
        ],
        [say(language, phrases.paidThrough), cover.paidThrough ?? '–'],
        [say(language, phrases.lapse), <LapseTag row={row} language={language} />],
        [say(language, phrases.registered), count(row.registered)],
        [say(language, phrases.quota), count(row.quota)],
        [say(language, phrases.atRisk), count(row.personsAtRisk)],
        [say(language, phrases.received), count(cards.received)],
        [say(language, phrases.cards), count(cards.handedOver)],
        [say(language, phrases.gate), rule],
        ...(override === null
          ? []
          : ([[say(language, phrases.override), override.reason]] as const)),
      ]}
    />
  );
};

const Clock = ({ row, visit: { language } }: { row: TrancheOnBoard; visit: Visit }): Html => {
  const { clock } = row;
  const words = trancheWords[language];
  const month = clock.firstUnpaid;
  return (
    <section class="block">
      <h2>{say(language, phrases.clock)}</h2>
      <p>
        {clock.unpaidMonths === 0
          ? say(language, phrases.clockPaid, { month })
          : say(language, phrases.clockLead, { month })}
      </p>
      <ol class="way">
        {clock.milestones.map(({ code, dueOn, daysLeft }) => (
          <li class={daysLeft < 0 ? 'is-done' : 'is-ahead'}>
            <strong>{words.milestone[code]}</strong>
            <span class="sub">{`${formatLongDay(dueOn, language)} · ${words.due(daysLeft)}`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};

type MonthsShown = {
  readonly row: TrancheOnBoard;
  readonly figures: ReadonlyMap<string, ContributionMonth>;
  readonly states: ReadonlyMap<string, ContributionBillState>;
};

const monthCells = (shown: MonthsShown, at: TrancheOnBoard['months'][number], visit: Visit) => {
  const { language } = visit;
  const { month, paidOn } = at;
  const { trancheId, monthsWithoutBudget } = shown.row;
  const figure = shown.figures.get(month);
  const state = shown.states.get(month);
  const billId = streamIds.contributionBill(trancheId, month);
  return [
    <>
      {figure === undefined ? month : <a href={billPath(billId)}>{month}</a>}
      {monthsWithoutBudget.includes(month) ? (
        <span class="sub">{say(language, phrases.noBudget)}</span>
      ) : null}
    </>,
    figure === undefined ? (
      <Tag tone="warn">{say(language, phrases.noBill)}</Tag>
    ) : (
      <>
        {formatRupiah(figure.billedIdr, language)}
        <span class="sub">
          {say(language, phrases.persons, { count: formatCount(figure.billedWorkers, language) })}
        </span>
      </>
    ),
    figure === undefined ? (
      '–'
    ) : (
      <>
        {formatRupiah(figure.owedIdr, language)}
        <span class="sub">
          {say(language, phrases.persons, { count: formatCount(figure.owedWorkers, language) })}
        </span>
      </>
    ),
    state === undefined ? '–' : wordOf(officeStages, contributionBillStage(state), language),
    paidOn === null ? '–' : formatDay(paidOn, language),
  ];
};

const Months = async ({ row, visit }: { row: TrancheOnBoard; visit: Visit }): Promise<Html> => {
  const { desk, language } = visit;
  const { trancheId } = row;
  const asOf = officeDay(desk.now());
  const figures = await contributionMonths(desk.db, { asOf, trancheId });
  // Billed before it began: a code has its last day.
  const ahead = figures.filter(({ month: one }) => row.months.every(({ month }) => month < one));
  const months = [...row.months, ...ahead.map(({ month }) => ({ month, paidOn: null }))]
    .toReversed()
    .slice(0, MONTHS_SHOWN);
  const ids = months.map(({ month }) => streamIds.contributionBill(trancheId, month));
  const histories = await desk.store.loadStreams(ids);
  const states = new Map(
    months.flatMap(({ month }) => {
      const history = histories.get(streamIds.contributionBill(trancheId, month)) ?? [];
      return history.length === 0 ? [] : [[month, stateOf(contributionBillDecider, history)]];
    }),
  );
  const shown: MonthsShown = {
    ...{ row, states },
    figures: new Map(figures.map((figure) => [figure.month, figure])),
  };
  const { month, billed, owed, stage, paidOn } = phrases;
  return (
    <Table
      caption={say(language, phrases.months)}
      note={say(language, phrases.monthsBasis)}
      columns={[month, billed, owed, stage, paidOn].map((head) => ({
        head: inLanguage(language, head),
        isNumber: head === billed || head === owed,
      }))}
      rows={months.map((at) => monthCells(shown, at, visit))}
      empty=""
    />
  );
};

/** What was just recorded stands on the tranche, or on a bill that began with it. */
const Recorded = async ({ row, visit }: { row: TrancheOnBoard; visit: Visit }) => {
  const { trancheId: id, months } = row;
  const last = months.at(-1)?.month ?? monthOf(row.coverFrom);
  const ahead = [1, 2, 3].map((more) => addMonthsTo(last, more));
  const all = [...months.map(({ month }) => month), ...ahead];
  const bills = all.map((month) => streamIds.contributionBill(id, month));
  return RecordedNote({ visit, id, also: visit.query.has('tercatat') ? bills : [] });
};

export const tranche: Screen = {
  path: `${CONTRIBUTIONS}/:id`,
  acts: CONTRIBUTION_READERS,
  async show(visit, { id = '' }) {
    const { desk, language } = visit;
    const row = await readableTranche(desk, id);
    if (row === undefined) return notFound(language);
    const acts = await heldActs(visit, { acts: trancheActs, streamId: id });
    return {
      title: row.name,
      body: (
        <>
          <p class="crumb">
            <a href={CONTRIBUTIONS}>{say(language, phrases.title)}</a>
          </p>
          <h1>{row.name}</h1>
          {await Recorded({ row, visit })}
          <ConflictNote row={row} language={language} />
          <ActButtons visit={visit} path={tranchePath(id)} acts={acts} />
          <Standing row={row} visit={visit} />
          <Clock row={row} visit={visit} />
          {await Months({ row, visit })}
        </>
      ),
    };
  },
};
