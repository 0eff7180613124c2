// What is said of a file on its way in.
import type { Text } from '../../copy/text.ts';

export const uploadPhrases = {
  tooLarge: [
    'Berkas ini lebih besar dari {max}. Foto ulang dengan resolusi lebih rendah, atau pisahkan halamannya.',
    'This file is larger than {max}. Photograph it again with less detail, or split its pages.',
  ],
  elsewhere: [
    'Bagian ini tidak menyambung dengan yang sudah diterima; tanyakan dulu sampai mana (HEAD).',
    'This part does not follow what is here already; ask first how far it came (HEAD).',
  ],
  partType: [
    'Kirim bagian sebagai application/offset+octet-stream.',
    'Send parts as application/offset+octet-stream.',
  ],
  unreadable: [
    'Upload-Length atau Upload-Offset tidak dapat dibaca.',
    'Upload-Length or Upload-Offset cannot be read.',
  ],
  full: [
    'Terlalu banyak unggahan Anda yang belum selesai. Selesaikan yang ada, atau tunggu sehari.',
    'Too many of your uploads are unfinished. Finish them, or wait a day.',
  ],
  version: [
    'Gunakan tus versi 1.0.0 (Tus-Resumable).',
    'Use version 1.0.0 of tus (Tus-Resumable).',
  ],
  missing: ['Pilih atau foto berkasnya dulu.', 'Choose or photograph the paper first.'],
  over: [
    'Unggahan ini tidak ada lagi atau belum selesai. Pilih berkasnya sekali lagi.',
    'This upload is over or was not finished. Choose the file once more.',
  ],
  yourFile: ['yang Anda pilih', 'that you chose'],
  here: ['Berkas sudah terkirim ({size}).', 'The file is here ({size}).'],
  another: ['Ganti dengan berkas lain', 'Replace it by another file'],
  choose: ['Pilih berkas atau ambil foto', 'Choose a file or take a photo'],
  limits: [
    'Foto (JPEG, PNG, HEIC, WebP), pindaian TIFF atau PDF, paling besar {max}. Foto dikecilkan di ponsel sebelum dikirim.',
    'A photo (JPEG, PNG, HEIC, WebP), a TIFF scan or a PDF, at most {max}. Photos are made smaller on the phone before they are sent.',
  ],
  sending: ['Mengirim', 'Sending'],
  sent: ['Terkirim. Lanjutkan di bawah.', 'Sent. Go on below.'],
  broken: [
    'Sambungan putus. Bagian yang terkirim tersimpan; dilanjutkan sendiri begitu ada sinyal.',
    'The line broke. What was sent is kept; it goes on by itself once there is a signal.',
  ],
  failed: ['Berkas ini tidak dapat dikirim.', 'This file cannot be sent.'],
} as const satisfies Readonly<Record<string, Text>>;
