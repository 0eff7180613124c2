// Words of the slip that a family takes home.
import type { Text } from '../../../copy/text.ts';

export const receiptPhrases = {
  title: ['Tanda terima laporan', 'Receipt of the report'],
  slip: ['Untuk keluarga', 'For the family'],
  code: ['Kode tanda terima', 'Receipt code'],
  kind: ['Jenis', 'Kind'],
  reported: ['Diterima', 'Received'],
  place: ['Kelurahan', 'Kelurahan'],
  missing: ['Berkas yang masih diperlukan', 'Papers that are still needed'],
  missingNone: ['Semua berkas yang wajib sudah ada.', 'Every paper that is needed is here.'],
  track: [
    'Pindai kode ini, atau buka {address}. Isi kode tanda terima dan tanggal lahir pekerja untuk melihat sampai di mana klaimnya.',
    'Scan this code, or open {address}. Type the receipt code and the birth date of the worker to see how far the claim is.',
  ],
  trackAlt: ['Kode QR ke halaman pelacakan klaim', 'QR code of the page that tracks the claim'],
  free: [
    'Pengurusan klaim tidak dipungut biaya. Laporkan siapa pun yang meminta bayaran.',
    'A claim costs nothing. Report whoever asks for money.',
  ],
  print: ['Cetak', 'Print'],
  printHint: [
    'Gunakan menu Cetak peramban (Ctrl+P).',
    'Use Print in the menu of the browser (Ctrl+P).',
  ],
  printed: ['Dicetak {at} oleh {who}', 'Printed {at} by {who}'],
  mark: ['Peristiwa #{position}', 'Event #{position}'],
} as const satisfies Readonly<Record<string, Text>>;
