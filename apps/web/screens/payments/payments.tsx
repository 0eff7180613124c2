// Money out at a glance: purses, what needs a person, and every run with its state.

import { sightOf } from '../../../../domain/office/visibility.ts';
import type { PayableStage } from '../../../../domain/payout/events.ts';
import type { PayableRow } from '../../../../projections/payout-ledger/payable-row.ts';
import type { RunRow } from '../../../../projections/payout-ledger/run-row.ts';
import {
  listPayables,
  listRuns,
  type MoneyByPurse,
  moneyByPurse,
} from '../../../../projections/payout-ledger.ts';
import { leftText, returnFacts } from '../../../cli/return-lines.ts';
import { codesOf, wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatInstant, formatRupiah, type Language } from '../../../copy/format.ts';
import { runStages } from '../../../copy/money-words.ts';
import { returnCauses } from '../../../copy/return-phrases.ts';
import { say } from '../../../copy/text.ts';
import { officersNamed } from '../../cases/officers.ts';
import { type PayeeShown, payeesOf } from '../../cases/payees.ts';
import { PAYMENT_READERS } from '../../cases/readable-payable.ts';
import type { Visit } from '../../house.ts';
import { Facts, Figure, Table } from '../../parts/data-parts.tsx';
import { Select } from '../../parts/form-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { ExceptionTable, openExceptionsOf } from './exceptions.tsx';
import {
  AccountCell,
  PAYMENTS,
  PayableTag,
  PrintedBy,
  payablePath,
  payeeWord,
  purseWords,
  RunTag,
  runPath,
  shortId,
} from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import { type PurseSums, purseSums } from './purse-sums.ts';
import { type Purses, purseQuery, readablePurses } from './purses.ts';

/** Unmatched first: what the bank did not answer, then what came back, then what is held. */
const ATTENTION: readonly PayableStage[] = ['DISPUTED', 'ANSWER_UNKNOWN', 'RETURNED', 'HELD'];
const SHOWN_MAX = 50;

const mayAssemble = ({ visitor }: Visit): boolean =>
  visitor.roles.some(({ act }) => act === 'assemble-run');

const PurseCard = ({ sums, visit }: { sums: PurseSums; visit: Visit }): Html => {
  const { language } = visit;
  const { purse, flow, mode, heaps, due } = sums;
  return (
    <section class="block purse">
      <h3>{purseWords(purse, flow, language)}</h3>
      <p class="hint">
        {say(language, phrases.purseFund, { fund: purse.fund })}
        {mode === 'TRACKS' ? ` · ${say(language, phrases.reportBy)}` : ''}
      </p>
      <Facts
        items={heaps.map(({ word, count, sumIdr }) => [
          say(language, word),
          <>
            <strong class="sum">{formatRupiah(sumIdr, language)}</strong>
            <span class="sub">{say(language, phrases.counted, { count })}</span>
          </>,
        ])}
      />
      {mode === 'DISBURSES' && due.count > 0 && mayAssemble(visit) ? (
        <p class="actions">
          <a class="button primary" href={`${PAYMENTS}/susun?${purseQuery(purse.payerId, flow)}`}>
            {say(language, phrases.assemble)}
          </a>
        </p>
      ) : null}
    </section>
  );
};

const whyOf = (row: PayableRow, { desk, language }: Visit): string => {
  const cure = returnFacts(row, desk.now());
  if (cure === null) return row.holdReason ?? row.attempts.at(-1)?.reason ?? '-';
  const cause = wordOf(returnCauses, cure.cause, language);
  return `${cause} · ${leftText(cure.workingDaysLeft, language)}`;
};

