// One run: what was frozen, who let it go, where every rupiah of it is, and what can be done now.

import { maskedNumber, sightOf } from '../../../../domain/office/visibility.ts';
import type { RunShare } from '../../../../projections/payout-ledger/reconciliation.ts';
import type { RunRow } from '../../../../projections/payout-ledger/run-row.ts';
import { type RunFile, runFile } from '../../../../projections/payout-ledger.ts';
import { codesOf, flows, wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatRupiah, type Language } from '../../../copy/format.ts';
import { runShares } from '../../../copy/money-words.ts';
import { say } from '../../../copy/text.ts';
import { officersNamed } from '../../cases/officers.ts';
import { openAll, payeesOf } from '../../cases/payees.ts';
import { PAYMENT_READERS } from '../../cases/readable-payable.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts, Table } from '../../parts/data-parts.tsx';
import type { Html, Params, Screen } from '../../screen.ts';
import {
  AccountCell,
  PAYMENTS,
  PayableTag,
  PrintedBy,
  payablePath,
  payeeWord,
  RunTag,
  shortId,
} from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import { type Purse, readablePurses } from './purses.ts';
import { RunNow } from './run-now.tsx';
import { RunPath } from './run-path.tsx';

const LINES_MAX = 200;

export type SeenRun = { readonly found: RunFile; readonly purse: Purse };

/** Undefined when there is no such run, or its purse is not for this person. */
export const seenRun = async (visit: Visit, { id = '' }: Params): Promise<SeenRun | undefined> => {
  const found = await runFile(visit.desk.db, id);
  const purse = (await readablePurses(visit)).get(found?.run.payerId ?? '');
  return found === undefined || purse === undefined ? undefined : { found, purse };
};

const fundingAccount = async (visit: Visit, purse: Purse): Promise<string> => {
  if (sightOf(visit.visitor.office, 'ACCOUNT') === 'NONE') return '-';
  const [account] = await openAll(visit.desk, [purse.fundingAccount]);
  return `${purse.bank} ${typeof account === 'string' ? maskedNumber(account) : '-'}`;
};

const RunFacts = ({
  run,
  purse,
  source,
  language,
}: {
  run: RunRow;
  purse: Purse;
  source: string;
  language: Language;
}): Html => {
  const problems = run.answers.reduce((sum, answer) => sum + answer.problems, 0);
  return (
    <Facts
      items={[
        [
          say(language, phrases.payer),
          <>
            {purse.legalEntity}
            <span class="sub">{say(language, phrases.purseFund, { fund: purse.fund })}</span>
          </>,
        ],
        [say(language, phrases.flow), wordOf(flows, run.flow ?? '', language)],
        [say(language, phrases.source), source],
        [
          say(language, phrases.answers),
          run.answers.length === 0
            ? say(language, phrases.answersNone)
            : say(language, phrases.answersCount, { count: run.answers.length, problems }),
        ],
        [say(language, phrases.members), <code>{run.membersSha256 ?? '-'}</code>],
        ...(run.file === null
          ? []
          : ([
              [say(language, phrases.bankFile), run.file.name],
              [say(language, phrases.fileHash), <code>{run.file.sha256}</code>],
            ] as const)),
      ]}
    />
  );
};

const ShareTable = ({ found, language }: { found: RunFile; language: Language }): Html => {
  const { reconciliation } = found;
  const shares = codesOf<RunShare>(runShares).filter(
    (share) => reconciliation.shares[share].count > 0,
  );
  const row = (word: string, of: { readonly count: number; readonly sumIdr: string }) => [
    word,
    formatCount(of.count, language),
    formatRupiah(of.sumIdr, language),
  ];
  return (
    <Table
      caption={say(language, phrases.shares)}
      columns={[
        { head: say(language, phrases.colShare) },
        { head: say(language, phrases.colCount), isNumber: true },
        { head: say(language, phrases.colSum), isNumber: true },
      ]}
      rows={[
        ...shares.map((share) =>
          row(wordOf(runShares, share, language), reconciliation.shares[share]),
        ),
        row(say(language, phrases.total), reconciliation),
      ]}
      empty=""
    />
  );
};

