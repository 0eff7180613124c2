// Words of signing in: password, one-time code, invitation.
import type { Text } from '../../../copy/text.ts';

export const signInPhrases = {
  title: ['Masuk', 'Sign in'],
  lead: [
    'Untuk petugas kelurahan, dinas, cabang BPJS, dan pemeriksa.',
    'For officers of the kelurahan, the agencies, the BPJS branch, and auditors.',
  ],
  username: ['Nama akun', 'Account name'],
  password: ['Kata sandi', 'Password'],
  enter: ['Masuk', 'Sign in'],
  wrong: [
    'Nama akun atau kata sandi salah. Periksa huruf besar-kecil, lalu coba lagi.',
    'The account name or the password is wrong. Check capitals and try again.',
  ],
  wait: [
    'Terlalu banyak percobaan. Coba lagi dalam {minutes} menit, atau minta administrator kantor Anda menolong.',
    'Too many tries. Try again in {minutes} minutes, or ask the administrator of your office.',
  ],
  noAccount: [
    'Belum punya akun? Administrator kantor Anda mengirim undangan.',
    'No account yet? The administrator of your office sends an invitation.',
  ],
  codeTitle: ['Kode pengaman', 'Security code'],
  codeLead: [
    'Buka aplikasi pengaman di ponsel Anda dan ketik enam angka yang tampil untuk Lindung.',
    'Open the authenticator app on your phone and type the six digits shown for Lindung.',
  ],
  code: ['Kode enam angka', 'Six-digit code'],
  codeHint: [
    'Ponsel hilang? Ketik satu dari sepuluh kode cadangan Anda.',
    'Lost your phone? Type one of your ten backup codes.',
  ],
  codeSend: ['Lanjutkan', 'Continue'],
  codeWrong: [
    'Kode ini salah atau sudah lewat. Ketik kode yang sedang tampil.',
    'This code is wrong or over. Type the one that is shown now.',
  ],
  codeOver: [
    'Waktu memasukkan kode sudah habis. Masuk lagi dengan kata sandi.',
    'The time for the code is over. Sign in with your password again.',
  ],
  inviteTitle: ['Buat akun Anda', 'Make your account'],
  inviteLead: [
    'Undangan ini untuk petugas {actor}. Pilih nama akun dan kata sandi; hanya Anda yang mengetahuinya.',
    'This invitation is for the officer {actor}. Choose an account name and a password that only you know.',
  ],
  usernameHint: [
    'Huruf kecil, angka, titik, atau tanda hubung; 3 sampai 40.',
    'Small letters, digits, dots or hyphens; 3 to 40.',
  ],
  passwordHint: [
    'Paling sedikit 12 huruf. Kalimat pendek lebih mudah diingat daripada sandi rumit.',
    'At least 12 characters. A short sentence is easier to keep than a puzzle.',
  ],
  passwordAgain: ['Ulangi kata sandi', 'The password again'],
  make: ['Buat akun', 'Make the account'],
  invitationOver: [
    'Undangan ini sudah dipakai atau sudah lewat. Minta undangan baru kepada administrator kantor Anda.',
    'This invitation was used or is over. Ask the administrator of your office for a new one.',
  ],
  usernameTaken: [
    'Nama akun ini sudah dipakai; pilih yang lain.',
    'This name is taken; choose another.',
  ],
  usernameUnfit: [
    'Nama akun hanya berisi huruf kecil, angka, titik, atau tanda hubung, 3 sampai 40.',
    'An account name has small letters, digits, dots or hyphens only, 3 to 40.',
  ],
  passwordUnfit: [
    'Kata sandi paling sedikit 12 huruf, paling banyak 128.',
    'A password has at least 12 characters, at most 128.',
  ],
  passwordsDiffer: ['Kedua kata sandi tidak sama.', 'The two passwords differ.'],
  accountExists: [
    'Petugas ini sudah punya akun. Masuk dengan akun itu, atau minta administrator mengatur ulang kata sandinya.',
    'This officer has an account already. Sign in with it, or ask the administrator to reset its password.',
  ],
  heldByKey: [
    'Petugas ini dipakai sistem lain lewat kunci API. Minta administrator mencabut kuncinya dulu.',
    'Another system acts as this officer by an API key. Ask the administrator to revoke it first.',
  ],
  made: [
    'Akun {username} sudah dibuat. Masuk sekarang.',
    'The account {username} was made. Sign in now.',
  ],
  firstTitle: ['Administrator pertama', 'The first administrator'],
  firstLead: [
    'Instalasi ini belum punya pengelola. Isi sesuai surat pengangkatan Anda: data ini tercatat dan tidak dapat dihapus.',
    'This installation has nobody to run it yet. Fill in what your letter of appointment says: it is recorded and cannot be removed.',
  ],
  name: ['Nama lengkap', 'Full name'],
  office: ['Kantor', 'Office'],
  area: ['Kode wilayah kerja', 'Code of the area'],
  areaHint: ['Kode Kemendagri, misalnya 64.74 untuk Kota Bontang.', 'Kemendagri code, e.g. 64.74.'],
  letter: ['Nomor surat pengangkatan', 'Number of the letter of appointment'],
} as const satisfies Readonly<Record<string, Text>>;
