// Words around every page: navigation, who is signed in, what went wrong.
import type { Text } from '../copy/text.ts';

export const shell = {
  product: ['Lindung', 'Lindung'],
  tagline: [
    'Perlindungan pekerja rentan daerah',
    'Protection of vulnerable workers, run by local governments',
  ],
  skip: ['Langsung ke isi', 'Skip to the content'],
  navigation: ['Menu utama', 'Main menu'],
  account: ['Akun Anda', 'Your account'],
  signOut: ['Keluar', 'Sign out'],
  language: ['Bahasa', 'Language'],
  home: ['Beranda', 'Home'],
  demo: [
    'Data contoh: orang dan angka di sini rekaan.',
    'Sample data: people and figures here are invented.',
  ],
  backHome: ['Kembali ke beranda', 'Back to the start'],
  notFoundTitle: ['Halaman tidak ditemukan', 'Page not found'],
  notFound: [
    'Alamat ini tidak ada, atau Anda tidak berwenang melihatnya. Periksa alamatnya, atau mulai dari beranda.',
    'There is no such page, or you may not see it. Check the address, or start from the home page.',
  ],
  notAllowedTitle: ['Anda tidak berwenang', 'You may not do this'],
  notAllowed: [
    'Layar ini untuk: {acts}. Kewenangan Anda diatur administrator kantor; akun Anda tidak berubah.',
    'This screen is for: {acts}. The administrator of your office gives such acts; nothing has changed.',
  ],
  brokenTitle: ['Ada gangguan di sisi kami', 'Something failed on our side'],
  broken: [
    'Permintaan ini tidak selesai. Yang sudah tercatat tetap tercatat; muat ulang halaman ini untuk melihatnya. Bila berulang, sampaikan nomor ini kepada pengelola: {request}',
    'This request was not finished. What was recorded stays recorded; reload this page to see it. If it happens again, tell the operator this number: {request}',
  ],
  awayTitle: ['Layanan sedang tidak terjangkau', 'A service is out of reach'],
  tooLargeTitle: ['Kiriman terlalu besar', 'Too much was sent'],
  tooLarge: [
    'Kiriman ini melebihi batas {limit}. Perkecil berkasnya, lalu kirim lagi.',
    'This is more than the limit of {limit}. Make the file smaller and send it again.',
  ],
  crossTitle: ['Formulir tidak diterima', 'The form was not taken'],
  cross: [
    'Formulir ini tidak dikirim dari halaman Lindung. Buka lagi halamannya dan kirim dari sana; tidak ada yang tercatat.',
    'This form was not sent from a page of Lindung. Open the page again and send it from there; nothing was recorded.',
  ],
  strangerTitle: ['Akun belum terhubung', 'The account is not connected'],
  stranger: [
    'Akun Anda belum terhubung dengan petugas yang terdaftar. Minta administrator kantor memeriksanya.',
    'Your account belongs to no registered officer. Ask the administrator of your office to look at it.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
