// Help texts of accounts: who can sign in.
import type { HelpTexts } from './command-help.ts';

export const accountHelp: HelpTexts = {
  account: { about: ['akun untuk masuk lewat peramban', 'accounts to sign in by a browser'] },
  login: {
    about: [
      'masuk: kata sandi, lalu kode pengaman bila ada; sesi disimpan di berkas milik Anda sendiri',
      'sign in: password, then a security code if there is one; the session is kept in a file of your own',
    ],
    arguments: { account: ['akun Anda', 'your account'] },
    example: 'login verifikator-ani',
  },
  logout: {
    about: ['keluar, dan akhiri sesi itu', 'sign out, and end that session'],
    arguments: {
      account: ['akun yang keluar; semua bila kosong', 'which account; all if left out'],
    },
    example: 'logout verifikator-ani',
  },
  whoami: {
    about: ['siapa yang masuk di sini, sampai kapan', 'who has signed in here, until when'],
  },
  'account list': { about: ['akun yang ada', 'the accounts that there are'] },
  'account first-link': {
    about: [
      'tautan sekali pakai bagi administrator pertama',
      'the one-time link of the first administrator',
    ],
  },
  'account invite': {
    about: [
      'undang petugas terdaftar membuat akun',
      'invite a registered officer to make an account',
    ],
    arguments: { actor: ['akun petugas', 'account of the officer'] },
    example: 'account invite verifikator-ani --as admin-nur',
  },
};
