// A command must name the stream that its facts name: otherwise one thing would live in two streams.
import type { Answer, Category, CommandEnvelope, CommandsByCategory } from '../domain/command.ts';
import type { StreamIds } from '../infra/ids/stream-ids.ts';
import { refused } from './append-decision.ts';

type Addresses = {
  readonly [C in Category]: (
    command: CommandsByCategory[C],
    ids: StreamIds,
  ) => readonly (string | undefined)[];
};

/** Every stream id that follows from a command's own facts; `undefined` where the caller chooses. */
const addresses: Addresses = {
  actor: ({ data }, ids) => [ids.actor(data.actorId)],
  programme: ({ type, data }) => [type === 'CreateProgramme' ? data.programmeId : undefined],
  tranche: ({ type, data }) => [type === 'OpenTranche' ? data.trancheId : undefined],
  contribution_bill: ({ type, data }, ids) =>
    type === 'ReceiveBill' ? [ids.contributionBill(data.trancheId, data.month), data.billId] : [],
  roster: ({ type, data }) => [
    type === 'ReceiveRoster' || type === 'TakeOverRoster' ? data.rosterId : undefined,
  ],
  hand_over: ({ type, data }) => [type === 'ReceiveHandOver' ? data.handOverId : undefined],
  worker: ({ data }) => [data.workerId],
  // Two reports by two channels meet in one claim, because its id follows from the worker.
  claim: ({ type, data }, ids) => {
    if (type === 'ReportDeath' || type === 'ReportMissing')
      return [ids.deathClaim(data.workerId), data.claimId];
    if (type === 'ReportIncident') {
      const { workerId, eventDate, ordinal, claimId, sameAs } = data;
      // Told with another day: the reporter names the claim of the same event.
      if (sameAs !== undefined) return [sameAs, claimId];
      return [ids.incidentClaim(workerId, eventDate, ordinal), claimId];
    }
    if (type !== 'TakeOverClaim') return [];
    return [ids.deathClaim(data.report.workerId), data.report.claimId];
  },
  payable: ({ type, data }) => [type === 'CreatePayable' ? data.payableId : undefined],
  payout_run: ({ type, data }) => [type === 'AssembleRun' ? data.runId : undefined],
  // One schedule per payer and flow.
  payout_schedule: ({ type, data }, ids) =>
    type === 'SetPayoutSchedule'
      ? [ids.payoutSchedule(data.payerId, data.flow), data.scheduleId]
      : [],
  // One per office and area; its numbers one series per kind and year.
  letterhead: ({ data }, ids) => [ids.letterhead(data.office, data.area), data.letterheadId],
  letter_series: ({ type, data }, ids) =>
    type === 'IssueLetter' ? [ids.letterSeries(data), data.seriesId] : [],
  // One fund per purse.
  aid_fund: ({ type, data }, ids) =>
    type === 'ProposeAidTerms' ? [ids.aidFund(data.payerId), data.fundId] : [],
  aid_request: ({ type, data }) => [type === 'RequestAid' ? data.requestId : undefined],
  // The same bytes for the same area are the same list.
  death_list: ({ data }, ids) => [ids.deathList(data.area, data.fileSha256), data.listId],
  examination: ({ type, data }) => [type === 'OpenExamination' ? data.examinationId : undefined],
  bank_exception: ({ type, data }) => [type === 'OpenBankException' ? data.exceptionId : undefined],
  // One book for the whole installation.
  rule_book: (_, ids) => [ids.ruleBook()],
};

const addressesOf = <C extends Category>(
  wish: { readonly category: C; readonly command: CommandsByCategory[C] },
  ids: StreamIds,
): readonly (string | undefined)[] => addresses[wish.category](wish.command, ids);

export const wronglyAddressed = (ids: StreamIds, envelope: CommandEnvelope): Answer | undefined => {
  const { streamId, category } = envelope;
  const other = addressesOf(envelope, ids).find((id) => id !== undefined && id !== streamId);
  return other === undefined ? undefined : refused('StreamMismatch', { category, expected: other });
};
