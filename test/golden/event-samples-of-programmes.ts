// Samples of what offices, sponsors and lists record: actor, programme, tranche, bill, roster, worker.
import type { ActorEvent } from '../../domain/office/events.ts';
import type {
  ContributionBillEvent,
  ProgrammeEvent,
  TrancheEvent,
} from '../../domain/programme/events.ts';
import type { RosterEvent } from '../../domain/roster/events.ts';
import type { WorkerEvent } from '../../domain/worker/events.ts';
import { day, fileSha256, idr, ids, month, type SamplesOf, sealed } from './event-sample-parts.ts';

const { programme: programmeId, tranche: trancheId, roster: rosterId, worker: workerId } = ids;

export const actorSamples: SamplesOf<ActorEvent> = {
  ActorRegistered: [
    {
      actorId: 'verifikator-1',
      office: 'BPJS_BRANCH',
      name: sealed('actor.name', ids.person),
    },
  ],
  RoleAppointed: [
    {
      actorId: 'kepala-1',
      act: 'approve-claim',
      area: '64.74',
      from: day('2026-01-02'),
      to: day('2026-12-31'),
      letter: 'SP 3/2026',
      limit: { upToIdr: idr(50_000_000n), benefits: ['JKM'] },
    },
    {
      actorId: 'verifikator-1',
      act: 'recommend-claim',
      area: '64.74',
      from: day('2026-01-02'),
      to: day('2026-12-31'),
      letter: 'SP 1/2026',
    },
    {
      actorId: 'petugas-1',
      act: 'report-death',
      area: '64.74.02.1001',
      from: day('2026-01-02'),
      to: null,
      letter: 'SP 2/2026',
    },
  ],
  RoleDelegated: [
    {
      actorId: 'verifikator-2',
      principalId: 'verifikator-1',
      act: 'recommend-claim',
      area: '64.74',
      from: day('2026-03-16'),
      to: day('2026-03-27'),
      letter: 'SP 7/2026',
    },
  ],
  RoleEnded: [
    {
      actorId: 'verifikator-1',
      act: 'recommend-claim',
      on: day('2026-06-30'),
      reason: 'mutasi',
    },
  ],
};

