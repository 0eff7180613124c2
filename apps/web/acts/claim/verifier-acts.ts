// What a verifier does on a claim: check, recommend, withdraw for the family, open again.
import { defineAct } from '../act.ts';
import { agendaField, longTextField, optionalField } from '../fields.ts';

export const check = defineAct({
  name: 'check',
  category: 'claim',
  command: 'CheckClaim',
  title: ['Periksa klaim', 'Check the claim'],
  button: ['Periksa sekarang', 'Check now'],
  tab: 'pemeriksaan',
  explain: [
    'Kepesertaan, iuran, berkas, dan klaim lain dibaca dari catatan saat ini. Tiap hasil tercatat bersama dasar hukumnya.',
    'Membership, contributions, papers and other claims are read from the records as they are now. Each result is recorded with its legal basis.',
  ],
  fields: {},
  make: () => ({ type: 'CheckClaim', data: { cover: null } }),
});

export const recommend = defineAct({
  name: 'recommend',
  category: 'claim',
  command: 'RecommendClaim',
  title: ['Usulkan klaim', 'Recommend the claim'],
  button: ['Usulkan kepada penyetuju', 'Recommend to the approver'],
  explain: [
    'Klaim berpindah ke penyetuju. Anda tidak dapat menyetujui klaim yang Anda usulkan sendiri.',
    'The claim goes to the approver. You cannot approve what you recommended yourself.',
  ],
  fields: {
    reason: optionalField(
      longTextField({
        label: ['Pertimbangan (boleh kosong)', 'Considerations (may be left out)'],
        hint: [
          'Tanpa nama, NIK, atau nomor rekening: catatan ini tetap terbaca.',
          'No names, NIK or account numbers: this note stays readable.',
        ],
      }),
    ),
    agenda: agendaField(),
  },
  make: ({ reason }) => ({
    type: 'RecommendClaim',
    data: { mandate: null, ...(reason !== undefined && { reason }) },
  }),
});

export const withdraw = defineAct({
  name: 'withdraw',
  category: 'claim',
  command: 'WithdrawClaim',
  title: ['Cabut klaim', 'Withdraw the claim'],
  button: ['Cabut klaim', 'Withdraw the claim'],
  isGrave: true,
  explain: [
    'Untuk klaim yang ditarik kembali oleh keluarga atau dilaporkan keliru. Klaim dapat dibuka kembali.',
    'For a claim that the family takes back, or that was reported in error. It can be opened again.',
  ],
  fields: { reason: longTextField({ label: ['Alasan', 'Reason'] }) },
  make: ({ reason }) => ({ type: 'WithdrawClaim', data: { reason } }),
});

export const reopen = defineAct({
  name: 'reopen',
  category: 'claim',
  command: 'ReopenClaim',
  title: ['Buka kembali klaim', 'Open the claim again'],
  button: ['Buka kembali', 'Open again'],
  fields: { reason: longTextField({ label: ['Alasan', 'Reason'] }) },
  make: ({ reason }) => ({ type: 'ReopenClaim', data: { reason } }),
});
