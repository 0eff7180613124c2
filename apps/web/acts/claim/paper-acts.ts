// Papers of a claim: take one as proof, or send it back with the sentence that the family reads.

import { officeDay } from '../../../../domain/calendar.ts';
import { claimFileInLog } from '../../../../projections/claim-file.ts';
import { documentKinds } from '../../../copy/claim-words.ts';
import { formatLongDay } from '../../../copy/format.ts';
import type { Text } from '../../../copy/text.ts';
import { defineAct } from '../act.ts';
import type { ActAt } from '../act-at.ts';
import { longTextField, pickField } from '../fields.ts';

const named = ([id, en]: Text, day: string): Text => [
  `${id}, ${formatLongDay(day, 'id')}`,
  `${en}, ${formatLongDay(day, 'en')}`,
];

/** Papers that are here and were not sent back. */
const papers =
  (wanted: (accepted: boolean) => boolean) =>
  async ({ desk, streamId }: ActAt) => {
    const file = await claimFileInLog(desk.store, streamId);
    const here = (file?.contents.documents ?? []).filter(
      ({ state, acceptedAt }) => state === 'RECEIVED' && wanted(acceptedAt !== null),
    );
    return here.map(({ documentId, kind, receivedAt }) => ({
      value: documentId,
      word: named(documentKinds[kind], officeDay(receivedAt)),
    }));
  };

const label: Text = ['Berkas', 'Paper'];

export const acceptPaper = defineAct({
  name: 'accept-document',
  category: 'claim',
  command: 'AcceptDocument',
  title: ['Terima berkas sebagai bukti', 'Accept a paper as proof'],
  button: ['Terima sebagai bukti', 'Accept as proof'],
  fields: { documentId: pickField({ label, options: papers((accepted) => !accepted) }) },
  make: ({ documentId }) => ({ type: 'AcceptDocument', data: { documentId } }),
});

export const returnPaper = defineAct({
  name: 'return-document',
  category: 'claim',
  command: 'ReturnDocument',
  title: ['Kembalikan berkas', 'Return a paper'],
  button: ['Kembalikan berkas', 'Return the paper'],
  explain: [
    'Keluarga diminta membawa berkas ini lagi. Jam hukum berhenti sampai berkas lengkap.',
    'The family is asked to bring this paper again. The clock of the law stands still until then.',
  ],
  fields: {
    documentId: pickField({ label, options: papers(() => true) }),
    reason: longTextField({
      label: ['Apa yang kurang', 'What is wrong with it'],
      hint: ['Misalnya: halaman kedua tidak terbaca.', 'For example: page two cannot be read.'],
    }),
  },
  make: ({ documentId, reason }) => ({ type: 'ReturnDocument', data: { documentId, reason } }),
});
