// Acts on one sum that is owed: hold it, let it go again, say what an enquiry found, follow what others pay.
import { payableById } from '../../../../projections/payout-ledger.ts';
import { paymentOutcomes } from '../../../copy/money-words.ts';
import { defineAct, type WebAct } from '../act.ts';
import type { ActAt } from '../act-at.ts';
import { choiceField, dayField, longTextField, rupiahField, textField } from '../fields.ts';

const reason = longTextField({
  label: ['Alasan', 'Reason'],
  hint: [
    'Tanpa nama, NIK, atau nomor rekening: catatan ini tetap terbaca.',
    'No names, NIK or account numbers: this note stays readable.',
  ],
});

const hold = defineAct({
  name: 'hold',
  category: 'payable',
  command: 'HoldPayable',
  title: ['Tahan pembayaran', 'Hold the payment'],
  button: ['Tahan pembayaran', 'Hold the payment'],
  explain: [
    'Tidak ada run yang mengambilnya sampai seseorang melepas penahanan.',
    'No run takes it until somebody lifts the hold.',
  ],
  fields: { reason },
  make: (input) => ({ type: 'HoldPayable', data: { reason: input.reason } }),
});

const letGo = defineAct({
  name: 'unhold',
  category: 'payable',
  command: 'ReleasePayable',
  title: ['Nyatakan terutang kembali', 'Make it due again'],
  button: ['Nyatakan terutang kembali', 'Make it due again'],
  explain: [
    'Untuk yang ditahan, dan yang kembali dari bank setelah sebabnya jelas. Rekening yang salah diperbaiki dua orang lebih dulu.',
    'For what is held, and for what came back once the cause is clear. A wrong account is put right by two persons first.',
  ],
  fields: { reason },
  make: (input) => ({ type: 'ReleasePayable', data: { reason: input.reason } }),
});

/** The attempt that is asked about is the last one that has a number. */
const lastAttempt = async ({ desk, streamId }: ActAt): Promise<string | null> => {
  const row = await payableById(desk.db, streamId);
  return row?.attempts.findLast(({ endToEndId }) => endToEndId !== null)?.endToEndId ?? null;
};

const resolve = defineAct({
  name: 'resolve',
  category: 'payable',
  command: 'ResolvePayment',
  title: ['Catat hasil pertanyaan ke bank', 'Record what the bank found'],
  button: ['Catat hasil', 'Record the outcome'],
  isGrave: true,
  explain: [
    'Hanya orang yang tidak ikut menyusun atau melepas run ini. Hasilnya berlaku untuk semua percobaan: uang sudah ada pada penerima, atau belum.',
    'Only by somebody who neither assembled nor released the run. It speaks for every attempt: the payee has the money, or has it not.',
  ],
  fields: {
    outcome: choiceField({
      label: ['Menurut bank, uang itu', 'According to the bank, the money'],
      words: paymentOutcomes,
    }),
    reason,
  },
  make: async ({ outcome, reason: why }, at) => ({
    type: 'ResolvePayment',
    data: { outcome, reason: why, endToEndId: outcome === 'PAID' ? await lastAttempt(at) : null },
  }),
});

const report = defineAct({
  name: 'report-payment',
  category: 'payable',
  command: 'ReportPayment',
  title: ['Catat pembayaran pihak lain', 'Record what another house paid'],
  button: ['Catat sebagai dilaporkan dibayar', 'Record as reported paid'],
  explain: [
    'Ini laporan, bukan pembayaran dari sini: layar tetap menyebutnya “dilaporkan dibayar”.',
    'This is a report, not a payment of ours: screens go on calling it “reported paid”.',
  ],
  fields: {
    reporter: textField({ label: ['Dilaporkan oleh kantor', 'Reported by the office'] }),
    amountIdr: rupiahField({ label: ['Jumlah yang dibayar', 'Sum that was paid'] }),
    paidOn: dayField({ label: ['Tanggal bayar', 'Paid on'] }),
    reference: textField({ label: ['Nomor bukti', 'Number of the proof'] }),
  },
  make: (input) => ({ type: 'ReportPayment', data: { ...input, evidenceSha256: null } }),
});

const receipt = defineAct({
  name: 'confirm-receipt',
  category: 'payable',
  command: 'ConfirmReceipt',
  title: ['Catat diterima ahli waris', 'Record receipt by the heir'],
  button: ['Catat diterima', 'Record the receipt'],
  fields: {
    confirmedOn: dayField({
      label: ['Tanggal pengakuan ahli waris', 'Day on which the heir said so'],
    }),
  },
  make: ({ confirmedOn }) => ({ type: 'ConfirmReceipt', data: { confirmedOn } }),
});

export const payableActs: readonly WebAct[] = [hold, letGo, resolve, report, receipt];
