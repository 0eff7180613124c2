// The cast and the ordinary wishes of a death claim, shared by the specifications.
import type { LocalDate } from '../../../domain/calendar.ts';
import { localDate } from '../../../domain/calendar.ts';
import type {
  CoverFacts,
  Heir,
  Payee,
} from '../../../domain/claim/assessment/assessment-events.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimMandate } from '../../../domain/claim/decision/decision-events.ts';
import type { DocumentKind } from '../../../domain/claim/documents/document-events.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { DeathReport } from '../../../domain/claim/intake/report-events.ts';
import type { Context } from '../../../domain/decider.ts';
import { parseRupiah, rupiahText } from '../../../domain/money.ts';
import { missingDocuments } from '../../../domain/rules/document-list.ts';
import type { Sealed } from '../../../domain/sealed.ts';
import { at, person, specify } from '../specification.ts';

type Wish<T extends ClaimCommand['type']> = Extract<ClaimCommand, { type: T }>['data'];

export const claim = specify(claimDecider);
export const idr = (text: string) => rupiahText(parseRupiah(text));

export const sealed = (field: string, subject = 'siti'): Sealed => ({
  subject,
  field,
  ciphertext: `c-${field}`,
  commitment: 'ab',
});

export const officer = at(person('rina', 'report-death'));
export const clerk = at(person('rina', 'handle-documents'));
export const checker = at(person('ani', 'check-claim'));
export const verifier = at(person('ani', 'recommend-claim'));
export const approver = at(person('budi', 'approve-claim'));
export const system = at(person('system', 'follow-up'));

export const DEATH_DATE = localDate('2024-03-01');
export const CLAIM_ID = 'claim-1';

export const reportDeath = (change: Partial<DeathReport> = {}): ClaimCommand => ({
  type: 'ReportDeath',
  data: {
    claimId: CLAIM_ID,
    workerId: 'worker-1',
    reportId: 'report-1',
    deathDate: DEATH_DATE,
    channel: 'KELURAHAN',
    relation: 'OFFICER',
    reporterName: sealed('claim.reporter'),
    reporterContact: sealed('claim.contact'),
    circumstances: sealed('claim.circumstances'),
    workAccidentSuspected: false,
    ...change,
  },
});

export const receiveDocument = (kind: DocumentKind, documentId = `doc-${kind}`): ClaimCommand => ({
  type: 'ReceiveDocument',
  data: { documentId, kind, sha256: `sha-${documentId}`, form: 'COPY' },
});

export const returnDocument = (documentId: string, reason = 'tidak terbaca'): ClaimCommand => ({
  type: 'ReturnDocument',
  data: { documentId, reason },
});

export const coverFacts = (change: Partial<CoverFacts> = {}): CoverFacts => ({
  enrolled: true,
  membershipStart: localDate('2023-10-12'),
  paidThrough: '2024-03' as CoverFacts['paidThrough'],
  unpaidMonths: 0,
  contributionMonths: 6,
  monthlyContributionIdr: idr('16800'),
  state: 'ACTIVE',
  position: '100',
  sources: [{ streamId: 'worker-1', version: 4 }],
  ...change,
});

export const inArrears = coverFacts({ state: 'GRACE', unpaidMonths: 2 });

export const checkClaim = (cover: CoverFacts | null = coverFacts()): ClaimCommand => ({
  type: 'CheckClaim',
  data: { cover },
});

export const heir = (change: Partial<Heir> = {}): Heir => ({
  ref: 'h1',
  relation: 'SPOUSE',
  name: sealed('heir.name'),
  minor: false,
  ...change,
});

export const payeeOf = (ref: string): Payee => ({
  ref,
  name: sealed('payee.name'),
  account: sealed('payee.account'),
  accountIndex: `index-${ref}`,
  bic: 'PDKTIDJ1',
});

export const determineHeirs = (heirs: readonly Heir[] = [heir()], payee = 'h1'): ClaimCommand => ({
  type: 'DetermineHeirs',
  data: { heirs, payee: payeeOf(payee) },
});

export const mandate = (mode: ClaimMandate['mode'] = 'DISBURSES'): ClaimMandate => ({
  payerId: 'payer-1',
  mandateId: 'mandate-1',
  mode,
  programmeId: 'programme-1',
});

export const recommendClaim = (change: Partial<Wish<'RecommendClaim'>> = {}): ClaimCommand => ({
  type: 'RecommendClaim',
  data: { mandate: mandate(), ...change },
});

export const approveClaim = (change: Partial<Wish<'ApproveClaim'>> = {}): ClaimCommand => ({
  type: 'ApproveClaim',
  data: { totalIdr: idr('42000000'), cover: coverFacts(), ...change },
});

export const determinedBy = (determinedIdr: string, determinedOn: LocalDate) => ({
  determinedIdr: idr(determinedIdr),
  reference: 'B/123/2024',
  determinedOn,
});

export const rejectClaim = (change: Partial<Wish<'RejectClaim'>> = {}): ClaimCommand => ({
  type: 'RejectClaim',
  data: { reason: 'tidak terlindungi', article: 'C-17', cure: 'keberatan', ...change },
});

export const because = (
  type: 'ReturnClaim' | 'WithdrawClaim' | 'ReopenClaim',
  reason = 'ada alasan',
): ClaimCommand => ({ type, data: { reason } });

export const passDeadline: ClaimCommand = {
  type: 'PassDeadline',
  data: {
    code: 'PAY_WITHIN_3_WORKING_DAYS',
    dueOn: localDate('2024-07-05'),
    calendarVersion: 'test',
    ruleId: 'T-07',
  },
};

export const settleClaim = (
  ...payables: readonly (readonly [
    amount: string,
    end: Wish<'SettleClaim'>['payables'][0]['end'],
  ])[]
): ClaimCommand => ({
  type: 'SettleClaim',
  data: {
    payables: payables.map(([amount, end], index) => ({
      payableId: `payable-${index}`,
      amountIdr: idr(amount),
      end,
    })),
  },
});

type Wishes = readonly (readonly [ClaimCommand, Context])[];

export const reportedWishes: Wishes = [[reportDeath(), officer]];
export const completeWishes: Wishes = [
  ...reportedWishes,
  ...missingDocuments(DEATH_DATE, []).map((kind) => [receiveDocument(kind), clerk] as const),
];
export const checkedWishes: Wishes = [...completeWishes, [checkClaim(), checker]];
export const readyWishes: Wishes = [...checkedWishes, [determineHeirs(), checker]];
export const recommendedWishes: Wishes = [...readyWishes, [recommendClaim(), verifier]];
export const approvedWishes: Wishes = [...recommendedWishes, [approveClaim(), approver]];
export const rejectedWishes: Wishes = [...readyWishes, [rejectClaim(), approver]];
export const trackedWishes: Wishes = [
  ...readyWishes,
  [recommendClaim({ mandate: mandate('TRACKS') }), verifier],
];

export const reported = claim.after(...reportedWishes);
export const complete = claim.after(...completeWishes);
export const checked = claim.after(...checkedWishes);
export const ready = claim.after(...readyWishes);
export const recommended = claim.after(...recommendedWishes);
export const approved = claim.after(...approvedWishes);
export const rejected = claim.after(...rejectedWishes);
export const tracked = claim.after(...trackedWishes);
