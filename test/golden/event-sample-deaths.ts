// Samples of where a death comes from: concluded, and converted once it was paid.
import type { DeathOriginEvent } from '../../domain/claim/death/death-events.ts';
import type { MissingEvent } from '../../domain/claim/death/missing-events.ts';
import { lines, payee, report } from './event-sample-claim-facts.ts';
import { day, fileSha256, idr, ids, type SamplesOf } from './event-sample-parts.ts';

const { claim: claimId } = ids;

const { deathDate: _, ...told } = report;

export const deathSamples: SamplesOf<DeathOriginEvent | MissingEvent> = {
  PersonMissing: [{ ...told, missingSince: day('2026-02-11'), workAccidentSuspected: true }],
  MissingDetermined: [
    {
      ...{ claimId, workerId: ids.worker, deathDate: day('2026-02-11'), authority: 'COURT' },
      ...{ reference: 'Penetapan 12/Pdt.P/2026/PN Bon', determinedOn: day('2026-05-18') },
      ...{ ruleId: 'T-11', article: 'praktik', evidenceSha256: fileSha256 },
    },
  ],
  PersonFound: [
    {
      ...{ claimId, workerId: ids.worker, foundOn: day('2026-03-02'), evidenceSha256: fileSha256 },
      ...{ reason: 'terdampar di pulau lain', decisionFell: false },
    },
  ],
  DeathConcluded: [
    {
      ...{ claimId, conclusion: 'AT_WORK', fromWork: true, accidentDate: day('2026-05-11') },
      accident: {
        ...{ claimId: ids.document, eventDate: day('2026-05-11') },
        disabilityIdr: idr(32_000_000n),
      },
      ...{ claimedOn: day('2026-05-19'), ruleId: 'K-02' },
      ...{ article: 'Permenaker 5/2021 Pasal 7(2)', evidenceSha256: fileSha256 },
      ...{ reason: 'dua saksi', traffic: false, late: false, decisionFell: false },
      ...{ concludedBy: ['verifikator-1'], concludedOn: day('2026-05-25') },
    },
    {
      ...{ claimId, conclusion: 'NOT_FROM_WORK', fromWork: false },
      ...{ accidentDate: null, accident: null },
      ...{ claimedOn: day('2026-05-19'), ruleId: 'K-07' },
      ...{ article: 'PP 44/2015 Pasal 1', evidenceSha256: fileSha256 },
      ...{ reason: 'di rumah', traffic: false, late: true, decisionFell: true },
      ...{ concludedBy: ['verifikator-1'], concludedOn: day('2026-06-25') },
    },
  ],
  BenefitConverted: [
    {
      ...{ claimId, from: 'JKM', to: 'JKK', lawVersion: 'L1', rulesetId: 'lindung-rules-2026.2' },
      reversed: lines,
      lines: [
        {
          ...{ code: 'JKK.DEATH', amountIdr: idr(48_000_000n), payee: payee.ref },
          ...{ formula: '60 % × 80 × Rp1.000.000 = Rp48.000.000', ruleId: 'K-20' },
          article: 'PP 82/2019 Pasal 25',
        },
      ],
      ...{ totalIdr: idr(48_000_000n), flags: ['SCHOLARSHIP_RIGHT'], paymentBlocked: false },
      cause: { kind: 'ORIGIN', reference: fileSha256 },
    },
  ],
};
