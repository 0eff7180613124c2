// Histories for projection tests: typed events on streams, in the order of a log that never was.
import type { Act, Office } from '../../domain/actor.ts';
import { type LocalDate, localDate, type Month } from '../../domain/calendar.ts';
import type { DomainEvent } from '../../domain/catalogue.ts';
import type { CoverFacts } from '../../domain/claim/assessment/assessment-events.ts';
import type { DocumentKind } from '../../domain/claim/documents/document-events.ts';
import type { Category } from '../../domain/command.ts';
import type { Json, Origin } from '../../domain/envelope.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { MandateMode } from '../../domain/programme/events.ts';
import type { Sealed } from '../../domain/sealed.ts';
import type { WorkerEvent } from '../../domain/worker/events.ts';
import type { Position, StoredEvent } from '../../infra/event-store/event-store.ts';

/** One fact on its way into a log: where, what, when, by whom. */
export type Fact = {
  readonly category: Category;
  readonly streamId: string;
  readonly event: DomainEvent;
  readonly at: string;
  readonly by: string;
  readonly act: Act;
  readonly office: Office;
  readonly reason?: string;
  readonly origin?: Origin;
  /** Facts of one command share it; a later command may name it as its cause. */
  readonly command?: string;
  readonly causedBy?: string;
};

/** Positions with gaps, as rolled-back appends leave them. */
export const logOf = (facts: readonly Fact[]): readonly StoredEvent[] => {
  const versions = new Map<string, number>();
  return facts.map((fact, index) => {
    const version = (versions.get(fact.streamId) ?? 0) + 1;
    versions.set(fact.streamId, version);
    const { streamId, category, event, at, by, act, office, reason, causedBy } = fact;
    return {
      position: String(3 * index + 2) as Position,
      streamId,
      category,
      version,
      eventId: `event-${streamId}-${version}`,
      type: event.type,
      schemaVersion: 1,
      data: event.data as unknown as Json,
      meta: {
        actor: { id: by, office, act, letter: `SK ${by}` },
        ...(reason !== undefined && { reason }),
        commandId: fact.command ?? `command-${streamId}-${version}`,
        ...(causedBy !== undefined && { causationId: causedBy }),
        correlationId: `correlation-${streamId}`,
        origin: fact.origin ?? 'live',
      },
      effectiveAt: new Date(at).toISOString(),
      recordedAt: '2026-11-21T00:00:00.000Z',
    };
  });
};

export const idr = (amount: number): RupiahText => String(amount) as RupiahText;
export const day = (text: string): LocalDate => localDate(text);
export const month = (text: string): Month => text as Month;

export const sealed = (subject: string, field: string): Sealed => ({
  subject,
  field,
  ciphertext: `sealed(${field} of ${subject})`,
  commitment: `commitment(${field} of ${subject})`,
});

/** Ten in the morning in Bontang. */
export const morning = (date: string): string => `${date}T02:00:00.000Z`;

export const PROGRAMME = 'programme-1';
export const TRANCHE = 'tranche-1';
export const ROSTER = 'roster-1';
export const BRANCH_PAYER = 'payer-bpjs';

export type Who = Pick<Fact, 'by' | 'act' | 'office'>;
const dinas = (act: Act): Who => ({ by: 'rina', office: 'DISNAKER', act });
export const verifier: Who = { by: 'ani', office: 'BPJS_BRANCH', act: 'recommend-claim' };
export const approver: Who = { by: 'budi', office: 'BPJS_BRANCH', act: 'approve-claim' };
export const system: Who = { by: 'system', office: 'SYSTEM', act: 'follow-up' };

export const programmeFacts = (mode: MandateMode): readonly Fact[] => {
  const at = morning('2023-10-02');
  const on = {
    category: 'programme',
    streamId: PROGRAMME,
    at,
    ...dinas('manage-programme'),
  } as const;
  return [
    {
      ...on,
      event: {
        type: 'ProgrammeCreated',
        data: {
          programmeId: PROGRAMME,
          name: 'Perlindungan pekerja rentan',
          sponsor: 'Pemerintah Kota Bontang',
          region: '64.74',
          legalBasis: 'Perwali 23/2023',
          ageFrom: 17,
          ageTo: 64,
        },
      },
    },
    {
      ...on,
      event: {
        type: 'PayerRegistered',
        data: {
          payerId: BRANCH_PAYER,
          legalEntity: 'BPJS Ketenagakerjaan',
          fund: 'DJS JKM',
          legalBasis: 'PP 44/2015',
          fundingAccount: sealed(BRANCH_PAYER, 'payer.account'),
          bank: 'BANK',
          from: day('2023-01-01'),
          to: null,
        },
      },
    },
    {
      ...on,
      event: {
        type: 'MandateProposed',
        data: {
          mandateId: 'mandate-1',
          payerId: BRANCH_PAYER,
          flow: 'BENEFIT',
          mode,
          from: day('2023-10-01'),
          proposedBy: ['rina'],
        },
      },
    },
    {
      ...on,
      by: 'joko',
      event: {
        type: 'MandateConfirmed',
        data: { mandateId: 'mandate-1', confirmedBy: ['joko'] },
      },
    },
    {
      ...on,
      category: 'tranche',
      streamId: TRANCHE,
      event: {
        type: 'TrancheOpened',
        data: {
          trancheId: TRANCHE,
          programmeId: PROGRAMME,
          name: 'Gelombang I',
          coverFrom: day('2023-10-01'),
          quota: 34_782,
          monthlyContributionIdr: idr(16_800),
        },
      },
    },
  ];
};