export const programmeSamples: SamplesOf<ProgrammeEvent | TrancheEvent | ContributionBillEvent> = {
  ProgrammeCreated: [
    {
      programmeId,
      name: 'Pekerja rentan Kota Bontang',
      sponsor: 'Pemerintah Kota Bontang',
      region: '64.74',
      legalBasis: 'Perwali contoh 1/2026',
      ageFrom: 17,
      ageTo: 64,
    },
  ],
  PayerRegistered: [
    {
      payerId: ids.payer,
      legalEntity: 'BPJS Ketenagakerjaan',
      fund: 'DJS JKM',
      legalBasis: 'PP 44/2015',
      fundingAccount: sealed('payer.account', ids.payer),
      bank: 'BANKIDJA',
      from: day('2026-01-01'),
      to: day('2026-12-31'),
    },
    {
      payerId: ids.payer,
      legalEntity: 'Pemerintah Kota Bontang',
      fund: 'APBD Kota Bontang',
      legalBasis: 'Perwali contoh 1/2026',
      fundingAccount: sealed('payer.account', ids.payer),
      bank: 'BANKIDJA',
      from: day('2026-01-01'),
      to: null,
    },
  ],
  MandateProposed: [
    {
      mandateId: ids.mandate,
      payerId: ids.payer,
      flow: 'BENEFIT',
      mode: 'DISBURSES',
      from: day('2026-01-01'),
      proposedBy: ['kepala-1'],
    },
  ],
  MandateConfirmed: [{ mandateId: ids.mandate, confirmedBy: ['kepala-2', 'kepala-1'] }],

  TrancheOpened: [
    {
      trancheId,
      programmeId,
      name: 'Gelombang 1',
      coverFrom: day('2026-01-12'),
      quota: 5000,
      monthlyContributionIdr: idr(16_800n),
    },
  ],
  HistoryClosureProposed: [
    { trancheId, throughMonth: month('2024-06'), proposedBy: ['kepala-1', 'kepala-3'] },
  ],
  HistoryClosed: [
    {
      trancheId,
      throughMonth: month('2024-06'),
      proposedBy: ['kepala-1', 'kepala-3'],
      closedBy: ['kepala-2'],
    },
  ],
  SeatsReserved: [{ trancheId, rosterId, workers: 4812 }],

  PremiumGateSet: [
    { trancheId, basis: 'RECEIVED', of: 'QUOTA', sharePercent: 100 },
    { trancheId, basis: 'HANDED_OVER', of: 'REGISTERED', sharePercent: 80 },
  ],
  SponsorCardsReceived: [
    { trancheId, deliveryNote: 'BAST 11/2026', cards: 4800, receivedOn: day('2026-01-20') },
  ],
  PremiumGateOpened: [
    {
      trancheId,
      basis: 'RECEIVED',
      of: 'REGISTERED',
      sharePercent: 100,
      cards: 4800,
      quorum: 4800,
      registered: 4800,
      position: '120034',
    },
    {
      trancheId,
      basis: 'HANDED_OVER',
      of: 'QUOTA',
      sharePercent: 80,
      cards: 4000,
      quorum: 4000,
      registered: 4800,
      position: '120035',
    },
  ],
  PremiumGateOverridden: [
    {
      trancheId,
      cards: 3100,
      quorum: 5000,
      registered: 4800,
      position: '120036',
      reason: 'kepesertaan berakhir bila menunggu semua kartu',
      firstUnpaid: month('2026-01'),
      lapsesOn: day('2026-04-01'),
      overriddenBy: ['kepala-1'],
    },
  ],
  LapseWarned: [
    {
      trancheId,
      milestone: 'WARNING_30',
      firstUnpaid: month('2026-01'),
      dueOn: day('2026-01-30'),
      lapsesOn: day('2026-04-01'),
      payBy: day('2026-03-31'),
      calendarVersion: 'id-2026.1',
      workersAtRisk: 4790,
      gate: 'CLOSED',
      cardsMissing: 1900,
      remind: true,
      ruleId: 'C-23',
    },
    {
      trancheId,
      milestone: 'WARNING_60',
      firstUnpaid: month('2026-01'),
      dueOn: day('2026-03-01'),
      lapsesOn: day('2026-04-01'),
      payBy: day('2026-03-31'),
      calendarVersion: 'id-2026.1',
      workersAtRisk: 4790,
      gate: 'CLOSED',
      cardsMissing: 1900,
      remind: true,
      ruleId: 'C-23',
    },
    {
      trancheId,
      milestone: 'ESCALATION_80',
      firstUnpaid: month('2026-01'),
      dueOn: day('2026-03-21'),
      lapsesOn: day('2026-04-01'),
      payBy: day('2026-03-31'),
      calendarVersion: 'id-2026.1',
      workersAtRisk: 4790,
      gate: 'CLOSED',
      cardsMissing: 1900,
      remind: true,
      ruleId: 'C-23',
    },
  ],
  CoverLapsed: [
    {
      trancheId,
      firstUnpaid: month('2026-01'),
      lapsedOn: day('2026-04-01'),
      workers: 4790,
      gate: 'NONE',
      remind: false,
      ruleId: 'C-23',
    },
  ],
  ArrearsAccepted: [
    {
      trancheId,
      from: month('2026-01'),
      through: month('2026-04'),
      letter: 'B/221/042026',
      decidedOn: day('2026-04-20'),
    },
  ],
  BudgetGapEscalated: [
    {
      ...{ trancheId: ids.tranche, milestone: 'BUDGET_NOVEMBER', escalatedTo: 'HEAD_OF_OFFICE' },
      ...{ fiscalYear: 2027, months: [month('2027-01'), month('2027-02')], persons: 36_777 },
      ...{ amountIdr: idr(1_235_707_200n), deathsInTenths: 251, deathsBy: 'REFERENCE' },
      ruleId: 'C-24',
    },
  ],
  MonthsBudgeted: [
    {
      trancheId,
      from: month('2026-01'),
      through: month('2026-12'),
      document: 'DPA 5.1.02.02.01.0061/2026',
    },
  ],

  ContributionBilled: [
    {
      billId: ids.bill,
      trancheId,
      month: month('2026-03'),
      workers: 4810,
      amountIdr: idr(80_808_000n),
      paymentCode: '990000000002',
      payer: { payerId: ids.payer, mandateId: ids.mandate, mode: 'DISBURSES' },
      codeExpiresOn: day('2026-03-20'),
    },
    {
      billId: ids.bill,
      trancheId,
      month: month('2026-02'),
      workers: 4812,
      amountIdr: idr(80_841_600n),
      paymentCode: '990000000001',
    },
  ],
  BillDifferenceFound: [
    {
      ...{ billId: ids.bill, match: 1, difference: 1, kind: 'DEAD', workerId, row: 17 },
      amountIdr: idr(16_800n),
    },
    {
      ...{ billId: ids.bill, match: 1, difference: 2, kind: 'NOT_REGISTERED', workerId: null },
      ...{ row: 40, amountIdr: idr(16_800n) },
    },
    {
      ...{ billId: ids.bill, match: 1, difference: 3, kind: 'MISSING_ON_BILL', workerId },
      ...{ row: null, amountIdr: idr(0n) },
    },
  ],
  BillMatched: [
    {
      ...{ billId: ids.bill, match: 1, fileSha256, rows: 4812, matched: 4810, active: 4811 },
      ...{ decreed: 4811, differences: 3, differencesSha256: fileSha256, rollPosition: '120040' },
    },
  ],
  BillDifferencesDecided: [
    {
      ...{ billId: ids.bill, match: 1, differences: [1, 2], outcome: 'DEDUCT' },
      ...{ reason: 'meninggal; tidak dikenal', deductedIdr: idr(33_600n) },
      ...{ payableIdr: idr(80_808_000n), disputedIdr: idr(0n) },
      decidedBy: ['dinas-1', 'dinas-2'],
    },
    {
      ...{ billId: ids.bill, match: 1, differences: [3], outcome: 'ACCEPT' },
      ...{ reason: 'menyusul', deductedIdr: idr(33_600n), payableIdr: idr(80_808_000n) },
      decidedBy: ['dinas-1', 'dinas-2'],
    },
  ],
  TreasuryVoucherRecorded: [
    {
      ...{ billId: ids.bill, step: 'SP2D', number: '0001/SP2D/2026', on: day('2026-02-12') },
      ...{ signer: 'KUASA_BUD', accountCode: '5.1.02.02.01.0061', fundSource: 'PAD' },
      ...{ budgetDocument: 'DPA 1/2026', amountIdr: idr(80_808_000n) },
    },
  ],
  ContributionPaymentProved: [
    {
      ...{ billId: ids.bill, amountIdr: idr(80_808_000n), paidOn: day('2026-02-13') },
      ...{ reference: 'NTPN-1', evidenceSha256: fileSha256 },
    },
  ],
  TreasuryPaymentReturned: [
    {
      ...{ billId: ids.bill, number: '0412/SP2D/2026', returnedOn: day('2026-04-14') },
      ...{ amountIdr: idr(584_337_600n), reason: 'rekening tujuan ditutup' },
      evidenceSha256: fileSha256,
    },
  ],
  ContributionRefunded: [
    {
      ...{ billId: ids.bill, amountIdr: idr(16_800n), receivedOn: day('2026-03-02') },
      ...{ reference: 'STS-1', evidenceSha256: fileSha256 },
    },
  ],
  ReconciliationSigned: [
    {
      ...{ billId: ids.bill, match: 1, number: 'BA 1/2026', on: day('2026-02-20') },
      ...{ offices: ['BPJS_BRANCH', 'DISNAKER'], billedIdr: idr(80_841_600n) },
      ...{ deductedIdr: idr(33_600n), disputedIdr: idr(0n), payableIdr: idr(80_808_000n) },
      ...{ differences: 3, evidenceSha256: fileSha256 },
    },
  ],
  ContributionConfirmed: [
    {
      billId: ids.bill,
      trancheId,
      month: month('2026-02'),
      amountIdr: idr(80_841_600n),
      paidOn: day('2026-02-13'),
      reference: 'SP2D-0001/2026',
    },
  ],
};

