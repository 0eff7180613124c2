// Samples of what a death claim records, from the first report to the last rupiah.
import type { ClaimEvent } from '../../domain/claim/events.ts';
import {
  checks,
  cover,
  heir,
  lines,
  mandate,
  payee,
  report,
  uncovered,
} from './event-sample-claim-facts.ts';
import { deathSamples } from './event-sample-deaths.ts';
import { fieldSamples } from './event-sample-field.ts';
import { hospitalSamples } from './event-sample-hospital.ts';
import { incidentSamples } from './event-sample-incidents.ts';
import {
  day,
  fileSha256,
  idr,
  ids,
  month,
  objectBy,
  type SamplesOf,
  sealed,
} from './event-sample-parts.ts';

const { claim: claimId, person } = ids;

export const claimSamples: SamplesOf<ClaimEvent> = {
  DeathReported: [report],
  DeathReportLinked: [
    {
      ...report,
      channel: 'HEIR',
      relation: 'SPOUSE',
      workAccidentSuspected: true,
      deathDateDiffers: false,
    },
  ],
  DeathDateCorrected: [
    {
      ...{ claimId, workerId: ids.worker, before: day('2026-05-30'), deathDate: day('2026-05-29') },
      ...{ evidenceSha256: fileSha256, reason: 'akta kematian', decisionFell: true },
    },
  ],
  DeathDisproved: [{ claimId, workerId: ids.worker, ground: 'PERSON_ALIVE' }],
  ...deathSamples,
  CasesLinked: [
    {
      claimId,
      cases: [
        { claimId: ids.document, kind: 'DEATH', day: day('2026-05-18') },
        { claimId: ids.bill, kind: 'INCIDENT', day: day('2026-05-11') },
      ],
    },
  ],
  ...incidentSamples,
  ...fieldSamples,
  ...hospitalSamples,
  DocumentReceived: [
    {
      claimId,
      documentId: ids.document,
      kind: 'DEATH_CERTIFICATE',
      sha256: fileSha256,
      form: 'LEGALISED',
      file: { type: 'PDF', bytes: 348_112, malware: 'CLEAN', scanner: 'ClamAV 1.4.3/27821' },
      seen: { by: 'kelurahan-eko', on: day('2026-06-03'), place: 'Kantor Lurah Guntung' },
    },
    {
      ...{ claimId, documentId: ids.document, kind: 'FAMILY_CARD', sha256: fileSha256 },
      ...{ form: 'COPY', file: { type: 'JPEG', bytes: 1_048_576, malware: 'NOT_SCANNED' } },
    },
    {
      ...{ claimId, documentId: ids.document, kind: 'CLAIM_FORM', sha256: fileSha256 },
      form: 'COPY',
    },
  ],
  DocumentAccepted: [{ claimId, documentId: ids.document, kind: 'DEATH_CERTIFICATE' }],
  DocumentReturned: [
    {
      claimId,
      documentId: ids.document,
      kind: 'DEATH_CERTIFICATE',
      reason: 'tidak terbaca',
    },
  ],
  DocumentsCompleted: [
    {
      claimId,
      kinds: [
        'CLAIM_FORM',
        'MEMBER_CARD',
        'WORKER_ID_CARD',
        'HEIR_ID_CARD',
        'FAMILY_CARD',
        'DEATH_CERTIFICATE',
        'HEIR_STATEMENT',
        'MARRIAGE_BOOK',
        'BANK_BOOK',
        'POWER_OF_ATTORNEY',
      ],
      due: {
        ...{ code: 'PAY_WITHIN_3_WORKING_DAYS', dueOn: day('2026-06-12') },
        ...{ calendarVersion: 'id-national-2023-2026.1', ruleId: 'T-07' },
        article: 'Permenaker Pasal 79(2)',
      },
    },
    { claimId, kinds: ['CLAIM_FORM', 'DEATH_CERTIFICATE'] },
  ],
  ChecksRecorded: [
    { claimId, checks, cover },
    { claimId, checks, cover: uncovered },
  ],
  HeirsDetermined: [
    {
      claimId,
      heirs: [
        {
          ref: 'anak',
          relation: 'CHILD',
          name: sealed('heir.name', person),
          minor: true,
          guardianName: sealed('heir.guardian', person),
        },
      ],
      rank: '1',
      payee: { ...payee, ref: 'wali' },
      nameDiffers: true,
    },
    {
      claimId,
      heirs: [
        heir('istri', 'SPOUSE'),
        heir('ibu', 'PARENT'),
        heir('kakek', 'GRANDPARENT'),
        heir('cucu', 'GRANDCHILD'),
        heir('adik', 'SIBLING'),
        heir('mertua', 'PARENT_IN_LAW'),
        heir('wasiat', 'WILL'),
        heir('pengadilan', 'COURT_NAMED'),
        heir('pemakaman', 'FUNERAL_ORGANISER'),
      ],
      rank: '1',
      payee,
    },
  ],
  BenefitsDetermined: [
    {
      claimId,
      benefit: 'JKM',
      lawVersion: 'L3',
      rulesetId: 'lindung-rules-2026.1',
      lines,
      totalIdr: idr(42_000_000n),
      flags: ['ARREARS_DUE'],
      paymentBlocked: true,
    },
  ],
  ClaimRecommended: [
    {
      claimId,
      decision: 1,
      totalIdr: idr(42_000_000n),
      mandate,
      precheck: true,
      recommendedBy: ['verifikator-2', 'verifikator-1'],
      reason: 'kedua laporan sudah diperiksa',
      topUp: 1,
    },
    {
      claimId,
      decision: 1,
      totalIdr: idr(42_000_000n),
      mandate,
      precheck: true,
      recommendedBy: ['verifikator-2', 'verifikator-1'],
      reason: 'kedua laporan sudah diperiksa',
    },
    {
      claimId,
      decision: 1,
      totalIdr: idr(42_000_000n),
      mandate: { ...mandate, mode: 'DISBURSES' },
      precheck: false,
      recommendedBy: ['verifikator-1'],
    },
  ],
  ClaimApproved: [
    {
      claimId,
      decision: 1,
      totalIdr: idr(42_000_000n),
      recommendedBy: ['verifikator-1'],
      approvedBy: ['kepala-1'],
      decidedOn: day('2026-06-02'),
      objectBy,
    },
    {
      claimId,
      decision: 1,
      totalIdr: idr(42_000_000n),
      recommendedBy: ['verifikator-1'],
      approvedBy: ['kepala-1'],
    },
  ],
  DeterminationReported: [
    {
      claimId,
      decision: 1,
      determinedIdr: idr(10_000_000n),
      computedIdr: idr(42_000_000n),
      differs: true,
      reference: 'PEN-0001/2026',
      determinedOn: day('2026-06-02'),
      recommendedBy: ['verifikator-1'],
      approvedBy: ['kepala-1'],
      objectBy,
    },
    {
      claimId,
      decision: 1,
      determinedIdr: idr(10_000_000n),
      computedIdr: idr(42_000_000n),
      differs: true,
      reference: 'PEN-0001/2026',
      determinedOn: day('2026-06-02'),
      recommendedBy: ['verifikator-1'],
      approvedBy: ['kepala-1'],
    },
  ],
  ClaimReturned: [{ claimId, reason: 'ahli waris belum lengkap' }],
  ClaimRejected: [
    {
      claimId,
      reason: 'kepesertaan belum mulai',
      article: 'PP 44/2015 Pasal 1',
      cure: 'ajukan keberatan dengan bukti iuran',
      recommendedBy: ['verifikator-1'],
      rejectedBy: ['kepala-1'],
      code: 'COVER_NOT_ACTIVE',
      decidedOn: day('2026-06-02'),
      objectBy,
    },
    {
      claimId,
      reason: 'kepesertaan belum mulai',
      article: 'PP 44/2015 Pasal 1',
      cure: 'ajukan keberatan dengan bukti iuran',
      recommendedBy: ['verifikator-1'],
      rejectedBy: ['kepala-1'],
    },
  ],
  ClaimWithdrawn: [{ claimId, reason: 'dicabut keluarga' }],
  ClaimReopened: [{ claimId, reason: 'bukti baru diterima' }],
  RuleVersionApplied: [
    {
      claimId,
      treatment: 'MIGRATED',
      from: 'lindung-rules-2026.2',
      to: 'lindung-rules-2026.2+1',
      before: {
        totalIdr: idr(10_000_000n),
        flags: ['WITHIN_FIRST_THREE_MONTHS'],
        lawVersion: 'L3',
      },
      after: { totalIdr: idr(42_000_000n), flags: [], lawVersion: 'L3' },
      cause: { streamId: ids.ruleBook, position: '130017' },
      reason: 'surat Kanwil 12/2026',
    },
    {
      claimId,
      treatment: 'PINNED',
      from: 'lindung-rules-2026.2',
      to: 'lindung-rules-2026.2+1',
      before: null,
      after: null,
      cause: { streamId: ids.ruleBook, position: '130017' },
    },
  ],
  ObjectionAnswered: [
    {
      ...{ claimId, objectionId: ids.report, outcome: 'DISMISSED', reason: 'sesuai surat dokter' },
      ...{ article: 'PP 44/2015 Lampiran III', answeredBy: ['kepala-1'] },
      ...{ answeredOn: day('2026-06-24'), decisionFell: false },
    },
  ],
  DecisionObjected: [
    {
      ...{ claimId, objectionId: ids.report, against: 'REJECTED', relation: 'SPOUSE' },
      objector: sealed('objection.name', person),
      grounds: sealed('objection.grounds', person),
      evidenceSha256: fileSha256,
      ...{ objectedOn: day('2026-06-10'), barOn: day('2026-07-03'), ruleId: 'X-04' },
      ...{ answerDueOn: day('2026-06-25'), calendarVersion: 'id-2026.1', decidedBy: ['kepala-1'] },
      late: true,
    },
    {
      ...{ claimId, objectionId: ids.document, against: 'ROUTED_TO_JKN', relation: 'CHILD' },
      objector: sealed('objection.name', person),
      grounds: sealed('objection.grounds', person),
      evidenceSha256: null,
      ...{ objectedOn: day('2026-06-10'), barOn: null, ruleId: 'X-04' },
      ...{ answerDueOn: day('2026-06-25'), calendarVersion: 'id-2026.1', decidedBy: [] },
    },
  ],
  ClaimEscalated: [
    { claimId, reason: 'dua keterangan saling bertentangan', escalatedBy: ['kepala-1'] },
  ],
  TopUpProposed: [
    {
      ...{ claimId, proposal: 1, entitledIdr: idr(42_000_000n), grantedIdr: idr(10_000_000n) },
      ...{ amountIdr: idr(32_000_000n), shares: [{ payee: 'istri', amountIdr: idr(32_000_000n) }] },
      cause: { kind: 'CONTRIBUTION', streamId: ids.bill, position: '120040' },
    },
    {
      ...{ claimId, proposal: 2, entitledIdr: idr(42_000_000n), grantedIdr: idr(10_000_000n) },
      ...{ amountIdr: idr(32_000_000n), shares: [{ payee: 'istri', amountIdr: idr(32_000_000n) }] },
      cause: { kind: 'DETERMINATION', reference: 'PW-3/2026' },
    },
  ],
  RecoveryProposed: [
    {
      ...{ claimId, proposal: 3, entitledIdr: idr(10_000_000n), grantedIdr: idr(42_000_000n) },
      ...{ amountIdr: idr(32_000_000n), shares: [{ payee: 'istri', amountIdr: idr(32_000_000n) }] },
      cause: { kind: 'DEATH_DATE', reference: fileSha256 },
    },
  ],
  AdjustmentDropped: [
    {
      ...{ claimId, dropped: 'RECOVERY', proposal: 3 },
      cause: { kind: 'DETERMINATION', reference: 'PW-3/2026' },
    },
  ],
  RecoveryDecided: [
    {
      ...{ claimId, proposal: 3, outcome: 'WAIVE', amountIdr: idr(32_000_000n) },
      ...{ legalBasis: 'PP 44/2015', reason: 'keluarga beritikad baik', decidedBy: ['kepala-1'] },
      decision: 2,
    },
    {
      ...{ claimId, proposal: 4, outcome: 'DEMAND', amountIdr: idr(10_000_000n) },
      ...{ legalBasis: 'KUHPerdata 1359', reason: 'dibayar lebih', decidedBy: ['kepala-1'] },
    },
  ],
  RecoveryRepaid: [
    {
      ...{ claimId, amountIdr: idr(10_000_000n), paidOn: day('2026-07-02') },
      ...{ reference: 'BKM-77/2026', leftIdr: idr(22_000_000n), evidenceSha256: fileSha256 },
      recordedBy: ['bendahara-1'],
    },
  ],
  BindingDeterminationRecorded: [
    {
      ...{ claimId, authority: 'LABOUR_INSPECTOR', reference: 'PW-3/2026' },
      ...{ determinedOn: day('2026-06-20'), entitledIdr: idr(48_000_000n) },
      ...{ basis: 'PP 44/2015 Pasal 49', evidenceSha256: fileSha256 },
      recordedBy: ['verifikator-ani'],
    },
    {
      ...{ claimId, authority: 'COURT', reference: '12/Pdt.G/2026' },
      ...{ determinedOn: day('2026-06-20'), entitledIdr: idr(48_000_000n) },
      ...{ basis: 'PP 44/2015 Pasal 49', evidenceSha256: fileSha256 },
    },
  ],
  LateFactFound: [
    {
      claimId,
      cause: { streamId: ids.bill, position: '120040' },
      before: {
        state: 'GRACE',
        unpaidMonths: 2,
        membershipStart: day('2026-01-12'),
        paidThrough: month('2026-03'),
      },
      now: {
        state: 'ACTIVE',
        unpaidMonths: 0,
        membershipStart: day('2026-01-12'),
        paidThrough: month('2026-05'),
      },
      position: '120041',
      effect: 'CHECK_AGAIN',
    },
    {
      claimId,
      cause: { streamId: ids.tranche, position: '120042' },
      before: { state: 'NOT_STARTED', unpaidMonths: 0, membershipStart: null, paidThrough: null },
      now: {
        state: 'ACTIVE',
        unpaidMonths: 0,
        membershipStart: day('2026-01-12'),
        paidThrough: month('2026-05'),
      },
      position: '120043',
      effect: 'REOPENED',
    },
  ],
  ClaimTakenOver: [
    {
      claimId,
      agendaNumber: 'AG-17/2024',
      stage: 'CHECKED',
      papers: [{ documentId: ids.document, kind: 'CLAIM_FORM' }],
      completeOn: day('2024-06-03'),
    },
    { claimId, agendaNumber: null, stage: 'REPORTED', papers: [], completeOn: null },
  ],
  ClaimPaidBefore: [
    {
      claimId,
      workerId: ids.worker,
      paymentId: ids.payable,
      decidedIdr: idr(42_000_000n),
      decidedOn: day('2024-05-20'),
      decisionReference: 'PEN-12/2024',
      paidIdr: idr(42_000_000n),
      paidOn: day('2024-05-27'),
      paymentReference: 'TRF-0042',
      mandate: {
        payerId: ids.payer,
        mandateId: ids.mandate,
        mode: 'DISBURSES',
        programmeId: ids.programme,
      },
      outcome: 'SETTLED',
    },
    {
      claimId,
      workerId: ids.worker,
      paymentId: ids.payable,
      decidedIdr: idr(42_000_000n),
      decidedOn: null,
      decisionReference: null,
      paidIdr: idr(42_000_000n),
      paidOn: day('2024-05-27'),
      paymentReference: 'TRF-0043',
      mandate: {
        payerId: ids.payer,
        mandateId: ids.mandate,
        mode: 'TRACKS',
        programmeId: ids.programme,
      },
      outcome: 'REPORTED_PAID',
    },
  ],
  DeadlinePassed: [
    {
      claimId,
      code: 'PAY_WITHIN_3_WORKING_DAYS',
      dueOn: day('2026-06-05'),
      calendarVersion: 'id-2026.1',
      ruleId: 'T-07',
    },
  ],
  LateCompensationFound: [
    {
      ...{ claimId, dueOn: day('2026-06-05'), paidOn: day('2026-06-09'), lateDays: 4 },
      ...{ unit: 'CALENDAR', calendarVersion: 'id-2026.1', rulesetId: 'lindung-rules-2026.4' },
      lines: [
        {
          ...{ code: 'COMP.LATE_PAYMENT', amountIdr: idr(1_680_000n), payee: 'h1' },
          formula: '4 × 1 % × Rp42.000.000 = Rp1.680.000',
          ...{ ruleId: 'T-08', article: 'PP 44/2015 Pasal 37(3)' },
        },
      ],
    },
  ],
  DeadlineEscalated: [
    {
      ...{ claimId, code: 'PAY_WITHIN_3_WORKING_DAYS', dueOn: day('2026-06-05') },
      ...{ late: 'TREASURER', to: 'release-run' },
    },
  ],
  EscalationAnswered: [
    {
      ...{ claimId, code: 'PAY_WITHIN_3_WORKING_DAYS', dueOn: day('2026-06-05') },
      ...{ measure: 'dibayar besok lewat run pagi', answeredBy: ['kepala-1'] },
    },
  ],
  FollowUpRefused: [{ claimId, step: 'NOTE_OUTCOME', code: 'OutcomeAlreadyKnown' }],
  FollowUpTaken: [{ claimId, step: 'NOTE_OUTCOME' }],
  ClaimAssigned: [
    { claimId, assignee: 'verifikator-1', before: null, reason: null },
    { claimId, assignee: 'verifikator-2', before: 'verifikator-1', reason: 'cuti' },
  ],
  ClaimReleased: [
    { claimId, assignee: 'verifikator-1', reason: null },
    { claimId, assignee: 'verifikator-2', reason: 'pindah tugas' },
  ],
  ClaimFieldsRevealed: [
    {
      claimId,
      fields: ['PAYEE_NAME', 'PAYEE_ACCOUNT', 'HEIR_NAME', 'REPORTER_CONTACT'],
      reason: 'mencocokkan nama rekening',
    },
  ],
  DocumentRead: [
    { claimId, documentId: ids.document, kind: 'DEATH_CERTIFICATE', reason: null },
    { claimId, documentId: ids.document, kind: 'BANK_BOOK', reason: 'pemeriksaan semester I' },
  ],
  ClaimSettled: [
    {
      claimId,
      decision: 1,
      paidIdr: idr(10_000_000n),
      retainedIdr: idr(32_000_000n),
      outcome: 'SETTLED',
    },
    {
      claimId,
      decision: 1,
      paidIdr: idr(42_000_000n),
      retainedIdr: idr(0n),
      outcome: 'REPORTED_PAID',
    },
  ],
};
