// Two ways back in a verification: a paper goes back to the family, a file to its verifier.
import { z } from 'zod';
import { pathOf, remembered } from '../story-parts.ts';
import type { Telling } from './telling.ts';

const rows = z.object({ rows: z.array(z.object({ claimId: z.string() })) });
const papers = z.object({
  contents: z.object({
    documents: z.array(z.object({ documentId: z.string(), kind: z.string() })),
  }),
});
const chosen = z.object({
  paper: z.object({ claimId: z.string(), documentId: z.string() }),
  file: z.string(),
});

const firstAt = async (telling: Telling, stage: string): Promise<string> => {
  // The screens may still be busy with the list of members.
  const answer = await telling.narrator.settle(
    ['claim', 'list', '--stage', stage, '--limit', '1'],
    (json) => rows.parse(json).rows.length > 0,
  );
  const [row] = rows.parse(answer).rows;
  if (row === undefined) throw new Error(`no claim is ${stage}`);
  return row.claimId;
};

const choose = (telling: Telling) =>
  remembered(pathOf(telling, 'dikembalikan.json'), chosen, async () => {
    const claimId = await firstAt(telling, 'DOCUMENTS_COMPLETE');
    const shown = await telling.narrator.settle(
      ['claim', 'show', claimId],
      (json) => papers.safeParse(json).success,
    );
    const { documents } = papers.parse(shown).contents;
    const paper = documents.find(({ kind }) => kind === 'HEIR_STATEMENT');
    if (paper === undefined) throw new Error('the file lacks the statement of heirs');
    return {
      paper: { claimId, documentId: paper.documentId },
      file: await firstAt(telling, 'RECOMMENDED'),
    };
  });

export const sendBack = async (telling: Telling): Promise<void> => {
  const { narrator } = telling;
  const { file, paper } = await choose(telling);
  await narrator.step({
    title: {
      id: 'Satu berkas kembali ke keluarga: surat ahli waris belum ditandatangani camat',
      en: 'One paper goes back to its family: the camat has not signed the statement of heirs',
    },
    as: 'verifikator-ani',
    args: [
      ...['claim', 'documents', 'return', paper.claimId, paper.documentId],
      ...['--why', 'belum ditandatangani camat'],
    ],
  });
  await narrator.step({
    title: {
      id: 'Satu klaim kembali ke verifikator: nama di buku rekening berbeda',
      en: 'One claim goes back to its verifier: another name stands in the bank book',
    },
    as: 'penetap-budi',
    args: ['claim', 'return', file, '--why', 'nama di buku rekening berbeda'],
  });
};
