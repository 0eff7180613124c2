// Words of what came back from the bank: why, what cures it, until when.
import type { CurePaper, ReturnCause } from '../../domain/payout/return-cure.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const returnCauses: Words<ReturnCause> = {
  ACCOUNT_WRONG: ['nomor rekening salah', 'the account number is wrong'],
  ACCOUNT_CLOSED: ['rekening sudah ditutup', 'the account is closed'],
  ACCOUNT_BLOCKED: ['rekening diblokir', 'the account is blocked'],
  NAME_DIFFERS: ['nama pemilik rekening berbeda', 'the name of the account differs'],
  PAYEE_DIED: ['penerima meninggal', 'the payee died'],
  BANK_WRONG: ['bank atau kodenya salah', 'the bank or its code is wrong'],
  FUNDS_SHORT: ['saldo rekening dana kurang', 'the funding account was short'],
  NOT_SAID: ['bank tidak menyebut sebabnya', 'the bank gave no cause'],
};

export const curePapers: Words<CurePaper> = {
  ACCOUNT_BOOK: ['buku rekening', 'account book'],
  PAYEE_ID: ['KTP penerima', 'identity card of the payee'],
  BANK_LETTER: ['surat keterangan bank', 'letter of the bank'],
  HEIR_STATEMENT: ['surat keterangan ahli waris', 'statement of heirs'],
  DEATH_CERTIFICATE: ['akta kematian', 'death certificate'],
  TREASURY_RETURN_NOTE: ['nota retur SP2D', 'return note of the SP2D'],
};

export const returnPhrases = {
  heading: ['Kembali dari bank', 'Came back from the bank'],
  cure: [
    '{cause}. Minta: {papers}. Paling lambat {day}.',
    '{cause}. Ask for: {papers}. By {day} at the latest.',
  ],
  late: ['{days} hari kerja lewat', '{days} working days late'],
  left: ['{days} hari kerja lagi', '{days} working days left'],
  next: [
    'Lalu: lindung payout correct-payee propose {id} …, atau payout unhold {id}',
    'Then: lindung payout correct-payee propose {id} …, or payout unhold {id}',
  ],
  newAttempt: [
    'Pembayaran ulang {attempt} menggantikan {replaces}',
    'Attempt {attempt} replaces {replaces}',
  ],
  colBank: ['sebab', 'cause'],
  colPapers: ['berkas yang diminta', 'papers to ask for'],
  colBy: ['paling lambat', 'by'],
  colLeft: ['sisa waktu', 'time left'],
} as const satisfies Readonly<Record<string, Text>>;
