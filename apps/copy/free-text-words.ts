// Where a text holds a person, and what of one: the words of `FreeTextNamesAPerson`.
import type { PersonalKind } from '../../domain/free-text.ts';
import type { Words } from './code-words.ts';

export const personalKinds: Words<PersonalKind> = {
  NIK: ['NIK seseorang', 'somebody’s NIK'],
  ACCOUNT: ['angka sepanjang nomor rekening', 'digits as long as an account'],
  NAME: ['nama orang dalam perkara ini', 'the name of a person of this case'],
};

/** Fields of commands by what people call them, with the option that fills them. */
export const plainFields: Words = {
  accountCode: ['kode rekening belanja (--account-code)', 'line of the budget (--account-code)'],
  actorId: ['nama akun petugas', 'account name of the officer'],
  address: ['alamat kantor (--address)', 'address of the office (--address)'],
  agenda: ['nomor agenda (--agenda)', 'agenda number (--agenda)'],
  agendaNumber: ['nomor agenda', 'agenda number'],
  article: ['pasal (--article)', 'article (--article)'],
  assignee: ['petugas (--to)', 'officer (--to)'],
  bank: ['bank (--bank)', 'bank (--bank)'],
  basis: ['dasar (--basis)', 'basis (--basis)'],
  budgetDocument: ['dokumen anggaran (--budget)', 'budget document (--budget)'],
  by: ['yang melihat asli (--seen-by)', 'who saw the original (--seen-by)'],
  code: ['kode (--code)', 'code (--code)'],
  contact: ['kontak kantor (--contact)', 'contact of the office (--contact)'],
  cure: ['jalan keluar (--cure)', 'cure (--cure)'],
  decisionReference: ['nomor keputusan', 'number of the decision'],
  decreeNumber: ['nomor SK (--sk)', 'number of the decree (--sk)'],
  deliveryNote: ['nomor surat jalan (--note)', 'delivery note (--note)'],
  document: ['dokumen anggaran (--document)', 'budget document (--document)'],
  from: ['petugas (--from)', 'officer (--from)'],
  fund: ['dana (--fund)', 'fund (--fund)'],
  fundSource: ['sumber dana (--fund-source)', 'source of funds (--fund-source)'],
  legalBasis: ['dasar hukum (--legal-basis, --basis)', 'legal basis (--legal-basis, --basis)'],
  legalEntity: ['badan (--entity)', 'entity (--entity)'],
  letter: ['nomor surat (--letter)', 'number of the letter (--letter)'],
  name: ['nama (--name)', 'name (--name)'],
  number: ['nomor surat (--number, --sk)', 'number of the paper (--number, --sk)'],
  paymentCode: ['kode bayar (--payment-code)', 'payment code (--payment-code)'],
  paymentReference: ['nomor bukti bayar', 'payment reference'],
  place: ['tempat (--seen-at, --place)', 'place (--seen-at, --place)'],
  reason: ['alasan (--why, --reason)', 'reason (--why, --reason)'],
  ref: ['sebutan ahli waris (ref)', 'what the heir is called (ref)'],
  reference: ['nomor rujukan (--reference)', 'reference (--reference)'],
  reporter: ['pelapor pembayaran (--by)', 'who reports the payment (--by)'],
  source: ['sumber (--source)', 'source (--source)'],
  sponsor: ['penyelenggara (--sponsor)', 'sponsor (--sponsor)'],
  title: ['jabatan (--title)', 'title (--title)'],
  why: ['alasan (--why)', 'reason (--why)'],
};
