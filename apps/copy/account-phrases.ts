// What the commands of accounts say: invitations, the first administrator's link, demo accounts.
import type { Text } from './text.ts';

export const accountPhrases = {
  accountsNone: [
    'Belum ada akun. Buat tautan administrator pertama: `lindung account first-link`.',
    'There are no accounts yet. Make the link of the first administrator: `lindung account first-link`.',
  ],
  demoAccounts: [
    'Masuk di {url} dengan kata sandi {password} sebagai:',
    'Sign in at {url} with the password {password} as:',
  ],
  demoAccount: ['{account}: {acts}', '{account}: {acts}'],
  ended: [
    'Sesi {actor} diakhiri: {count}. Undangan lama tetap berlaku.',
    'Sessions of {actor} ended: {count}. Older invitations still hold.',
  ],
  firstLink: [
    'Buat akun administrator pertama di peramban, sekali, sampai {until}:',
    'Make the account of the first administrator in a browser, once, until {until}:',
  ],
  hasAccounts: [
    'Sudah ada akun di instalasi ini; administrator yang mengundang: `lindung account invite`.',
    'This installation has accounts already; an administrator invites: `lindung account invite`.',
  ],
  heldByKey: [
    'Sistem lain bertindak sebagai {actor} lewat kunci API. Cabut dulu kuncinya di halaman petugas itu.',
    'Another system acts as {actor} by an API key. Revoke the key first, on that officer’s page.',
  ],
  invited: [
    'Undangan untuk {actor}, sekali pakai sampai {until}. Berikan langsung kepada orangnya:',
    'Invitation for {actor}, once, until {until}. Hand it to the person directly:',
  ],
  noWeb: [
    'Program web tidak berjalan di sini; jalankan `npm start`.',
    'The web program does not run here; run `npm start`.',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const accountColumns = {
  account: ['akun', 'account'],
  actor: ['petugas', 'officer'],
  codes: ['kode pengaman', 'security codes'],
} as const satisfies Readonly<Record<string, Text>>;
