// The letters of a claim, in simple words: what the family holds in its hands, in both languages.
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const LETTER_KINDS = [
  'RECEIPT',
  'PAPERS_RETURNED',
  'INVITATION',
  'DETERMINATION',
  'REJECTION',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const letterKinds: Words<LetterKind> = {
  RECEIPT: ['tanda terima berkas', 'receipt of papers'],
  PAPERS_RETURNED: ['pengembalian berkas', 'return of papers'],
  INVITATION: ['undangan ahli waris', 'invitation of the heirs'],
  DETERMINATION: ['penetapan manfaat', 'determination of the benefit'],
  REJECTION: ['penolakan klaim', 'rejection of the claim'],
};

export const letterPhrases = {
  addressee: ['Kepada Yth. {name}', 'To {name}'],
  article: ['Dasar: {article}', 'Basis: {article}'],
  claim: ['Perihal: {kind}, klaim {claim}', 'Re: {kind}, claim {claim}'],
  cure: ['Yang masih dapat dilakukan: {cure}', 'What can still be done: {cure}'],
  died: ['Peserta meninggal {day}.', 'The member died on {day}.'],
  draft: [
    'KONSEP: belum bernomor dan belum ditandatangani',
    'DRAFT (KONSEP): without number, not signed',
  ],
  heirs: ['Ahli waris, untuk perhatian keluarga', 'The heirs, for the attention of the family'],
  invited: [
    'Keluarga diundang ke kelurahan atau kantor cabang untuk melengkapi berkas dan menetapkan ahli waris. Bawa asli dan salinannya.',
    'The family is asked to the kelurahan or the branch, to complete the papers and determine the heirs. Bring originals and copies.',
  ],
  nameSealed: ['(nama disegel; buka dengan --reveal)', '(name sealed; open it with --reveal)'],
  needed: ['Berkas yang masih diperlukan: {kinds}', 'Papers still needed: {kinds}'],
  noNeeded: ['Semua berkas wajib sudah diterima.', 'All papers that are needed were received.'],
  noLetter: [
    'Klaim ini belum mempunyai surat seperti itu: {kind}. Lihat `lindung letter list {claim}`.',
    'This claim has no such letter yet: {kind}. See `lindung letter list {claim}`.',
  ],
  none: ['Belum ada surat untuk klaim ini.', 'There is no letter for this claim yet.'],
  number: ['Nomor: ______________', 'Number: ______________'],
  object: [
    'Keberatan dapat diajukan kepada kantor ini dalam 21 hari kerja, dengan bukti; petugas lain yang memutus.',
    'You may object to this office within 21 working days, with proof; somebody else decides then.',
  ],
  received: ['Kami menerima: {kind}, {day} ({form})', 'We received: {kind}, {day} ({form})'],
  receivedObjection: [
    'Kami menerima: keberatan atas keputusan, {day}',
    'We received: an objection to the decision, {day}',
  ],
  rejected: ['Klaim tidak dapat diterima: {reason}', 'The claim cannot be granted: {reason}'],
  returned: ['Kami mengembalikan: {kind}, karena {reason}', 'We return: {kind}, because {reason}'],
  signature: [
    '(tanda tangan, nama terang, jabatan, surat pengangkatan)',
    '(signature, name, office, letter of appointment)',
  ],
  total: ['Manfaat yang ditetapkan: {amount}', 'Benefit determined: {amount}'],
  trackedTotal: [
    'Ditetapkan cabang BPJS dengan {reference}: {amount}',
    'Determined by the BPJS branch with {reference}: {amount}',
  ],
  waits: [
    'Waktu pembayaran dihitung sesudah berkas lengkap; selama berkas kurang, waktu itu berhenti.',
    'The time for payment counts from complete papers; while papers lack, it stands still.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
