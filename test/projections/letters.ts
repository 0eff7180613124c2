// A year's receipts of one office for projection tests: numbered, signed, or void.
import type { LetterSeriesEvent } from '../../domain/letter/letter-events.ts';
import { day, type Fact } from './history.ts';

const seriesId = 'receipts-2024';
const HEAD = {
  ...{ name: 'Cabang Bontang', address: 'Jl. Awang Long 1', contact: '0548-000000' },
  ...{ place: 'Bontang', code: 'BPJS-BTG' },
};

const fact = (event: LetterSeriesEvent): Fact => ({
  ...{ category: 'letter_series', streamId: seriesId, event },
  ...{ at: '2024-06-02T02:00:00Z', by: 'verifikator', act: 'sign-letter', office: 'BPJS_BRANCH' },
});

const issued = (number: number, claimId: string): Fact =>
  fact({
    type: 'LetterIssued',
    data: {
      ...{ office: 'BPJS_BRANCH', area: '64.74', kind: 'RECEIPT', year: 2024 },
      ...{ seriesId, number, reference: `00${number}/TT/BPJS-BTG/VI/2024` },
      ...{ claimId, claimVersion: 1, issuedOn: day('2024-06-02'), head: HEAD },
    },
  });

export const letterFacts = (claimIds: readonly string[]): readonly Fact[] =>
  claimIds.flatMap((claimId, index) => {
    const number = index + 1;
    const of = { seriesId, number, claimId };
    const followUps: readonly LetterSeriesEvent[] = [
      {
        type: 'LetterSigned',
        data: {
          ...{ ...of, signer: 'kepala-cabang', title: 'Kepala Cabang' },
          ...{ signedOn: day('2024-06-03'), sha256: 'a'.repeat(64) },
        },
      },
      { type: 'LetterVoided', data: { ...of, reason: 'salah alamat' } },
    ];
    // One is signed, the next void, the next still waits for its signer.
    return [issued(number, claimId), ...followUps.slice(index % 3, (index % 3) + 1).map(fact)];
  });