const AttentionTable = ({
  rows,
  payees,
  visit,
}: {
  rows: readonly PayableRow[];
  payees: (payableId: string) => PayeeShown;
  visit: Visit;
}): Html => {
  const { language, visitor } = visit;
  const isSeen = sightOf(visitor.office, 'IDENTITY') !== 'NONE';
  const heads = [phrases.colHeir, phrases.colState, phrases.colWhy, phrases.colAccount];
  return (
    <Table
      caption={say(language, phrases.attention)}
      columns={[
        ...heads.map((head) => ({ head: say(language, head) })),
        { head: say(language, phrases.colSum), isNumber: true },
      ]}
      rows={rows.map((row) => [
        <a href={payablePath(row.payableId)}>
          {payeeWord(payees(row.payableId), isSeen, language)}
        </a>,
        <PayableTag stage={row.stage} language={language} />,
        whyOf(row, visit),
        <AccountCell payee={payees(row.payableId)} />,
        formatRupiah(row.amountIdr, language),
      ])}
      empty={say(language, phrases.attentionNone)}
    />
  );
};

type RunsShown = {
  readonly runs: readonly RunRow[];
  readonly next: string | null;
  readonly stage: string | null;
  readonly purses: Purses;
  readonly nameOf: (actorId: string) => string;
};

const byWords = (
  { assembledBy, releasedBy }: RunRow,
  nameOf: RunsShown['nameOf'],
  language: Language,
) => (
  <>
    {assembledBy.map(nameOf).join(' + ') || '-'}
    <span class="sub">
      {releasedBy.map(nameOf).join(' + ') || say(language, phrases.notReleased)}
    </span>
  </>
);

const RunTable = ({ shown, language }: { shown: RunsShown; language: Language }): Html => {
  const { runs, purses, nameOf, stage } = shown;
  const heads = [phrases.colRun, phrases.colPurse, phrases.colStage, phrases.colBy];
  return (
    <Table
      caption={say(language, phrases.runs)}
      columns={[
        ...heads.map((head) => ({ head: say(language, head) })),
        { head: say(language, phrases.colCount), isNumber: true },
        { head: say(language, phrases.colSum), isNumber: true },
      ]}
      rows={runs.map((run) => [
        <>
          <a href={runPath(run.runId)}>{say(language, phrases.run, { id: shortId(run.runId) })}</a>
          <span class="sub">
            {run.assembledAt === null ? '-' : formatInstant(run.assembledAt, language)}
          </span>
        </>,
        purseWords(purses.get(run.payerId ?? ''), run.flow ?? '', language),
        <RunTag stage={run.stage} language={language} />,
        byWords(run, nameOf, language),
        formatCount(run.count, language),
        formatRupiah(run.sumIdr, language),
      ])}
      empty={say(language, stage === null ? phrases.runsNone : phrases.runsNoneHere)}
    />
  );
};

const RunFilter = ({ stage, language }: { stage: string | null; language: Language }): Html => (
  <form method="get" action={PAYMENTS} class="filter">
    <Select
      name="tahap"
      label={say(language, phrases.stageFilter)}
      value={stage ?? ''}
      required={false}
      empty={say(language, phrases.everyStage)}
      options={codesOf<RunRow['stage']>(runStages).map((code) => ({
        value: code,
        word: wordOf(runStages, code, language),
      }))}
    />
    <button type="submit">{say(language, phrases.show)}</button>
  </form>
);

const stageIn = (query: URLSearchParams): RunRow['stage'] | null =>
  codesOf<RunRow['stage']>(runStages).find((code) => code === query.get('tahap')) ?? null;

const runsOf = async (visit: Visit, purses: Purses): Promise<RunsShown> => {
  const { desk, query } = visit;
  const stage = stageIn(query);
  const cursor = query.get('lanjut');
  const page = await listRuns(desk.db, {
    limit: SHOWN_MAX,
    payerIds: [...purses.keys()],
    ...(stage !== null && { stage }),
    ...(cursor !== null && { cursor }),
  });
  const people = page.rows.flatMap(({ assembledBy, releasedBy }) => [
    ...assembledBy,
    ...releasedBy,
  ]);
  const nameOf = await officersNamed(desk, people);
  return { runs: page.rows, next: page.nextCursor, stage, purses, nameOf };
};

