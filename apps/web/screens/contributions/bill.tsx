// One bill: what is billed beside what is to be paid, differences by person, the treasury's papers.
import { CONTRIBUTION_READERS } from '../../../../domain/office/reading-acts.ts';
import { DIFFERENCE_KINDS } from '../../../../domain/programme/bill-match.ts';
import {
  contributionBillStage,
  type DecidedDifference,
  deductedIdr,
  disputedIdr,
  payableOf,
} from '../../../../domain/programme/bill-state.ts';
import { workersById } from '../../../../projections/member-roster.ts';
import {
  differenceKinds,
  differenceOutcomes,
  treasurySigners,
  treasurySteps,
} from '../../../copy/bill-phrases.ts';
import { officeStages, wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatDay, formatRupiah } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';

import { ActButtons, heldActs } from '../../acts/act-buttons.tsx';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { billActs } from '../../acts/bill/acts.ts';
import { type ReadableBill, readableBill } from '../../cases/readable-tranche.ts';
import { workerNames } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts, Table, Tag } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { contributionPhrases as phrases } from './contribution-phrases.ts';
import { billPath, CONTRIBUTIONS, tranchePath } from './contributions.tsx';

const SHOWN_MAX = 100;

type Props = { readonly found: ReadableBill; readonly visit: Visit };

const BillFacts = ({ found: { bill, state }, visit: { language } }: Props): Html => {
  const { proof, minutes, confirmation } = state;
  const dated = (day: string, number: string): string =>
    say(language, phrases.dayAndNumber, { day: formatDay(day, language), number });
  const notYet = say(language, phrases.notYet);
  return (
    <Facts
      items={[
        [
          say(language, phrases.billed),
          <>
            {formatRupiah(bill.amountIdr, language)}
            <span class="sub">
              {say(language, phrases.persons, { count: formatCount(bill.workers, language) })}
            </span>
          </>,
        ],
        [say(language, phrases.deducted), formatRupiah(deductedIdr(state), language)],
        [
          say(language, phrases.payable),
          <strong>{formatRupiah(payableOf(bill, deductedIdr(state)), language)}</strong>,
        ],
        [say(language, phrases.disputed), formatRupiah(disputedIdr(state), language)],
        [say(language, phrases.code), bill.paymentCode],
        [
          say(language, phrases.proof),
          proof === null ? notYet : dated(proof.paidOn, proof.reference),
        ],
        [
          say(language, phrases.minutes),
          minutes === null ? notYet : dated(minutes.on, minutes.number),
        ],
        [
          say(language, phrases.confirmed),
          confirmation === null ? notYet : dated(confirmation.paidOn, confirmation.reference),
        ],
      ]}
    />
  );
};

const KindTable = ({ found: { state }, visit: { language } }: Props): Html => {
  const heads = [phrases.kind, phrases.count, phrases.open, phrases.sum];
  return (
    <Table
      caption={say(language, phrases.kinds)}
      columns={heads.map((head, at) => ({ head: inLanguage(language, head), isNumber: at > 0 }))}
      rows={DIFFERENCE_KINDS.flatMap((kind) => {
        const own = state.differences.filter((one) => one.kind === kind);
        if (own.length === 0) return [];
        const open = own.filter(({ outcome }) => outcome === null).length;
        const sum = own.reduce((all, { amountIdr }) => all + BigInt(amountIdr), 0n);
        return [
          [
            wordOf(differenceKinds, kind, language),
            ...[own.length, open].map((count) => formatCount(count, language)),
            formatRupiah(sum, language),
          ],
        ];
      })}
      empty={say(language, phrases.differencesNone)}
    />
  );
};