/** The nominative list; the attempt of this run counts, whatever came later. */
export const NominativeList = async ({
  found,
  visit,
}: {
  found: RunFile;
  visit: Visit;
}): Promise<Html> => {
  const { language, visitor } = visit;
  const shown = found.members.slice(0, LINES_MAX);
  const payees = await payeesOf(
    visit,
    shown.flatMap(({ payable }) => payable ?? []),
  );
  const isSeen = sightOf(visitor.office, 'IDENTITY') !== 'NONE';
  const heads = [phrases.colHeir, phrases.colAccount, phrases.colTrace, phrases.colState];
  const rows = shown.map(({ member, payable }) => {
    const payee = payees(member.payableId);
    const attempt = payable?.attempts.findLast(({ runId }) => runId === member.runId);
    const reference = attempt?.bankReference ?? null;
    return [
      <a href={payablePath(member.payableId)}>{payeeWord(payee, isSeen, language)}</a>,
      <AccountCell payee={payee} />,
      <>
        <code>{attempt?.endToEndId ?? '-'}</code>
        {reference === null ? null : (
          <span class="sub">{say(language, phrases.bankReference, { reference })}</span>
        )}
      </>,
      payable === null ? '-' : <PayableTag stage={payable.stage} language={language} />,
      formatRupiah(member.amountIdr, language),
    ];
  });
  const { count } = found.run;
  return (
    <>
      <Table
        caption={say(language, phrases.lines)}
        columns={[
          ...heads.map((head) => ({ head: say(language, head) })),
          { head: say(language, phrases.colSum), isNumber: true },
        ]}
        rows={rows}
        empty={say(language, phrases.linesNone)}
      />
      {count <= LINES_MAX ? null : (
        <p class="hint">
          {say(language, phrases.linesCut, { shown: LINES_MAX, count, id: found.run.runId })}
        </p>
      )}
    </>
  );
};

const DONE = {
  lepas: phrases.releaseDone,
  batal: phrases.cancelDone,
  susun: phrases.assembleDone,
} as const;

const doneNote = ({ query, language }: Visit): Html | null => {
  const [, text] = Object.entries(DONE).find(([name]) => name === query.get('baru')) ?? [];
  return text === undefined ? null : (
    <div class="note is-good" role="status">
      <p>{say(language, text)}</p>
    </div>
  );
};

export const run: Screen = {
  path: `${PAYMENTS}/run/:id`,
  acts: PAYMENT_READERS,
  async show(visit, params) {
    const { language, desk } = visit;
    const seen = await seenRun(visit, params);
    if (seen === undefined) return notFound(language);
    const { found, purse } = seen;
    const { run: row } = found;
    const people = [...row.assembledBy, ...row.releasedBy];
    const nameOf = await officersNamed(desk, people);
    const title = say(language, phrases.run, { id: shortId(row.runId) });
    const sum = formatRupiah(row.sumIdr, language);
    return {
      title,
      body: (
        <>
          <p class="crumb">
            <a href={PAYMENTS}>{say(language, phrases.all)}</a>
          </p>
          <h1>
            {title} <RunTag stage={row.stage} language={language} />
          </h1>
          <p class="lead">{say(language, phrases.runLead, { sum, count: row.count })}</p>
          {doneNote(visit)}
          {await RunNow({ visit, run: row, region: purse.region })}
          <RunPath run={row} nameOf={nameOf} language={language} />
          {await NominativeList({ found, visit })}
          <ShareTable found={found} language={language} />
          <RunFacts
            run={row}
            purse={purse}
            source={await fundingAccount(visit, purse)}
            language={language}
          />
          <PrintedBy visit={visit} />
        </>
      ),
    };
  },
};
