// Samples of what is reported of an accident or an illness of a living member.
import type { IncidentEvent, IncidentReport } from '../../domain/claim/incident/incident-events.ts';
import { payee } from './event-sample-claim-facts.ts';
import {
  day,
  fileSha256,
  idr,
  ids,
  objectBy,
  type SamplesOf,
  sealed,
} from './event-sample-parts.ts';

const { claim: claimId, worker: workerId, person } = ids;

const said = sealed('report.notice', person);
const notice = {
  ...{ place: said, cause: said, time: said, work: said },
  ...{ tenure: said, exposure: said, diagnosis: said },
};

const incident: Omit<IncidentReport, 'notice'> = {
  ...{ claimId, workerId, reportId: ids.report },
  ...{ kind: 'ILLNESS', eventDate: day('2026-05-18'), ordinal: 1 },
  ...{ channel: 'KELURAHAN', relation: 'OFFICER' },
  reporterName: sealed('report.name', person),
  reporterContact: sealed('report.contact', person),
  circumstances: sealed('report.circumstances', person),
};

/** The way of a suspected accident: guaranteed, concluded, applied for, paid to the worker. */
export const incidentSamples: SamplesOf<IncidentEvent> = {
  IncidentReported: [
    {
      ...{ ...incident, notice, late: false },
      clocks: [
        {
          ...{ code: 'CLAIM_WITHIN_5_YEARS', dueOn: day('2031-05-18') },
          ...{ calendarVersion: 'calendar-days', ruleId: 'T-09' },
          article: 'PP 82/2019 Pasal 26',
        },
      ],
    },
    { ...incident, late: false },
  ],
  IncidentReportLinked: [
    { ...incident, channel: 'HEIR', notice, kindDiffers: false },
    { ...incident, channel: 'HEIR', kindDiffers: false },
  ],
  ClaimRouted: [
    {
      ...{ claimId, to: 'JKN', ground: 'ILLNESS_NOT_FROM_WORK' },
      ...{ ruleId: 'K-02', article: 'Permenaker 5/2021 Pasal 7(2)' },
      ...{ lawVersion: 'L3', rulesetId: 'lindung-rules-2026.2' },
      objectBy,
    },
    {
      ...{ claimId, to: 'JKN', ground: 'ILLNESS_NOT_FROM_WORK' },
      ...{ ruleId: 'K-02', article: 'Permenaker 5/2021 Pasal 7(2)' },
      ...{ lawVersion: 'L3', rulesetId: 'lindung-rules-2026.2' },
    },
  ],
  CareGuaranteed: [
    {
      ...{ claimId, concludeBy: day('2026-06-18') },
      ...{ ruleId: 'T-04', article: 'PP 49/2023 Pasal 25A, 25B' },
      receivedOn: day('2026-05-19'),
    },
    {
      ...{ claimId, concludeBy: day('2026-06-18') },
      ...{ ruleId: 'T-04', article: 'PP 49/2023 Pasal 25A, 25B' },
    },
  ],
  IncidentConcluded: [
    {
      ...{ claimId, conclusion: 'ON_THE_WAY', ruleId: 'K-02' },
      ...{ article: 'Permenaker 5/2021 Pasal 7(2)', evidenceSha256: fileSha256 },
      ...{ reason: 'dua saksi', traffic: true, late: false },
      ...{ concludedBy: ['verifikator-1'], concludedOn: day('2026-05-25') },
    },
    {
      ...{ claimId, conclusion: 'NOT_FROM_WORK', ruleId: 'K-02' },
      ...{ article: 'Permenaker 5/2021 Pasal 7(2)', evidenceSha256: fileSha256 },
      ...{ reason: 'di rumah', traffic: false, late: false },
    },
  ],
  SecondStageReported: [
    {
      ...{ claimId, outcome: 'PARTIAL_DISABILITY', declaredOn: day('2026-06-20'), late: false },
      clocks: [
        {
          ...{ code: 'APPLY_WITHIN_48_HOURS', dueOn: day('2026-06-22') },
          ...{ calendarVersion: 'calendar-days', ruleId: 'T-05' },
          article: 'Permenaker 1/2025 Pasal 19(2)–(3)',
        },
      ],
    },
    { claimId, outcome: 'PARTIAL_DISABILITY', declaredOn: day('2026-06-20'), late: false },
  ],
  MedicalStatementRecorded: [
    {
      ...{ claimId, daysOff: 21, handedness: 'RIGHT', evidenceSha256: fileSha256 },
      losses: [
        { code: 'D05', count: 1, functionLost: 5_000, measure: null },
        { code: 'D32', count: 1, functionLost: null, measure: 2_000 },
      ],
    },
  ],
  CostsClaimed: [
    {
      claimId,
      bills: [
        { code: 'JKK.TRANSPORT_LAND', amountIdr: idr(6_200_000n), referencePriceIdr: null },
        {
          ...{ code: 'JKK.REHABILITATION', amountIdr: idr(3_000_000n) },
          referencePriceIdr: idr(2_500_000n),
        },
      ],
    },
  ],
  LatenessExplained: [
    {
      ...{ claimId, stage: 'FIRST', because: 'HOSPITAL_TOLD_LATE', party: 'HOSPITAL' },
      ...{ note: 'RSUD memberi tahu 20 Juni', explainedBy: ['kelurahan-eko'] },
    },
  ],
  PayeeDetermined: [{ claimId, payee }],
};
