// What an approver does on a claim: approve, send back, reject, send up.
import { REJECTION_ARTICLES } from '../../../../domain/claim/decision/rejection-codes.ts';
import { claimFileInLog } from '../../../../projections/claim-file.ts';
import { rejectionCodes, rejectionCures } from '../../../copy/rejections.ts';
import { say } from '../../../copy/text.ts';
import { defineAct } from '../act.ts';
import type { ActAt } from '../act-at.ts';
import {
  agendaField,
  choiceField,
  dayField,
  givenRupiahField,
  longTextField,
  optionalField,
  rupiahField,
  textField,
} from '../fields.ts';

/** The sum that was recommended: whoever approves sees it, and approves no other. */
const recommendedSum = async ({ desk, streamId }: ActAt) => {
  const file = await claimFileInLog(desk.store, streamId);
  const sum = file?.contents.decisions.at(-1)?.totalIdr;
  return sum === undefined ? {} : { totalIdr: sum };
};

export const approve = defineAct({
  name: 'approve',
  category: 'claim',
  command: 'ApproveClaim',
  title: ['Setujui klaim', 'Approve the claim'],
  button: ['Setujui klaim', 'Approve the claim'],
  explain: [
    'Manfaat menjadi terutang dan dapat dibayar. Yang menyetujui tidak boleh sama dengan yang mengusulkan, menyusun, atau melepas pembayaran.',
    'The benefit becomes due and can be paid. Whoever approves may not be the one who recommended, assembles or releases the payment.',
  ],
  fields: {
    totalIdr: givenRupiahField({ label: ['Jumlah yang disetujui', 'Sum to be approved'] }),
    determinedIdr: optionalField(
      rupiahField({
        label: ['Jumlah penetapan cabang BPJS', 'Sum determined by the BPJS branch'],
        hint: [
          'Hanya bila cabang BPJS yang menetapkan: salin dari suratnya.',
          'Only where the BPJS branch determines: copy it from its letter.',
        ],
      }),
    ),
    reference: optionalField(
      textField({ label: ['Nomor surat penetapan', 'Number of the determination'] }),
    ),
    determinedOn: optionalField(
      dayField({ label: ['Tanggal penetapan', 'Day of the determination'] }),
    ),
    agenda: agendaField(),
  },
  start: recommendedSum,
  make: ({ totalIdr, determinedIdr, reference, determinedOn }) => ({
    type: 'ApproveClaim',
    data: {
      ...{ totalIdr, cover: null },
      ...(determinedIdr !== undefined &&
        reference !== undefined &&
        determinedOn !== undefined && {
          determination: { determinedIdr, reference, determinedOn },
        }),
    },
  }),
});

export const returnToVerifier = defineAct({
  name: 'return',
  category: 'claim',
  command: 'ReturnClaim',
  title: ['Kembalikan kepada verifikator', 'Return to the verifier'],
  button: ['Kembalikan', 'Return'],
  fields: {
    reason: longTextField({
      label: ['Apa yang harus diperbaiki', 'What must be put right'],
      hint: ['Verifikator membaca kalimat ini.', 'The verifier reads this sentence.'],
    }),
  },
  make: ({ reason }) => ({ type: 'ReturnClaim', data: { reason } }),
});

export const reject = defineAct({
  name: 'reject',
  category: 'claim',
  command: 'RejectClaim',
  title: ['Tolak klaim', 'Reject the claim'],
  button: ['Tolak klaim', 'Reject the claim'],
  isGrave: true,
  explain: [
    'Keluarga menerima surat dengan alasan, pasal, dan cara memperbaikinya. Keluarga berhak mengajukan keberatan.',
    'The family receives a letter with the reason, the article and the cure. It has the right to object.',
  ],
  fields: {
    code: choiceField({ label: ['Alasan menurut aturan', 'Ground in law'], words: rejectionCodes }),
    reason: longTextField({
      label: ['Penjelasan untuk keluarga', 'What the family is told'],
      hint: ['Kalimat biasa, tanpa menyalahkan.', 'Plain sentences, without blame.'],
    }),
    agenda: agendaField(),
  },
  make: ({ code, reason }) => ({
    type: 'RejectClaim',
    data: {
      ...{ reason, code, article: REJECTION_ARTICLES[code] },
      // What the family is told is recorded in the language of the letter.
      cure: say('id', rejectionCures[code]),
    },
  }),
});

export const escalate = defineAct({
  name: 'escalate',
  category: 'claim',
  command: 'EscalateClaim',
  title: ['Naikkan ke tingkat atas', 'Send it up'],
  button: ['Naikkan', 'Send up'],
  fields: { reason: longTextField({ label: ['Alasan', 'Reason'] }) },
  make: ({ reason }) => ({ type: 'EscalateClaim', data: { reason } }),
});
