// Words of the pages that everybody may open: is this card real, where is my claim.
import type { Text } from '../../../copy/text.ts';

export const publicPhrases = {
  cardTitle: ['Cek kartu peserta', 'Check a member card'],
  cardLead: [
    'Pindai kode QR pada kartu dengan kamera ponsel, atau salin isi kode itu ke sini.',
    'Scan the QR code of the card with a phone, or copy what it holds into this field.',
  ],
  cardToken: ['Isi kode QR', 'Content of the QR code'],
  cardTokenHint: [
    'Deretan huruf dan angka yang panjang, dimulai dengan eyJ. Tidak memuat nama atau NIK.',
    'A long row of letters and digits that begins with eyJ. It holds no name and no NIK.',
  ],
  cardAsk: ['Tanyakan status terkini', 'Ask for the current status'],
  signature: ['Tanda tangan', 'Signature'],
  signed: ['Tanda tangan sah', 'The signature is valid'],
  signedMeans: [
    'Kartu ini diterbitkan oleh program ini dan isinya tidak diubah.',
    'This card was issued by this programme and nothing on it was changed.',
  ],
  unsigned: ['Tanda tangan TIDAK sah', 'The signature is NOT valid'],
  unsignedMeans: [
    'Jangan serahkan apa pun berdasarkan kartu ini. Laporkan kepada dinas ketenagakerjaan.',
    'Hand over nothing on this card. Tell the manpower office.',
  ],
  offline: [
    'Diperiksa di ponsel ini, tanpa mengirim apa pun.',
    'Checked on this phone; nothing was sent.',
  ],
  cannotHere: [
    'Peramban ini tidak dapat memeriksa sendiri. Tekan tombol di bawah; kantor yang memeriksa.',
    'This browser cannot check it by itself. Press the button below and the office will.',
  ],
  status: ['Status terkini', 'Current status'],
  statusActive: ['Aktif', 'Active'],
  statusInactive: ['Tidak aktif', 'Not active'],
  statusAt: ['Menurut kantor, {at}.', 'According to the office, {at}.'],
  statusUnknown: [
    'Belum ditanyakan. Tanda tangan tidak memberi tahu apakah perlindungan masih berlaku.',
    'Not asked yet. A signature does not tell whether cover is still in force.',
  ],
  inactiveMeans: [
    'Kartu tidak dikenal, sudah dicabut, atau kepesertaannya berakhir. Tanyakan ke kelurahan.',
    'The card is unknown, was revoked, or membership ended. Ask at the kelurahan.',
  ],
  from: ['Berlaku mulai', 'Valid from'],
  until: ['Berlaku sampai', 'Valid until'],
  open: ['selama iuran dibayar', 'as long as contributions are paid'],
  tokenMissing: ['Isi dulu kode dari kartu.', 'Fill in the code of the card first.'],

  trackTitle: ['Lacak klaim', 'Follow a claim'],
  trackLead: [
    'Masukkan kode pada tanda terima dan tanggal lahir pekerja yang meninggal atau kecelakaan.',
    'Enter the code of your receipt and the birth date of the worker who died or had the accident.',
  ],
  trackCode: ['Kode tanda terima', 'Code of the receipt'],
  trackCodeHint: [
    'Delapan huruf dan angka, misalnya 7G4K-2M9P.',
    'Eight letters and digits, such as 7G4K-2M9P.',
  ],
  trackBirth: ['Tanggal lahir pekerja', 'Birth date of the worker'],
  trackBirthHint: [
    'Seperti pada KTP, misalnya 17-08-1975.',
    'As on the identity card, such as 17-08-1975.',
  ],
  trackAsk: ['Lihat klaim', 'Show the claim'],
  trackWrong: [
    'Kode dan tanggal lahir ini tidak cocok dengan satu klaim pun. Periksa keduanya pada tanda terima dan KTP.',
    'This code and birth date fit no claim. Check both on the receipt and the identity card.',
  ],
  trackWait: [
    'Terlalu banyak percobaan. Coba lagi {minutes} menit lagi, atau datang ke kelurahan dengan tanda terima.',
    'Too many tries. Try again in {minutes} minutes, or come to the kelurahan with the receipt.',
  ],
  trackTries: [
    'Setelah lima kali salah, kode ini harus menunggu lima belas menit.',
    'After five wrong tries this code has to wait fifteen minutes.',
  ],
  claimNow: ['Klaim {code}', 'Claim {code}'],
  stageNow: ['Saat ini: {stage}.', 'At present: {stage}.'],
  reportedOn: ['Dilaporkan', 'Reported'],
  lastStep: ['Langkah terakhir', 'Last step'],
  missing: ['Berkas yang masih kurang', 'Papers that are still missing'],
  missingNone: [
    'Tidak ada berkas yang harus Anda bawa sekarang.',
    'You need to bring no paper now.',
  ],
  bring: [
    'Bawa ke kelurahan tempat pekerja terdaftar. Petugas membantu tanpa biaya.',
    'Bring them to the kelurahan where the worker is registered. Help is free of charge.',
  ],
  help: [
    'Ada yang tidak benar? Datang ke kelurahan atau dinas ketenagakerjaan dengan tanda terima ini.',
    'Something is not right? Come to the kelurahan or the manpower office with this receipt.',
  ],
  again: ['Lacak klaim lain', 'Follow another claim'],
} as const satisfies Readonly<Record<string, Text>>;