const attentionRows = async ({ desk }: Visit, purses: Purses): Promise<readonly PayableRow[]> => {
  const payerIds = [...purses.keys()];
  const { rows } = await listPayables(desk.db, { stages: ATTENTION, payerIds, limit: SHOWN_MAX });
  return rows.toSorted((a, b) => ATTENTION.indexOf(a.stage) - ATTENTION.indexOf(b.stage));
};

const Counts = ({
  lines,
  waiting,
  language,
}: {
  lines: readonly MoneyByPurse[];
  waiting: number;
  language: Language;
}): Html => {
  const count = (...stages: readonly PayableStage[]): string =>
    String(
      lines
        .filter(({ stage }) => stages.includes(stage))
        .reduce((sum, { payables }) => sum + payables, 0),
    );
  return (
    <div class="figures">
      <Figure
        value={String(waiting)}
        word={say(language, phrases.waitsRelease)}
        href={`${PAYMENTS}?tahap=ASSEMBLED#run`}
      />
      <Figure
        value={count('DISPUTED', 'ANSWER_UNKNOWN')}
        word={say(language, phrases.waitsAnswer)}
      />
      <Figure value={count('RETURNED')} word={say(language, phrases.cameBack)} />
      <Figure value={count('HELD')} word={say(language, phrases.isHeld)} />
    </div>
  );
};

const nextHref = ({ stage, next }: RunsShown): string =>
  `${PAYMENTS}?${new URLSearchParams({ ...(stage !== null && { tahap: stage }), lanjut: next ?? '' })}#run`;

export const payments: Screen = {
  path: PAYMENTS,
  menu: phrases.title,
  acts: PAYMENT_READERS,
  async show(visit) {
    const { desk, language } = visit;
    const purses = await readablePurses(visit);
    const lines = (await moneyByPurse(desk.db)).filter(({ payerId }) => purses.has(payerId));
    const sums = purseSums(lines, purses);
    const rows = await attentionRows(visit, purses);
    const payees = await payeesOf(visit, rows);
    const shown = await runsOf(visit, purses);
    const exceptions = await openExceptionsOf(visit, purses);
    const payerIds = [...purses.keys()];
    const waiting = await listRuns(desk.db, { payerIds, stage: 'ASSEMBLED', limit: SHOWN_MAX });
    const mayRead = visit.visitor.roles.some(({ act }) => act === 'ingest-bank-answer');
    const title = say(language, phrases.title);
    const at = formatInstant(desk.now(), language);
    return {
      title,
      body: (
        <>
          <div class="headline">
            <div>
              <h1>{title}</h1>
              <p class="lead">{say(language, phrases.per, { at })}</p>
            </div>
            {mayRead ? (
              <form method="post" action={`${PAYMENTS}/jawaban`}>
                <button type="submit">{say(language, phrases.inbox)}</button>
              </form>
            ) : null}
          </div>
          <Counts lines={lines} waiting={waiting.rows.length} language={language} />
          <h2>{say(language, phrases.purses)}</h2>
          {sums.length === 0 ? (
            <p class="block empty">{say(language, phrases.pursesNone)}</p>
          ) : (
            <div class="purses">
              {sums.map((one) => (
                <PurseCard sums={one} visit={visit} />
              ))}
            </div>
          )}
          <AttentionTable rows={rows} payees={payees} visit={visit} />
          <ExceptionTable shown={exceptions} language={language} />
          <div id="run">
            <RunFilter stage={shown.stage} language={language} />
            <RunTable shown={shown} language={language} />
            {shown.next === null ? null : (
              <p class="actions">
                <a class="button" href={nextHref(shown)}>
                  {say(language, phrases.next)}
                </a>
              </p>
            )}
          </div>
          <PrintedBy visit={visit} />
        </>
      ),
    };
  },
};
