// The registration desk of the demo's branch: answers a registration file with a KPJ for each worker.
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { csvLine } from '../../infra/rosters/csv-cell.ts';

const lines = z.array(z.object({ REFERENSI: z.string(), NIK: z.string() }));

/** Eleven digits that follow from the NIK, so that the same list is answered the same. */
export const kpjOf = (nik: string): string => {
  const digest = createHash('sha256').update(`demo-kpj|${nik}`).digest();
  return (digest.readBigUInt64BE() % 100_000_000_000n).toString().padStart(11, '0');
};

/** One in so many is refused although our own check passed: the branch knows more than we do. */
export const PER_REFUSAL = 100;

/** Every worker is accepted but one in a hundred, who is a wage earner already. */
export const answerRegistration = (
  exported: Uint8Array,
  terms: { readonly coverStart: string },
): string => {
  const workers = lines.parse(parse(Buffer.from(exported), { columns: true, bom: true }));
  const head = csvLine(['REFERENSI', 'KPJ', 'MULAI_PERLINDUNGAN', 'ALASAN_PENOLAKAN']);
  const answers = workers.map(({ REFERENSI, NIK }, index) =>
    index % PER_REFUSAL === PER_REFUSAL - 1
      ? csvLine([REFERENSI, '', '', 'Sudah menjadi peserta penerima upah'])
      : csvLine([REFERENSI, kpjOf(NIK), terms.coverStart, '']),
  );
  return [head, ...answers].join('');
};
