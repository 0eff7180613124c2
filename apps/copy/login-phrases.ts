// What signing in on the command line says.
import type { Text } from './text.ts';

export const loginPhrases = {
  account: ['Akun: ', 'Account: '],
  code: ['Kode pengaman: ', 'Security code: '],
  codeOver: ['Waktunya habis; mulai lagi.', 'Too late; begin again.'],
  codeWrong: ['Kode itu tidak cocok.', 'That code does not fit.'],
  gone: ['{name} keluar.', '{name} signed out.'],
  needsCode: [
    'Kewenangan Anda memerlukan kode pengaman. Pasang dulu di peramban, halaman Akun, lalu masuk lagi.',
    'Your acts need security codes. Set them up in a browser, on the account page, then sign in again.',
  ],
  noTerminal: [
    'Kata sandi diminta di terminal atau lewat pipa; tidak ada yang diketik.',
    'The password is asked for at a terminal or by a pipe; nothing was typed.',
  ],
  nobody: ['Tidak ada yang masuk di sini.', 'Nobody has signed in here.'],
  notSignedIn: [
    '{name} belum masuk di sini, atau sesinya berakhir. Masuk dulu: lindung login {name}',
    '{name} has not signed in here, or the session is over. Sign in first: lindung login {name}',
  ],
  onTrust: [
    'Instalasi ini percaya pada nama yang disebut dengan --as: demo, atau belum ada akun.',
    'This installation takes the name given by --as on trust: a demo, or no account was made yet.',
  ],
  password: ['Kata sandi: ', 'Password: '],
  signedIn: [
    'Masuk sebagai {name} ({actor}) sampai {until}. Kunci sesi disimpan di {file}.',
    'Signed in as {name} ({actor}) until {until}. The token is kept in {file}.',
  ],
  stranger: [
    'Akun ini tidak terikat pada petugas mana pun; tanyakan kepada administrator.',
    'This account belongs to no officer; ask the administrator.',
  ],
  until: ['{name} ({actor}), sampai {until}', '{name} ({actor}), until {until}'],
  wait: [
    'Terlalu banyak percobaan; tunggu {seconds} detik.',
    'Too many tries; wait {seconds} seconds.',
  ],
  wrong: ['Akun atau kata sandi tidak cocok.', 'Account or password does not fit.'],
} as const satisfies Readonly<Record<string, Text>>;
