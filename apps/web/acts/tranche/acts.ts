// Acts on a tranche: its bill of a month, its cards, its gate, its budget, arrears that are accepted.
import type { RupiahText } from '../../../../domain/money.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import { gateBases, gateWholes } from '../../../copy/tranche-words.ts';
import { defineAct, type WebAct } from '../act.ts';
import {
  choiceField,
  countField,
  dayField,
  longTextField,
  monthField,
  optionalField,
  rupiahField,
  textField,
} from '../fields.ts';

const from = monthField({ label: ['Dari bulan', 'From the month'] });
const through = monthField({ label: ['Sampai bulan', 'Through the month'] });

const receiveBill = defineAct({
  name: 'receive-bill',
  category: 'contribution_bill',
  command: 'ReceiveBill',
  title: ['Catat tagihan iuran', 'Record a bill of contributions'],
  button: ['Catat tagihan', 'Record the bill'],
  explain: [
    'Tagihan satu bulan dari BPJS. Jumlahnya harus sama dengan orang kali tarif; bulan yang sudah ditagih tidak ditagih dua kali.',
    'The bill of one month from BPJS. Its sum must follow from persons and rate; no month is billed twice.',
  ],
  fields: {
    month: monthField({ label: ['Bulan', 'Month'] }),
    workers: countField({ label: ['Banyak orang', 'Persons'] }),
    amountIdr: rupiahField({ label: ['Jumlah tagihan', 'Sum of the bill'] }),
    paymentCode: textField({ label: ['Kode iuran', 'Payment code'] }),
    codeExpiresOn: optionalField(
      dayField({
        label: ['Kode berlaku sampai (boleh kosong)', 'Code taken until (may be left out)'],
      }),
    ),
  },
  begins: {
    streamOf: ({ month }, { streamId }) => streamIds.contributionBill(streamId, month),
  },
  place: ({ streamId }) => Promise.resolve({ trancheId: streamId }),
  make: ({ codeExpiresOn, ...bill }, { streamId: trancheId }) => ({
    type: 'ReceiveBill',
    data: {
      ...bill,
      billId: streamIds.contributionBill(trancheId, bill.month),
      trancheId,
      ...(codeExpiresOn !== undefined && { codeExpiresOn }),
      // Collected by the engine from the tranche.
      monthlyContributionIdr: '0' as RupiahText,
    },
  }),
});

const receiveCards = defineAct({
  name: 'receive-cards',
  category: 'tranche',
  command: 'ReceiveCards',
  title: ['Catat kartu diterima', 'Record cards received'],
  button: ['Catat kartu', 'Record the cards'],
  explain: [
    'Kartu yang datang dari cabang BPJS; satu surat jalan dihitung satu kali.',
    'Cards that came from the BPJS branch; one delivery note counts once.',
  ],
  fields: {
    deliveryNote: textField({ label: ['Nomor surat jalan', 'Number of the delivery note'] }),
    cards: countField({ label: ['Banyak kartu', 'Cards'] }),
    receivedOn: dayField({ label: ['Tanggal terima', 'Received on'] }),
  },
  make: (data) => ({ type: 'ReceiveCards', data }),
});

const setGate = defineAct({
  name: 'set-gate',
  category: 'tranche',
  command: 'SetGate',
  title: ['Pasang syarat gerbang', 'Set the rule of the gate'],
  button: ['Pasang syarat', 'Set the rule'],
  explain: [
    'Selama kartu belum cukup, pembayaran iuran menunggu. Jam tunggakan tidak ikut menunggu.',
    'While cards are too few, paying contributions waits. The clock of arrears does not wait.',
  ],
  fields: {
    basis: choiceField({ label: ['Kartu yang dihitung', 'Cards that count'], words: gateBases }),
    sharePercent: countField({ label: ['Persen', 'Percent'] }),
    of: choiceField({ label: ['Dari', 'Of'], words: gateWholes }),
  },
  make: (data) => ({ type: 'SetGate', data }),
});

const overrideGate = defineAct({
  name: 'override-gate',
  category: 'tranche',
  command: 'OverrideGate',
  title: ['Buka gerbang dengan alasan', 'Open the gate with a reason'],
  button: ['Buka gerbang', 'Open the gate'],
  isGrave: true,
  explain: [
    'Iuran dibayar meski kartu belum cukup. Alasan, angka saat ini, dan nama Anda tercatat untuk pemeriksa.',
    'Contributions are paid though cards are too few. The reason, the figures of now and your name are recorded for auditors.',
  ],
  fields: { reason: longTextField({ label: ['Alasan', 'Reason'] }) },
  make: ({ reason }) => ({ type: 'OverrideGate', data: { reason, facts: null } }),
});

const budget = defineAct({
  name: 'budget',
  category: 'tranche',
  command: 'BudgetMonths',
  title: ['Catat DPA untuk bulan', 'Record the budget of months'],
  button: ['Catat DPA', 'Record the budget'],
  fields: {
    ...{ from, through },
    document: textField({ label: ['Nomor DPA atau APBD-P', 'Number of the budget document'] }),
  },
  make: (data) => ({ type: 'BudgetMonths', data }),
});

const acceptArrears = defineAct({
  name: 'accept-arrears',
  category: 'tranche',
  command: 'AcceptArrears',
  title: ['Terima tunggakan', 'Accept arrears'],
  button: ['Terima tunggakan', 'Accept the arrears'],
  isGrave: true,
  explain: [
    'Cabang BPJS menyatakan bulan yang dibayar sesudah kepesertaan berakhir tetap dihitung.',
    'The BPJS branch lets months count that were paid after cover had ended.',
  ],
  fields: {
    ...{ from, through },
    letter: textField({ label: ['Nomor surat cabang', 'Number of the branch’s letter'] }),
    decidedOn: dayField({ label: ['Tanggal surat', 'Day of the letter'] }),
  },
  make: (data) => ({ type: 'AcceptArrears', data }),
});

export const trancheActs: readonly WebAct[] = [
  receiveBill,
  receiveCards,
  setGate,
  overrideGate,
  budget,
  acceptArrears,
];
