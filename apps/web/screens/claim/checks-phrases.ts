// Words of the checks of a claim: what follows from each result, and where help is.
import type { Text } from '../../../copy/text.ts';

export const checksPhrases = {
  checkedAt: ['Diperiksa {at}.', 'Checked {at}.'],
  failsFollows: [
    'Selama begini klaim tidak dapat diusulkan. Penyetuju dapat menolaknya; keluarga menerima alasan, pasal, dan cara memperbaikinya.',
    'As it stands the claim cannot be recommended. The approver may reject it; the family hears the ground, the article and the cure.',
  ],
  reviewFollows: [
    'Orang yang memutuskan: bila Anda yakin boleh lanjut, tulis pertimbangannya saat mengusulkan. Tanpa pertimbangan, usulan ditolak.',
    'A person decides: if you are sure that it may pass, write why when you recommend. Without it the recommendation is refused.',
  ],
  toPapers: ['Lihat berkas yang kurang', 'See the missing papers'],
  toNameLetter: ['Tambah surat keterangan beda nama', 'Add the letter about the differing name'],
  toReports: ['Bandingkan laporan di riwayat', 'Compare the reports in the history'],
  toMoney: ['Lihat perhitungan', 'See the calculation'],
  cover: ['Perlindungan pada hari itu', 'Cover on that day'],
  state: ['Keadaan', 'State'],
  since: ['Peserta sejak', 'Member since'],
  months: ['Bulan iuran', 'Months paid'],
  unpaid: ['Bulan belum dibayar', 'Months unpaid'],
  none: ['tidak tercatat', 'not on record'],
} as const satisfies Readonly<Record<string, Text>>;
