// Samples of what a claim waits for outside the office: visits, and a court.
import type { CourtEvent } from '../../domain/claim/documents/court-events.ts';
import type { FieldEvent } from '../../domain/claim/field/field-events.ts';
import { day, fileSha256, ids, type SamplesOf, sealed } from './event-sample-parts.ts';

const { claim: claimId, person } = ids;

export const fieldSamples: SamplesOf<CourtEvent | FieldEvent> = {
  CourtAwaited: [
    {
      ...{ claimId, court: 'PA Bontang', reference: '12/Pdt.P/2026/PA.Botg' },
      filedOn: day('2026-06-12'),
    },
  ],
  CourtWaitEnded: [{ claimId, reason: 'permohonan dicabut keluarga' }],
  FieldVisitOpened: [
    {
      ...{ claimId, visit: 1, ground: 'SOON_AFTER_ENROLMENT', ruleId: 'F-01' },
      ...{ article: 'praktik BPJS Ketenagakerjaan', reason: null },
    },
    {
      ...{ claimId, visit: 2, ground: 'DOUBT', ruleId: null, article: null },
      reason: 'alamat tidak cocok',
    },
  ],
  FieldVisitAssigned: [{ claimId, visit: 1, officer: 'kelurahan-eko', before: null }],
  FieldVisitWaived: [
    {
      ...{ claimId, visit: 1, reason: 'keluarga pindah ke luar pulau' },
      waivedBy: ['kepala-1'],
    },
  ],
  FieldVisitDone: [
    {
      ...{ claimId, visit: 1, officer: 'kelurahan-eko', visitedOn: day('2026-06-14') },
      ...{ result: 'CONFIRMED', minutes: sealed('visit.minutes', person) },
      signers: [
        { part: 'OFFICER', name: sealed('visit.signer', person) },
        { part: 'WITNESS', name: sealed('visit.signer', person) },
      ],
      ...{ evidenceSha256: fileSha256, recordedBy: ['kelurahan-eko'] },
    },
  ],
};