/** A month billed and, where `paidOn` is given, seen paid. */
export const billFacts = (of: string, workers: number, paidOn?: string): readonly Fact[] => {
  const billId = `bill-${of}`;
  const on = {
    category: 'contribution_bill',
    streamId: billId,
    ...dinas('record-contribution'),
  } as const;
  const amountIdr = idr(workers * 16_800);
  const common = { billId, trancheId: TRANCHE, month: month(of), amountIdr };
  const billed: Fact = {
    ...on,
    at: morning(`${of}-05`),
    event: { type: 'ContributionBilled', data: { ...common, workers, paymentCode: `pay-${of}` } },
  };
  if (paidOn === undefined) return [billed];
  const reference = `sp2d-${of}`;
  return [
    billed,
    {
      ...on,
      at: morning(paidOn),
      event: {
        type: 'ContributionConfirmed',
        data: { ...common, paidOn: day(paidOn), reference },
      },
    },
  ];
};

export const workerFact = (workerId: string, event: WorkerEvent, at: string): Fact => ({
  category: 'worker',
  streamId: workerId,
  event,
  at,
  ...dinas('register-workers'),
});

export const nominated = (workerId: string, row: number, kelurahan = '64.74.02.1001'): Fact =>
  workerFact(
    workerId,
    {
      type: 'WorkerNominated',
      data: {
        workerId,
        programmeId: PROGRAMME,
        trancheId: TRANCHE,
        rosterId: ROSTER,
        rosterRow: row,
        nik: sealed(workerId, 'worker.nik'),
        name: sealed(workerId, 'worker.name'),
        birthDate: sealed(workerId, 'worker.birthDate'),
        kelurahan,
        neighbourhood: sealed(workerId, 'worker.neighbourhood'),
        occupation: 'FISHER',
        disability: sealed(workerId, 'worker.disability'),
      },
    },
    morning('2023-10-09'),
  );

export const named = (workerId: string): Fact =>
  workerFact(
    workerId,
    {
      type: 'WorkerNamedInDecree',
      data: { workerId, decreeNumber: 'SK 1/2023', decreeDate: day('2023-10-10') },
    },
    morning('2023-10-10'),
  );

export const enrolled = (workerId: string, coverStart = '2023-10-12'): Fact =>
  workerFact(
    workerId,
    {
      type: 'WorkerEnrolled',
      data: { workerId, kpj: sealed(workerId, 'worker.kpj'), coverStart: day(coverStart) },
    },
    morning('2023-10-11'),
  );

export const refused = (workerId: string): Fact =>
  workerFact(
    workerId,
    { type: 'WorkerRegistrationRefused', data: { workerId, reason: 'ALREADY_MEMBER' } },
    morning('2023-10-11'),
  );

export const cardFacts = (workerId: string, method: 'LIST' | 'SCAN' | null): readonly Fact[] => {
  const cardId = `card-${workerId}`;
  const issued = workerFact(
    workerId,
    { type: 'CardIssued', data: { workerId, cardId, validFrom: day('2023-10-12') } },
    morning('2023-10-12'),
  );
  if (method === null) return [issued];
  const receivedBy = method === 'SCAN' ? 'WORKER' : 'FAMILY';
  const handed = workerFact(
    workerId,
    {
      type: 'CardHandedOver',
      data: { workerId, cardId, method, receivedBy, place: '64.74.02.1001' },
    },
    morning('2023-10-20'),
  );
  return [issued, handed];
};

export const DOCUMENTS: readonly DocumentKind[] = [
  'CLAIM_FORM',
  'MEMBER_CARD',
  'WORKER_ID_CARD',
  'HEIR_ID_CARD',
  'FAMILY_CARD',
  'HEIR_STATEMENT',
  'BANK_BOOK',
  'DEATH_CERTIFICATE',
];

export const coverOf = (workerId: string): CoverFacts => ({
  enrolled: true,
  membershipStart: day('2023-10-12'),
  paidThrough: month('2024-05'),
  unpaidMonths: 0,
  contributionMonths: 8,
  monthlyContributionIdr: idr(16_800),
  state: 'ACTIVE',
  position: '100',
  sources: [{ streamId: workerId, version: 3 }],
});