const differenceCells = (one: DecidedDifference, visit: Visit, name: string | undefined) => {
  const { language } = visit;
  return [
    one.row === null ? '–' : String(one.row),
    name ?? '–',
    wordOf(differenceKinds, one.kind, language),
    one.outcome === null ? (
      <Tag tone="warn">{say(language, phrases.undecided)}</Tag>
    ) : (
      <>
        {wordOf(differenceOutcomes, one.outcome, language)}
        {one.reason === null ? null : <span class="sub">{one.reason}</span>}
      </>
    ),
    formatRupiah(one.amountIdr, language),
  ];
};

const Matched = async ({ found, visit }: Props): Promise<Html> => {
  const { language, desk, visitor } = visit;
  const { state, bill } = found;
  if (state.match === null)
    return (
      <section class="block">
        <h2>{say(language, phrases.match)}</h2>
        <p class="empty">
          {say(language, phrases.notMatched, { tranche: bill.trancheId, month: bill.month })}
        </p>
      </section>
    );
  const shown = state.differences.slice(0, SHOWN_MAX);
  const ids = shown.flatMap(({ workerId }) => (workerId === null ? [] : [workerId]));
  const people = await workersById(desk.db, ids);
  const names = await workerNames(desk, visitor, [...people.values()]);
  const heads = [phrases.row, phrases.person, phrases.kind, phrases.decision, phrases.sum];
  const all = state.differences.length;
  return (
    <>
      <KindTable found={found} visit={visit} />
      {all === 0 ? null : (
        <Table
          caption={say(language, phrases.differences)}
          columns={heads.map((head) => ({
            head: inLanguage(language, head),
            isNumber: head === phrases.sum,
          }))}
          rows={shown.map((one) => differenceCells(one, visit, names.get(one.workerId ?? '')))}
          empty=""
        />
      )}
      {all > shown.length ? (
        <p class="sub">
          {say(language, phrases.differencesMore, {
            shown: shown.length,
            all: formatCount(all, language),
          })}
        </p>
      ) : null}
    </>
  );
};

const Papers = ({ found: { state }, visit: { language } }: Props): Html => {
  const heads = [phrases.paper, phrases.number, phrases.day, phrases.signer, phrases.account];
  return (
    <Table
      caption={say(language, phrases.papers)}
      columns={[...heads, phrases.sum].map((head) => ({
        head: inLanguage(language, head),
        isNumber: head === phrases.sum,
      }))}
      rows={state.vouchers.map((one) => [
        ...[wordOf(treasurySteps, one.step, language), one.number, formatDay(one.on, language)],
        ...[wordOf(treasurySigners, one.signer, language)],
        <>
          {one.accountCode}
          <span class="sub">{`${one.budgetDocument} · ${one.fundSource}`}</span>
        </>,
        formatRupiah(one.amountIdr, language),
      ])}
      empty={say(language, phrases.papersNone)}
    />
  );
};

export const bill: Screen = {
  path: `${CONTRIBUTIONS}/tagihan/:id`,
  acts: CONTRIBUTION_READERS,
  async show(visit, { id = '' }) {
    const { desk, language } = visit;
    const found = await readableBill(desk, id);
    if (found === undefined) return notFound(language);
    const title = say(language, phrases.billTitle, { month: found.bill.month });
    const acts = await heldActs(visit, { acts: billActs, streamId: id });
    const { tranche } = found;
    return {
      title: `${title} · ${tranche.name}`,
      body: (
        <>
          <p class="crumb">
            <a href={CONTRIBUTIONS}>{say(language, phrases.title)}</a> ›{' '}
            <a href={tranchePath(tranche.trancheId)}>{tranche.name}</a>
          </p>
          <h1>
            {title}{' '}
            <Tag tone="calm">
              {wordOf(officeStages, contributionBillStage(found.state), language)}
            </Tag>
          </h1>
          {await RecordedNote({ visit, id })}
          <ActButtons visit={visit} path={billPath(id)} acts={acts} />
          <BillFacts found={found} visit={visit} />
          {await Matched({ found, visit })}
          <Papers found={found} visit={visit} />
        </>
      ),
    };
  },
};
