// Samples of examinations and of what the house found wrong with itself.
import type { ExaminationEvent } from '../../domain/examination/events.ts';
import { day, fileSha256, idr, ids, type SamplesOf } from './event-sample-parts.ts';

const examinationId = '4b1b7a4e-5a55-5f0a-9e0b-0f4f3b8f2a11';

export const examinationSamples: SamplesOf<ExaminationEvent> = {
  ExaminationOpened: [
    {
      ...{ examinationId, kind: 'LETTER', number: '700/12/Itda/2026', office: 'INSPEKTORAT' },
      ...{ team: ['auditor-1', 'auditor-2'], from: day('2026-06-01'), to: day('2026-06-30') },
      ...{ area: '64.74', scope: 'pembayaran santunan triwulan satu' },
    },
  ],
  SampleDrawn: [
    {
      ...{ examinationId, seed: '700/12', population: 'CLAIMS', position: '1250' },
      ...{ root: 'sxtTQhc+BzbUp0Xx7Vw+tpE/9417ZJrsEgNlLKdLArc=', populationSize: 26 },
      itemIds: [ids.claim],
    },
  ],
  ItemConcluded: [
    {
      ...{ examinationId, itemId: ids.claim, conclusion: 'DEVIATES' },
      ...{ note: 'kartu keluarga tidak dilegalisasi', evidenceSha256: fileSha256 },
    },
  ],
  FindingRecorded: [
    {
      ...{ examinationId, findingNumber: 1, condition: 'dibayar tanpa kunjungan' },
      ...{ criterion: 'Perwali 23/2023', causeText: 'petugas kurang', effectText: 'berisiko' },
      ...{ recommendation: 'kunjungi sebelum diusulkan', amountIdr: idr(42_000_000n) },
      ...{ positions: ['828'], auditee: 'verifikator-1', dueOn: day('2026-07-31') },
    },
  ],
  DivergenceFound: [
    {
      ...{ examinationId, findingNumber: 2, kind: 'PROJECTION', name: 'claim-queue' },
      ...{ key: ids.claim, part: 'stage', firstPosition: '828', auditee: 'admin-1' },
      dueOn: day('2026-07-31'),
    },
  ],
  FindingAnswered: [
    {
      ...{ examinationId, findingNumber: 1, answer: 'akan dikunjungi', agrees: true },
      answeredBy: ['verifikator-1'],
    },
  ],
  FollowUpRecorded: [
    { examinationId, findingNumber: 1, note: 'sudah dikunjungi', evidenceSha256: fileSha256 },
  ],
  FindingClosed: [
    { examinationId, findingNumber: 1, reason: 'tindak lanjut memadai', closedBy: ['auditor-1'] },
  ],
  ExaminationClosed: [{ examinationId, openFindings: 0 }],
};
