// Words of the page on which heirs are determined.
import type { Text } from '../../../copy/text.ts';

export const heirsPhrases = {
  title: ['Tetapkan ahli waris', 'Determine the heirs'],
  lead: [
    'Isi semua ahli waris yang dibuktikan berkas. Peringkatnya dihitung menurut hukum; bagian masing-masing tidak ditentukan di sini.',
    'Enter every heir that the papers prove. The law ranks them; no shares are set here.',
  ],
  again: [
    'Ahli waris klaim ini sudah pernah ditetapkan. Yang Anda simpan menggantikannya seluruhnya.',
    'The heirs of this claim were determined before. What you save replaces them as a whole.',
  ],
  person: ['Orang {number}', 'Person {number}'],
  relation: ['Hubungan dengan almarhum', 'Relation to the deceased'],
  name: ['Nama menurut KTP atau akta', 'Name as on the identity card or certificate'],
  minor: ['Di bawah umur', 'A minor'],
  guardian: ['Nama wali', 'Name of the guardian'],
  guardianHint: ['Hanya untuk yang di bawah umur.', 'Only for a minor.'],
  isPaid: ['Uangnya dibayarkan lewat orang ini', 'The money is paid through this person'],
  add: ['Tambah orang', 'Add a person'],
  payee: ['Rekening penerima', 'Account of the payee'],
  payeeHint: [
    'Satu rekening, atas nama penerima; untuk anak di bawah umur boleh atas nama walinya.',
    'One account, in the name of the payee; for a minor the guardian’s will do.',
  ],
  accountName: ['Nama di buku tabungan', 'Name in the savings book'],
  bank: ['Bank (kode BIC)', 'Bank (BIC)'],
  bankHint: [
    'Ketik nama bank dan pilih, atau tulis kode BIC-nya.',
    'Type the name of the bank and choose, or write its BIC.',
  ],
  account: ['Nomor rekening', 'Account number'],
  accountHint: ['8 sampai 20 angka; spasi dan titik boleh.', '8 to 20 digits; spaces will do.'],
  save: ['Tetapkan ahli waris', 'Determine the heirs'],
  ranks: ['Urutan menurut hukum', 'The order of the law'],
  rank: ['Peringkat {rank}', 'Rank {rank}'],
  wrong: ['Ada isian yang perlu diperbaiki', 'Something must be put right'],
  nobodyPaid: ['Pilih siapa yang menerima pembayaran.', 'Choose through whom the money is paid.'],
  wrongName: ['Isi nama, paling panjang 120 huruf.', 'Fill in a name of 120 letters at most.'],
  wrongRelation: ['Pilih hubungannya.', 'Choose the relation.'],
  wrongBank: [
    'Kode BIC terdiri dari 8 atau 11 huruf besar dan angka, misalnya BRINIDJA.',
    'A BIC has 8 or 11 capitals and digits, such as BRINIDJA.',
  ],
  wrongAccount: [
    'Nomor rekening terdiri dari 8 sampai 20 angka.',
    'An account has 8 to 20 digits.',
  ],
  heirs: ['Ahli waris', 'Heirs'],
  heir: ['Ahli waris', 'Heir'],
  guardianOf: ['wali: {name}', 'guardian: {name}'],
  isPayee: ['penerima', 'payee'],
  differs: [
    'Nama di rekening berbeda dari nama ahli waris.',
    'The account is in another name than that of the heir.',
  ],
  determined: ['Ditetapkan {at}; peringkat {rank}', 'Determined {at}; rank {rank}'],
  none: ['Ahli waris belum ditetapkan.', 'The heirs were not determined yet.'],
  paidTo: ['Rekening', 'Account'],
} as const satisfies Readonly<Record<string, Text>>;

/** Banks of families here, most used first; any other is written by its BIC. */
export const BANKS: readonly (readonly [bic: string, name: string])[] = [
  ['BRINIDJA', 'BRI'],
  ['PDKTIDJ1', 'Bankaltimtara'],
  ['BMRIIDJA', 'Mandiri'],
  ['BNINIDJA', 'BNI'],
  ['BSMDIDJA', 'BSI'],
  ['CENAIDJA', 'BCA'],
  ['BTANIDJA', 'BTN'],
];