/** Steered in the middle of a step. */
const steered = { reason: 'server dirawat', step: 'NOMINATION', done: 500, skipped: 3, left: 4309 };
/** Steered while nobody worked on it. */
const idle = { reason: 'server dirawat', step: null, done: 0, skipped: 0, left: 0 };

export const rosterSamples: SamplesOf<RosterEvent> = {
  RosterReceived: [
    {
      rosterId,
      trancheId,
      programmeId,
      fileSha256,
      rows: 4830,
      accepted: 4812,
      refused: 18,
    },
  ],
  RosterRowsRefused: [
    {
      rosterId,
      verdicts: [
        { row: 1, column: 'nik', problem: 'NIK_LENGTH', severity: 'refused' },
        { row: 2, column: 'nik', problem: 'NIK_NOT_DIGITS', severity: 'refused' },
        { row: 3, column: 'nik', problem: 'NIK_DATE', severity: 'refused' },
        { row: 4, column: 'nik', problem: 'NIK_PROVINCE_UNKNOWN', severity: 'refused' },
        { row: 5, column: 'nik', problem: 'NIK_SEQUENCE', severity: 'refused' },
        { row: 6, column: 'nik', problem: 'NIK_TWICE_IN_FILE', severity: 'refused' },
        { row: 7, column: 'nik', problem: 'NIK_BIRTH_DATE_DIFFERS', severity: 'warning' },
        { row: 8, column: 'nama', problem: 'NAME_MISSING', severity: 'refused' },
        { row: 9, column: 'tanggal_lahir', problem: 'BIRTH_DATE_INVALID', severity: 'refused' },
        { row: 10, column: 'tanggal_lahir', problem: 'AGE_BELOW_WINDOW', severity: 'refused' },
        { row: 11, column: 'tanggal_lahir', problem: 'AGE_ABOVE_WINDOW', severity: 'refused' },
        { row: 12, column: 'kelurahan', problem: 'KELURAHAN_UNKNOWN', severity: 'refused' },
        {
          row: 13,
          column: 'kelurahan',
          problem: 'KELURAHAN_OUTSIDE_PROGRAMME',
          severity: 'refused',
        },
        { row: 14, column: 'pekerjaan', problem: 'OCCUPATION_MISSING', severity: 'refused' },
        { row: 15, column: 'pekerjaan', problem: 'OCCUPATION_UNKNOWN', severity: 'warning' },
        { row: 16, column: 'rt', problem: 'COLUMN_MISSING', severity: 'refused' },
        { row: 17, column: 'nama', problem: 'FIELD_TOO_LONG', severity: 'refused' },
        { row: 18, column: 'nik', problem: 'ALREADY_MEMBER', severity: 'refused' },
      ],
    },
  ],
  RosterTakenOver: [
    {
      rosterId,
      asOf: day('2024-07-17'),
      decreeNumber: 'SK 1/2023',
      decreeDate: day('2023-09-28'),
    },
    { rosterId, asOf: day('2024-07-17'), decreeNumber: null, decreeDate: null },
  ],
  RosterApproved: [
    { rosterId, decreeNumber: 'SK 1/2026', decreeDate: day('2026-01-05'), workers: 4812 },
  ],
  RosterSubmitted: [{ rosterId, workers: 4812, fileSha256 }],
  RegistrationAnswered: [{ rosterId, fileSha256, accepted: 4800, refused: 12 }],
  RosterPaused: [
    { rosterId, ...steered },
    { rosterId, ...idle },
  ],
  RosterResumed: [
    { rosterId, ...steered },
    { rosterId, ...idle },
  ],
  RosterCancelled: [
    { rosterId, ...steered },
    { rosterId, ...idle },
  ],
  RosterReopened: [{ rosterId }],
  RosterStepCompleted: [
    { rosterId, step: 'NOMINATION', done: 4812, skipped: 0 },
    { rosterId, step: 'DECREE', done: 4812, skipped: 0 },
    { rosterId, step: 'REGISTRATION', done: 4800, skipped: 12 },
    { rosterId, step: 'CARDS', done: 4800, skipped: 0 },
  ],
};

