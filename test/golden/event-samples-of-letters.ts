// Samples of what the letters of an office record: letterhead, signer, numbers.
import type { LetterheadEvent, LetterSeriesEvent } from '../../domain/letter/letter-events.ts';
import { day, fileSha256, ids, type SamplesOf } from './event-sample-parts.ts';

const letterheadId = '1d7c5be2-6a0e-5a4c-8f1b-73c0a9d5e210';
const seriesId = '2e8d6cf3-7b1f-5b5d-9a2c-84d1bae6f321';
const place = { office: 'BPJS_BRANCH', area: '64.74' } as const;
const head = {
  ...{ name: 'BPJS Ketenagakerjaan Cabang Bontang', address: 'Jalan MT Haryono 1, Bontang' },
  ...{ contact: 'bontang@contoh.test', place: 'Bontang', code: 'BPJS-BTG' },
};
const letter = { seriesId, number: 14, claimId: ids.claim };

export const letterSamples: SamplesOf<LetterheadEvent | LetterSeriesEvent> = {
  LetterheadSet: [{ letterheadId, ...place, from: day('2026-01-01'), head }],
  SignerNamed: [
    {
      ...{ letterheadId, ...place, actorId: 'penetap-budi', title: 'Kepala Cabang' },
      ...{ from: day('2026-01-01'), to: day('2026-12-31') },
    },
    {
      ...{ letterheadId, ...place, actorId: 'penetap-budi', title: 'Kepala Cabang' },
      ...{ from: day('2026-01-01'), to: null },
    },
  ],
  LetterIssued: [
    {
      ...{ ...letter, ...place, kind: 'GUARANTEE', year: 2026, claimVersion: 4 },
      ...{ reference: '002/SJP/BPJS-BTG/VI/2026', issuedOn: day('2026-06-12'), head },
      issuedBy: ['verifikator-ani'],
    },
    {
      ...{ ...letter, ...place, kind: 'DETERMINATION', year: 2026, claimVersion: 21 },
      ...{ reference: '014/PEN/BPJS-BTG/VI/2026', issuedOn: day('2026-06-12'), head },
    },
  ],
  LetterSigned: [
    {
      ...{ ...letter, signer: 'penetap-budi', title: 'Kepala Cabang' },
      ...{ signedOn: day('2026-06-12'), sha256: fileSha256 },
    },
  ],
  LetterVoided: [{ ...letter, reason: 'nama penerima salah' }],
};
