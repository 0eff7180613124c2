// Acts on a bill of contributions: its differences decided, its vouchers, that BPJS shows it paid.
import { stateOf } from '../../../../activities/deciders.ts';
import { deductedIdr, payableOf } from '../../../../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../../../../domain/programme/contribution-bill-decider.ts';
import {
  differenceKinds,
  differenceOutcomes,
  treasurySigners,
  treasurySteps,
} from '../../../copy/bill-phrases.ts';
import { defineAct, type WebAct } from '../act.ts';
import type { ActAt } from '../act-at.ts';
import { choiceField, dayField, longTextField, rupiahField, textField } from '../fields.ts';

/** What is to be paid once persons took something off. */
const payable = async ({ desk, streamId }: ActAt): Promise<Readonly<Record<string, string>>> => {
  const state = stateOf(contributionBillDecider, await desk.store.loadStream(streamId));
  return state.bill === null ? {} : { amountIdr: payableOf(state.bill, deductedIdr(state)) };
};

const decide = defineAct({
  name: 'decide-differences',
  category: 'contribution_bill',
  command: 'DecideDifferences',
  title: ['Putuskan selisih', 'Decide differences'],
  button: ['Putuskan', 'Decide'],
  explain: [
    'Semua selisih sejenis yang belum diputuskan. Selisih satu orang saja: lewat baris perintah.',
    'All differences of a kind that are open. A difference of one person alone: by the command line.',
  ],
  fields: {
    kind: choiceField({ label: ['Jenis selisih', 'Kind of difference'], words: differenceKinds }),
    outcome: choiceField({ label: ['Keputusan', 'Decision'], words: differenceOutcomes }),
    reason: longTextField({ label: ['Alasan', 'Reason'] }),
  },
  make: ({ kind, outcome, reason }) => ({
    type: 'DecideDifferences',
    data: { kinds: [kind], differences: [], outcome, reason },
  }),
});

const voucher = defineAct({
  name: 'record-voucher',
  category: 'contribution_bill',
  command: 'RecordVoucher',
  title: ['Catat SPP, SPM, atau SP2D', 'Record a treasury voucher'],
  button: ['Catat surat', 'Record the voucher'],
  explain: [
    'Surat perbendaharaan sesuai urutannya; selama gerbang tertutup, SPP ditolak.',
    'The treasury’s papers in their order; while the gate is closed, the request to pay is refused.',
  ],
  fields: {
    step: choiceField({ label: ['Surat', 'Paper'], words: treasurySteps }),
    number: textField({ label: ['Nomor', 'Number'] }),
    on: dayField({ label: ['Tanggal', 'Day'] }),
    signer: choiceField({ label: ['Penanda tangan', 'Signed by'], words: treasurySigners }),
    accountCode: textField({ label: ['Kode rekening belanja', 'Account code'] }),
    budgetDocument: textField({ label: ['Nomor DPA', 'Number of the budget document'] }),
    fundSource: textField({ label: ['Sumber dana', 'Source of money'] }),
    amountIdr: rupiahField({ label: ['Jumlah', 'Sum'] }),
  },
  start: payable,
  make: (data) => ({ type: 'RecordVoucher', data }),
});

const confirm = defineAct({
  name: 'confirm',
  category: 'contribution_bill',
  command: 'ConfirmContribution',
  title: ['Catat lunas di BPJS', 'Record as paid at BPJS'],
  button: ['Catat lunas', 'Record as paid'],
  explain: [
    'Sejak ini bulan itu dihitung lunas dan perlindungan pekerja memanjang.',
    'From here on the month counts as paid, and cover of the workers goes on.',
  ],
  fields: {
    amountIdr: rupiahField({ label: ['Jumlah menurut BPJS', 'Sum as BPJS shows it'] }),
    paidOn: dayField({ label: ['Tanggal bayar', 'Paid on'] }),
    reference: textField({ label: ['Nomor bukti', 'Number of the proof'] }),
  },
  start: payable,
  make: (data) => ({ type: 'ConfirmContribution', data }),
});

export const billActs: readonly WebAct[] = [decide, voucher, confirm];
