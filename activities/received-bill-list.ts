// The branch's list of a bill is read and compared where it is decided: what a caller says of it is ignored.
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { sumTexts } from '../domain/money.ts';
import type { BillPaymentCommand } from '../domain/programme/bill-events.ts';
import { type BilledRow, type MatchTerms, matchBill } from '../domain/programme/bill-match.ts';
import { contributionBillDecider } from '../domain/programme/contribution-bill-decider.ts';
import { programmeDecider } from '../domain/programme/programme-decider.ts';
import { trancheDecider } from '../domain/programme/tranche-decider.ts';
import type { BillLine } from '../infra/rosters/bill-csv.ts';
import { refused } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts, Ports } from './ports.ts';
import { asJson } from './stored-events.ts';

type Match = Extract<BillPaymentCommand, { type: 'MatchBill' }>;
type MatchPorts = DecisionPorts & Pick<Ports, 'documents' | 'lists'>;

/** Whose KPJ each line names, asked of the log in one round trip. */
const rowsOf = async (
  { store, keys }: MatchPorts,
  lines: readonly BillLine[],
): Promise<readonly BilledRow[]> => {
  const found = await store.findIdentities(
    'kpj',
    lines.map(({ kpj }) => keys.keyedHash('kpj', kpj)),
  );
  const seen = new Set<string>();
  return lines.map(({ kpj, ...line }, index) => {
    const again = seen.has(kpj);
    seen.add(kpj);
    return { ...line, again, workerId: found[index] ?? null };
  });
};

type Bill = { readonly trancheId: string; readonly month: MatchTerms['month'] };

const termsOf = async (
  { store }: DecisionPorts,
  { trancheId, month }: Bill,
): Promise<MatchTerms | undefined> => {
  const { tranche } = stateOf(trancheDecider, await store.loadStream(trancheId));
  if (tranche === null) return undefined;
  const { programme } = stateOf(programmeDecider, await store.loadStream(tranche.programmeId));
  if (programme === null) return undefined;
  const { region, ageTo } = programme;
  return { month, monthlyContributionIdr: tranche.monthlyContributionIdr, region, ageTo };
};

/** Undefined for every other command. */
export const receivedBillList = async (
  ports: MatchPorts,
  { category, streamId, command }: CommandEnvelope,
): Promise<Match | Answer | undefined> => {
  if (category !== 'contribution_bill' || command.type !== 'MatchBill') return undefined;
  const { fileSha256 } = command.data;
  const nothing: Match = { type: 'MatchBill', data: { fileSha256 } };
  const { bill } = stateOf(contributionBillDecider, await ports.store.loadStream(streamId));
  const terms = bill === null ? undefined : await termsOf(ports, bill);
  const bytes = await ports.documents.get(fileSha256);
  if (bill === null || terms === undefined || bytes === undefined) return nothing;
  const read = await ports.lists.bill(bytes);
  if (read.status === 'refused')
    return refused('BillListUnreadable', {
      problem: read.code,
      ...(read.row !== undefined && { row: read.row }),
      ...(read.columns !== undefined && { columns: read.columns }),
    });
  const roll = await ports.tranches.roll(bill.trancheId);
  const match = matchBill(await rowsOf(ports, read.lines), roll.members, terms);
  const hash = ports.hash(asJson(match.differences));
  const reading = {
    ...match,
    rows: read.lines.length,
    sumIdr: sumTexts(read.lines.map(({ amountIdr }) => amountIdr)),
    differencesSha256: Buffer.from(hash).toString('hex'),
    rollPosition: roll.position,
  };
  return { type: 'MatchBill', data: { fileSha256, reading } };
};
