// Help texts of accounts: who can sign in.
import type { HelpTexts } from './command-help.ts';

export const accountHelp: HelpTexts = {
  account: { about: ['akun untuk masuk lewat peramban', 'accounts to sign in by a browser'] },
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
