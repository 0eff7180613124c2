// A running claim as the old file holds it: the row by which it is taken over.
import { localDate } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { TakeOverFacts } from '../../../domain/claim/take-over/take-over-events.ts';
import type { Context } from '../../../domain/decider.ts';
import { missingDocuments } from '../../../domain/rules/document-list.ts';
import { at, person } from '../specification.ts';
import { coverFacts, DEATH_DATE, heir, idr, mandate, payeeOf, reportDeath } from './claim-facts.ts';

export type TakeOver = Extract<ClaimCommand, { type: 'TakeOverClaim' }>['data'];

export const recorder: Context = {
  ...at(person('nur', 'record-history'), '2024-07-16T16:00:00.000Z'),
  origin: 'historic',
};
export const PAPERS = missingDocuments(DEATH_DATE, []);

export const facts = (change: Partial<TakeOverFacts> = {}): TakeOverFacts => ({
  workerKnown: true,
  cover: coverFacts(),
  mandate: mandate(),
  recommender: person('ani', 'recommend-claim'),
  decider: person('budi', 'approve-claim'),
  ...change,
});

export const report = (): TakeOver['report'] => {
  const wish = reportDeath({ reportId: 'take-over' });
  if (wish.type !== 'ReportDeath') throw new Error('no report');
  return wish.data;
};

/** Everything that any stage needs; each stage takes what is its own. */
export const takeOver = (change: Partial<TakeOver> = {}): ClaimCommand => ({
  type: 'TakeOverClaim',
  data: {
    report: report(),
    agendaNumber: 'AG-17/2024',
    stage: 'REPORTED',
    papers: PAPERS.map((kind) => ({ documentId: `old-${kind}`, kind })),
    reportedOn: localDate('2024-03-04'),
    receivedOn: localDate('2024-03-05'),
    completeOn: localDate('2024-03-20'),
    checkedOn: localDate('2024-03-21'),
    heirs: { heirs: [heir()], payee: payeeOf('h1') },
    recommendedOn: localDate('2024-03-22'),
    recommendedBy: 'ani',
    decidedOn: localDate('2024-03-25'),
    decidedBy: 'budi',
    decidedIdr: idr('42000000'),
    decisionReference: 'PEN-1/2024',
    reason: 'tercatat dalam buku agenda',
    article: 'PP 44/2015 Pasal 1',
    cure: 'ajukan bukti baru',
    payment: {
      paymentId: 'payment-1',
      paidIdr: idr('42000000'),
      paidOn: localDate('2024-04-02'),
      reference: 'TRF-1',
    },
    facts: facts(),
    ...change,
  },
});
