// `lindung payout run --dry-run`: the totals, the exceptions and the budget of a run that nobody assembled yet.
import { stateOf } from '../../../activities/deciders.ts';
import type { RunPreview } from '../../../activities/preview-run.ts';
import { officeDay } from '../../../domain/calendar.ts';
import { aidFundDecider } from '../../../domain/local-aid/fund-decider.ts';
import { takenOf } from '../../../domain/local-aid/fund-state.ts';
import type { Flow } from '../../../domain/programme/events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { duePayables, sharedAccounts } from '../../../projections/payout-ledger.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatRupiah, type Language } from '../../copy/format.ts';
import { moneyPhrases as phrases } from '../../copy/money-phrases.ts';
import { paymentWarnings } from '../../copy/money-words.ts';
import { say } from '../../copy/text.ts';
import { done, foundWrong, type Outcome } from '../outcome.ts';
import { pastDue } from '../past-due.ts';
import { refusalOutcome, type Session } from '../session.ts';

export type DryRunOptions = {
  readonly payer: string;
  readonly flow: Flow;
  readonly payable?: readonly string[];
};

/** Of the sponsor's own aid; a benefit is paid from a fund without a yearly budget. */
const budgetOf = async (session: Session, { payer, flow }: DryRunOptions) => {
  if (flow !== 'LOCAL_AID') return null;
  const year = Number(officeDay(session.now()).slice(0, 4));
  const history = await session.store.loadStream(streamIds.aidFund(payer));
  const fund = stateOf(aidFundDecider, history);
  const budgetIdr = fund.budgets.get(year);
  if (budgetIdr === undefined) return null;
  const taken = takenOf(fund, year);
  const left = (BigInt(budgetIdr) - taken).toString();
  return { year, budgetIdr, takenIdr: taken.toString(), leftIdr: left };
};

const warningLines = (
  { warnings }: RunPreview,
  shared: Awaited<ReturnType<typeof sharedAccounts>>,
  language: Language,
): readonly string[] => {
  const lines = [
    ...warnings.map(
      ({ payableId, code }) => `  ${payableId}: ${wordOf(paymentWarnings, code, language)}`,
    ),
    ...shared.map(
      ({ payableId, claims }) => `  ${payableId}: ${say(language, phrases.dryShared, { claims })}`,
    ),
  ];
  return lines.length === 0 ? [] : [say(language, phrases.dryWarnings), ...lines];
};

export const dryRun = async (session: Session, options: DryRunOptions): Promise<Outcome> => {
  const { language } = session;
  const { payer: payerId, flow, payable: named = [] } = options;
  const past = await pastDue(session, { payerId, flow });
  const dueBy = officeDay(session.now());
  const due = (await duePayables(session.db, { payerId, flow, dueBy })).map((row) => row.payableId);
  const payables = named.length > 0 ? named : due.filter((id) => !past.includes(id));
  const preview = await session.gateway.previewRun({ actorId: session.actorId, payerId, payables });
  if (preview.status === 'refused') return refusalOutcome(session, preview);
  const shared = await sharedAccounts(session.db, preview.fit);
  const budget = await budgetOf(session, options);
  const { count, sumIdr, unfit, forNextRun } = preview;
  const lines = [
    say(language, phrases.dryFit, { count, sum: formatRupiah(sumIdr, language) }),
    ...(budget === null
      ? []
      : [
          say(language, phrases.dryBudget, {
            ...{ year: budget.year, budget: formatRupiah(budget.budgetIdr, language) },
            ...{
              taken: formatRupiah(budget.takenIdr, language),
              left: formatRupiah(budget.leftIdr, language),
            },
          }),
        ]),
    ...(unfit.length === 0 ? [] : [say(language, phrases.dryLeft, { count: unfit.length })]),
    ...unfit.map(({ payableId, why }) => `  ${payableId}: ${refusalText(why, language)}`),
    ...warningLines(preview, shared, language),
    ...(past[0] === undefined
      ? []
      : [say(language, phrases.pastLeft, { count: past.length, id: past[0] })]),
    ...(forNextRun === 0 ? [] : [say(language, phrases.dryNext, { count: forNextRun })]),
  ];
  const json = { ...preview, payerId, flow, budget, past, sharedAccounts: shared };
  return unfit.length === 0 ? done(json, lines) : foundWrong(json, lines);
};
