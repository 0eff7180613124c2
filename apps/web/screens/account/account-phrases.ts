// Words of one's own account: roles, letters, the second factor.
import type { Text } from '../../../copy/text.ts';

export const accountPhrases = {
  title: ['Akun Anda', 'Your account'],
  person: ['Petugas', 'Officer'],
  accountName: ['Nama akun', 'Account name'],
  office: ['Kantor', 'Office'],
  roles: ['Kewenangan hari ini', 'What you may do today'],
  rolesNone: [
    'Anda tidak memegang kewenangan hari ini. Administrator kantor memberi kewenangan dengan surat.',
    'You hold no act today. The administrator of your office gives acts by a letter.',
  ],
  act: ['Kewenangan', 'Act'],
  area: ['Wilayah', 'Area'],
  letter: ['Surat', 'Letter'],
  until: ['Sampai', 'Until'],
  openEnded: ['tanpa batas', 'open'],
  lentBy: ['dipinjamkan {principal}', 'lent by {principal}'],
  factor: ['Pengaman masuk', 'Sign-in security'],
  factorOn: ['Kode sekali pakai aktif.', 'One-time codes are on.'],
  factorOff: ['Hanya kata sandi.', 'Password only.'],
  factorAdd: ['Pasang kode pengaman', 'Set up security codes'],
  enrolTitle: ['Pasang kode pengaman', 'Set up security codes'],
  enrolMust: [
    'Kewenangan Anda memutus, membayar, memeriksa, atau mengelola. Karena itu masuk memerlukan kode pengaman selain kata sandi.',
    'Your acts decide, pay, audit or administer. Signing in therefore needs a security code besides the password.',
  ],
  enrolWhy: [
    'Kode pengaman menjaga akun Anda bila kata sandi diketahui orang lain.',
    'A security code protects your account should somebody else know the password.',
  ],
  enrolPassword: ['Ketik kata sandi Anda sekali lagi', 'Type your password once more'],
  enrolBegin: ['Lanjutkan', 'Continue'],
  enrolWrong: [
    'Kata sandi salah, atau kode pengaman sudah terpasang.',
    'The password is wrong, or codes are set up already.',
  ],
  scan: [
    '1. Pindai kode ini dengan aplikasi pengaman di ponsel Anda.',
    '1. Scan this code with the authenticator app on your phone.',
  ],
  scanAlt: ['Kode QR untuk aplikasi pengaman', 'QR code for the authenticator app'],
  byHand: ['Tidak bisa memindai? Ketik kunci ini:', 'Cannot scan? Type this key:'],
  keep: [
    '2. Simpan sepuluh kode cadangan ini di kertas. Tiap kode berlaku sekali, bila ponsel hilang.',
    '2. Keep these ten backup codes on paper. Each works once, should the phone be lost.',
  ],
  confirm: ['3. Ketik enam angka yang tampil sekarang', '3. Type the six digits shown now'],
  finish: ['Pasang', 'Finish'],
  finishWrong: [
    'Kode ini salah. Tunggu kode berikutnya, lalu coba lagi.',
    'This code is wrong. Wait for the next one and try again.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