const deathRow = {
  ...{ workerId, listId: ids.report, row: 7, score: 940 },
  source: 'KELURAHAN',
  deathDate: day('2026-05-18'),
} as const;

export const workerSamples: SamplesOf<WorkerEvent> = {
  WorkerNominated: [
    {
      workerId,
      programmeId,
      trancheId,
      rosterId,
      rosterRow: 3,
      nik: sealed('worker.nik', workerId),
      name: sealed('worker.name', workerId),
      birthDate: sealed('worker.birthDate', workerId),
      kelurahan: '64.74.02.1001',
      neighbourhood: sealed('worker.neighbourhood', workerId),
      occupation: 'FISHER',
      disability: sealed('worker.disability', workerId),
    },
  ],
  WorkerNamedInDecree: [{ workerId, decreeNumber: 'SK 1/2026', decreeDate: day('2026-01-05') }],
  WorkerEnrolled: [
    { workerId, kpj: sealed('worker.kpj', workerId), coverStart: day('2026-01-12') },
  ],
  WorkerRegistrationRefused: [{ workerId, reason: 'sudah terdaftar sebagai penerima upah' }],
  CardIssued: [{ workerId, cardId: ids.card, validFrom: day('2026-01-12') }],
  CardHandedOver: [
    { workerId, cardId: ids.card, method: 'LIST', receivedBy: 'WORKER', place: '64.74.02.1001' },
    { workerId, cardId: ids.card, method: 'SCAN', receivedBy: 'FAMILY', place: '64.74.02.1001' },
  ],
  PaidThroughReported: [{ workerId, paidThrough: month('2024-06') }],
  WorkerIncidentReported: [{ workerId, claimId: ids.claim, eventDate: day('2026-05-11') }],
  WorkerReportedDead: [{ workerId, claimId: ids.claim, deathDate: day('2026-05-18') }],
  WorkerDeathDateCorrected: [{ workerId, claimId: ids.claim, deathDate: day('2026-05-29') }],
  DeathReportWithdrawn: [{ workerId, claimId: ids.claim, ground: 'PERSON_ALIVE' }],
  WorkerFound: [
    { workerId, by: 'NIK', reason: 'keluarga datang ke loket' },
    { workerId, by: 'CARD', reason: null },
  ],
  WorkerFieldsRevealed: [
    { workerId, fields: ['name', 'nik', 'birthDate'], reason: 'mencocokkan dengan KTP' },
  ],
  WorkerNamedInDeathList: [
    { ...deathRow, matchedBy: 'NIK' },
    { ...deathRow, source: 'CIVIL_REGISTRY', matchedBy: 'NAME_AND_BIRTH' },
    { ...deathRow, matchedBy: 'PERSON' },
  ],
  DeathDoubtRaised: [
    {
      ...{ ...deathRow, doubtId: ids.document, name: sealed('deceased.name', ids.person) },
      birthDate: sealed('deceased.birthDate', ids.person),
      nik: sealed('deceased.nik', ids.person),
    },
    {
      ...{ ...deathRow, doubtId: ids.document, name: sealed('deceased.name', ids.person) },
      ...{ birthDate: null, nik: null },
    },
  ],
  DeathDoubtDecided: [
    {
      ...{ workerId, doubtId: ids.document, isSamePerson: true, decidedBy: ['verifikator-1'] },
      reason: 'alamat dan nama ibu cocok',
    },
  ],
  BereavedFamilyVisited: [
    {
      ...{ workerId, visitedOn: day('2026-06-20'), result: 'INFORMED' },
      note: sealed('outreach.note', workerId),
    },
    { workerId, visitedOn: day('2026-06-20'), result: 'NOT_FOUND', note: null },
  ],
  KnownDeathClosed: [{ workerId, ground: 'NO_HEIR', reason: 'hidup sendiri, tanpa keluarga' }],
  WorkerClaimSettled: [
    { workerId, claimId: ids.claim, outcome: 'SETTLED' },
    { workerId, claimId: ids.claim, outcome: 'REPORTED_PAID' },
    { workerId, claimId: ids.claim, outcome: 'REJECTED' },
  ],
};
