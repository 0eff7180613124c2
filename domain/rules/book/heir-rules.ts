// Who is paid, disputes, payment rails and the three flows (domain-rules §0.1, §4.1, §5.2, §6.3).
import { L0_FROM, L3_FROM, rule, statement } from './rule.ts';

const PASAL_37_5 = 'PP 44/2015 Pasal 37(5)';

/** The ranks of the law in order; a person of another relation needs a court's determination (H-01). */
const RANKS: readonly { readonly rank: string; readonly relations: readonly string[] }[] = [
  { rank: '1', relations: ['SPOUSE', 'WIFE', 'HUSBAND', 'WIDOW', 'WIDOWER', 'CHILD'] },
  { rank: '2.1', relations: ['PARENT', 'FATHER', 'MOTHER', 'GRANDPARENT', 'GRANDCHILD'] },
  { rank: '2.2', relations: ['SIBLING', 'BROTHER', 'SISTER'] },
  { rank: '2.3', relations: ['PARENT_IN_LAW'] },
];

export const HEIR_RULES = {
  'H-00': rule({
    id: 'H-00',
    title: ['Urutan ahli waris', 'Order of heirs'],
    rows: [
      { law: 'L0', from: L0_FROM, article: PASAL_37_5, confidence: 'V', value: { ranks: RANKS } },
    ],
  }),
  'H-01': statement([
    'H-01',
    'Ahli waris di luar daftar undang-undang',
    'An heir whom the law does not list',
    { law: 'L3', from: L3_FROM, article: 'Permenaker 1/2025', confidence: 'V' },
    'Perlu penetapan ahli waris dari pengadilan.',
    'Needs a court’s determination of heirs.',
  ]),
  'H-02': rule({
    id: 'H-02',
    title: ['Beberapa orang dalam satu urutan', 'Several people of one rank'],
    doubt: {
      parameters: ['several_heirs'],
      choices: { several_heirs: ['ONE_PAYEE'] },
      question: [
        'Undang-undang tidak membagi: satu penerima dengan surat kuasa ahli waris lain.',
        'The statute gives no split: one payee with powers of attorney of the others.',
      ],
    },
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PASAL_37_5,
        confidence: 'D',
        value: { several_heirs: 'ONE_PAYEE' },
      },
    ],
  }),
  'H-03': statement([
    'H-03',
    'Ahli waris anak',
    'A minor heir',
    { law: 'L0', article: PASAL_37_5, confidence: 'P' },
    'Dibayar ke rekening wali untuk anak itu.',
    'Paid to the guardian’s account for the child.',
  ]),
  'H-04': statement([
    'H-04',
    'Rekening atas nama ahli waris',
    'An account in the heir’s name',
    { law: null, article: 'Permenaker 4/2023', confidence: 'P' },
    'Rekening harus atas nama ahli waris yang sah.',
    'The account must be in the name of the lawful heir.',
  ]),
  'H-05': statement([
    'H-05',
    'Tanpa PPh',
    'No income tax',
    { law: null, article: 'UU PPh Pasal 4(3)e', confidence: 'K' },
    'Uang JKK dan JKM tidak dikenai PPh.',
    'JKK and JKM cash is not subject to income tax.',
  ]),
  'H-06': rule({
    id: 'H-06',
    title: ['NPWP di atas Rp50 juta', 'NPWP above Rp50 million'],
    doubt: {
      parameters: ['npwp_asked'],
      question: ['Berasal dari JHT; tidak diminta di sini.', 'Stems from JHT; not asked here.'],
    },
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: 'daftar berkas',
        confidence: 'D',
        value: { npwp_asked: false },
      },
    ],
  }),
  'H-07': rule({
    id: 'H-07',
    title: ['Wasiat', 'The will'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PASAL_37_5,
        confidence: 'V',
        value: { notarialDeed: false },
      },
      {
        law: 'L3',
        from: L3_FROM,
        article: 'Permenaker 1/2025 Pasal 79(2a)',
        confidence: 'V',
        value: { notarialDeed: true },
      },
    ],
  }),
  'H-08': statement([
    'H-08',
    'Tanpa ahli waris dan tanpa wasiat',
    'No heir and no will',
    { law: 'L0', article: PASAL_37_5, confidence: 'V' },
    'Biaya pemakaman kepada yang mengurus; santunan lain kembali ke DJS.',
    'Burial cost to whoever arranged the funeral; the other benefits go to the fund.',
  ]),
  'BI-FAST': rule({
    id: 'BI-FAST',
    title: ['Batas sekali kirim BI-FAST', 'BI-FAST limit per transaction'],
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: 'Bank Indonesia',
        confidence: 'P',
        value: { maxIdr: 250_000_000n },
      },
    ],
  }),
  'W-01': statement([
    'W-01',
    'Iuran',
    'Contributions',
    { law: null, article: 'APBD', confidence: 'P' },
    'Pemberi bantuan membayar BPJS.',
    'The sponsor pays BPJS.',
  ]),
  'W-02': statement([
    'W-02',
    'Manfaat',
    'Benefits',
    { law: 'L0', article: 'PP 44/2015 Pasal 37', confidence: 'V' },
    'BPJS membayar ahli waris, pekerja, wali, penyelenggara pemakaman, rumah sakit.',
    'BPJS pays heir, worker, guardian, funeral organiser, hospital.',
  ]),
  'W-03': statement([
    'W-03',
    'Santunan daerah',
    'Local aid',
    { law: null, article: 'Perwali', confidence: 'P' },
    'Pemerintah daerah membayar ahli waris; tidak pernah dijumlah dengan JKM.',
    'The local government pays the heir; never added to JKM.',
  ]),
  'X-01': statement([
    'X-01',
    'Perselisihan',
    'Disputes',
    { law: 'L0', article: 'PP 44/2015', confidence: 'K' },
    'Pengawas ketenagakerjaan, lalu Menteri; medis: dokter penasehat.',
    'Labour inspector, then the Minister; medical: advising physician.',
  ]),
  'X-02': statement([
    'X-02',
    'Penetapan pengawas',
    'The inspector’s determination',
    { law: 'L0', article: 'praktik', confidence: 'P' },
    'Membawa jumlah dan tanggal sendiri; pekerja tak terdaftar dibayar pemberi kerja.',
    'Carries its own amount and date; for an unregistered worker the employer pays.',
  ]),
  'X-03': statement([
    'X-03',
    'Perubahan JKK menjadi JKM',
    'Conversion from JKK to JKM',
    { law: 'L0', article: 'PP 44/2015 Pasal 1', confidence: 'V' },
    'Dibalik lalu dihitung lagi, tidak ditimpa; tidak pernah keduanya untuk satu kematian.',
    'Reversed and calculated anew, never overwritten; never both for one death.',
  ]),
};
