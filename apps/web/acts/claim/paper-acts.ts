// Papers of a claim: take one in, take it as proof, or send it back with the sentence that the family reads.

import { type LocalDate, officeDay } from '../../../../domain/calendar.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import { claimFileInLog } from '../../../../projections/claim-file.ts';
import { documentForms, documentKinds } from '../../../copy/claim-words.ts';
import type { Words } from '../../../copy/code-words.ts';
import { formatLongDay } from '../../../copy/format.ts';
import { say, type Text } from '../../../copy/text.ts';
import { keptUpload } from '../../uploads/kept-upload.ts';
import { uploadPhrases } from '../../uploads/upload-phrases.ts';
import { defineAct } from '../act.ts';
import type { ActAt } from '../act-at.ts';
import {
  choiceField,
  dayField,
  longTextField,
  optionalField,
  pickField,
  textField,
  uploadField,
} from '../fields.ts';

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

/** Nothing where nothing was said: then whoever receives the paper has seen its original. */
const seenOf = (
  { seenOn, seenAt }: { readonly seenOn?: LocalDate; readonly seenAt?: string },
  { actorId, now }: ActAt['desk'],
) =>
  seenOn === undefined && seenAt === undefined
    ? {}
    : { seen: { by: actorId, on: seenOn ?? officeDay(now()), place: seenAt ?? null } };

export const receivePaper = defineAct({
  name: 'receive-document',
  category: 'claim',
  command: 'ReceiveDocument',
  title: ['Tambah berkas', 'Add a paper'],
  button: ['Simpan berkas', 'Keep the paper'],
  tab: 'berkas',
  fields: {
    kind: choiceField({ label: ['Jenis berkas', 'Kind of paper'], words: documentKinds }),
    upload: uploadField({ label: uploadPhrases.choose }),
    form: choiceField({
      label: ['Yang diperlihatkan keluarga', 'What the family showed'],
      words: documentForms,
    }),
    seenOn: optionalField(
      dayField({
        label: ['Asli dilihat tanggal (boleh kosong)', 'Original seen on (may be left out)'],
        hint: [
          'Kosong: hari ini, oleh Anda. Salinan biasa tidak perlu diisi.',
          'Left out: today, by you. A plain copy needs nothing here.',
        ],
      }),
    ),
    seenAt: optionalField(
      textField({
        label: ['Dilihat di (boleh kosong)', 'Seen at (may be left out)'],
        hint: ['Nama kantor atau kelurahan, bukan nama orang.', 'An office or village, no person.'],
      }),
    ),
  },
  make: async ({ kind, upload, form, seenOn, seenAt }, { desk, commandId }) => {
    const looked = await keptUpload(desk, upload);
    if ('said' in looked)
      return { status: 'invalid', fields: ['upload'], said: { upload: looked.said } };
    const documentId = streamIds.derived(commandId, 'document');
    const seen = seenOf(
      { ...(seenOn !== undefined && { seenOn }), ...(seenAt !== undefined && { seenAt }) },
      desk,
    );
    return {
      type: 'ReceiveDocument',
      data: { documentId, kind, ...looked.kept, form, ...seen },
    };
  },
});

/** Sentences that every desk writes again and again. */
const RETURN_REASONS: Words<
  'UNREADABLE' | 'WRONG_PAPER' | 'PAGE_MISSING' | 'NAME_DIFFERS' | 'EXPIRED'
> = {
  UNREADABLE: [
    'Tidak terbaca; mohon difoto ulang dengan terang.',
    'It cannot be read; please photograph it again in good light.',
  ],
  WRONG_PAPER: ['Bukan berkas yang diminta.', 'It is not the paper that was asked for.'],
  PAGE_MISSING: ['Ada halaman yang kurang.', 'A page is missing.'],
  NAME_DIFFERS: [
    'Nama berbeda dari berkas lain; mohon surat keterangan beda nama.',
    'The name differs from other papers; a letter about it is needed.',
  ],
  EXPIRED: ['Sudah tidak berlaku.', 'It is no longer valid.'],
};

export const acceptPaper = defineAct({
  name: 'accept-document',
  category: 'claim',
  command: 'AcceptDocument',
  title: ['Terima berkas sebagai bukti', 'Accept a paper as proof'],
  button: ['Terima sebagai bukti', 'Accept as proof'],
  tab: 'berkas',
  fields: { documentId: pickField({ label, options: papers((accepted) => !accepted) }) },
  make: ({ documentId }) => ({ type: 'AcceptDocument', data: { documentId } }),
});

export const returnPaper = defineAct({
  name: 'return-document',
  category: 'claim',
  command: 'ReturnDocument',
  title: ['Kembalikan berkas', 'Return a paper'],
  button: ['Kembalikan berkas', 'Return the paper'],
  tab: 'berkas',
  explain: [
    'Keluarga diminta membawa berkas ini lagi. Jam hukum berhenti sampai berkas lengkap.',
    'The family is asked to bring this paper again. The clock of the law stands still until then.',
  ],
  fields: {
    documentId: pickField({ label, options: papers(() => true) }),
    ready: optionalField(
      choiceField({ label: ['Kalimat siap pakai', 'Ready sentence'], words: RETURN_REASONS }),
    ),
    reason: optionalField(
      longTextField({
        label: ['Apa yang kurang', 'What is wrong with it'],
        hint: [
          'Pilih kalimat di atas, tulis sendiri, atau keduanya. Misalnya: halaman kedua tidak terbaca.',
          'Choose a sentence above, write your own, or both. For example: page two cannot be read.',
        ],
      }),
    ),
  },
  make: ({ documentId, ready, reason }) => {
    // The family reads it: what a code stands for is written out, in the language of the letter.
    const sentences = [...(ready === undefined ? [] : [say('id', RETURN_REASONS[ready])]), reason];
    const whole = sentences.filter((sentence) => sentence !== undefined).join(' ');
    return whole === ''
      ? { status: 'invalid', fields: ['reason'] }
      : { type: 'ReturnDocument', data: { documentId, reason: whole } };
  },
});
