// What the certificate of one payment says, and a word for every finding.
import type { CertificateFinding } from '../../domain/payout/certificate.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const certificateFindings: Words<CertificateFinding> = {
  FILE_NOT_KEPT: ['berkas bayarnya tidak tersimpan utuh', 'its payment file is not kept as it was'],
  LINE_MISSING: ['tidak ada barisnya dalam berkas itu', 'it has no line in that file'],
  LINE_TWICE: ['ada dua baris dengan nomor yang sama', 'two lines carry the same id'],
  LINE_OTHER_AMOUNT: ['jumlah pada barisnya lain', 'its line has another amount'],
  STATEMENT_NOT_KEPT: [
    'berkas jawaban bank tidak tersimpan utuh',
    'an answer of the bank is not kept as it was',
  ],
  CREDITED_TWICE: ['bank membukukannya lebih dari sekali', 'the bank booked it more than once'],
  CREDIT_NOT_IN_LOG: [
    'bank membukukannya, catatan belum mengetahuinya',
    'the bank booked it and the log does not know',
  ],
  PAID_WITHOUT_CREDIT: [
    'catatan menyebut dibayar, berkas bank tidak',
    'the log says paid, no file of the bank does',
  ],
};

export const certificatePhrases = {
  about: ['{finding}: {about}', '{finding}: {about}'],
  credits: ['Kredit menurut berkas bank: {credits}', 'Credits by the files of the bank: {credits}'],
  fits: [
    'Berkas dan catatan cocok: paling banyak satu kredit.',
    'Files and log agree: at most one credit.',
  ],
  line: ['baris {line} dari {name} ({sha256})', 'line {line} of {name} ({sha256})'],
  notSent: ['tidak pernah dikirim', 'never sent'],
  posting: ['{on}  {account}  {amount}', '{on}  {account}  {amount}'],
  postings: ['Jurnal:', 'Postings:'],
  searched: [
    'Jawaban bank yang diperiksa: {count} berkas',
    'Answers of the bank that were searched: {count}',
  ],
  send: ['Kirim ke-{attempt}: {id}, {at}', 'Send {attempt}: {id}, {at}'],
  statement: [
    '{kind}, {amount}, {on}, nomor bank {reference} (baris {line}, {format}, {sha256})',
    '{kind}, {amount}, {on}, bank reference {reference} (line {line}, {format}, {sha256})',
  ],
  title: [
    'Sertifikat pembayaran {id}: {amount}, {stage}',
    'Certificate of payment {id}: {amount}, {stage}',
  ],
  unknown: ['Tidak ada pembayaran dengan nomor itu.', 'There is no payment of that id.'],
  wrong: ['Tidak cocok:', 'What does not fit:'],
} as const satisfies Readonly<Record<string, Text>>;
