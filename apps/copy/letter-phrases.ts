// The letters of a claim, in simple words: what the family holds in its hands, in both languages.
import type { LetterKind } from '../../domain/letter/letter-events.ts';
import type { LetterState } from '../../projections/letter-book/letter-row.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const letterKinds: Words<LetterKind> = {
  RECEIPT: ['tanda terima berkas', 'receipt of papers'],
  PAPERS_RETURNED: ['pengembalian berkas', 'return of papers'],
  INVITATION: ['undangan ahli waris', 'invitation of the heirs'],
  DETERMINATION: ['penetapan manfaat', 'determination of the benefit'],
  REJECTION: ['penolakan klaim', 'rejection of the claim'],
  JKN_ROUTING: ['pengalihan ke JKN', 'referral to JKN'],
  GUARANTEE: ['jaminan perawatan rumah sakit', 'guarantee to a hospital'],
};

export const letterPhrases = {
  addressee: ['Kepada Yth. {name}', 'To {name}'],
  appointedBy: ['menurut {letter}', 'by {letter}'],
  article: ['Dasar: {article}', 'Basis: {article}'],
  claim: ['Perihal: {kind}, klaim {claim}', 'Re: {kind}, claim {claim}'],
  cure: ['Yang masih dapat dilakukan: {cure}', 'What can still be done: {cure}'],
  died: ['Peserta meninggal {day}.', 'The member died on {day}.'],
  draft: [
    'KONSEP: belum bernomor dan belum ditandatangani',
    'DRAFT (KONSEP): without number, not signed',
  ],
  draftNumbered: [
    'KONSEP: sudah bernomor, belum ditandatangani',
    'DRAFT (KONSEP): numbered, not signed',
  ],
  headSet: [
    'Kop surat {office}, {area}, berlaku sejak {day}.',
    'Letterhead of {office}, {area}, in force from {day}.',
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
  draftHint: [
    '{kind}  {name}: konsep; cetak dengan `lindung letter print {claim} --kind {kind}`, beri nomor dengan `lindung letter issue {claim} --kind {kind}`.',
    '{kind}  {name}: a draft; print it with `lindung letter print {claim} --kind {kind}`, give it a number with `lindung letter issue {claim} --kind {kind}`.',
  ],
  none: ['Belum ada surat untuk klaim ini.', 'There is no letter for this claim yet.'],
  noneAtAll: ['Belum ada surat bernomor.', 'There is no letter with a number yet.'],
  issued: [
    'Surat {reference}: {kind}. Masih KONSEP sampai ditandatangani (`lindung letter sign {reference}`).',
    'Letter {reference}: {kind}. A draft (KONSEP) until it is signed (`lindung letter sign {reference}`).',
  ],
  kindMissing: [
    'Untuk mencetak konsep dari klaim, sebut jenisnya (--kind); surat bernomor dicetak dengan nomornya.',
    'To print a draft of a claim, name its kind (--kind); a numbered letter is printed by its number.',
  ],
  numberIs: ['Nomor: {reference}', 'Number: {reference}'],
  numberTwice: [
    'Nomor {reference} ada di dua kantor; sebut nomor klaimnya dengan --claim.',
    'The number {reference} belongs to two offices; name its claim with --claim.',
  ],
  numberUnknown: [
    'Tidak ada surat bernomor {reference}. Lihat `lindung letter list`.',
    'There is no letter of the number {reference}. See `lindung letter list`.',
  ],
  onBehalf: ['a.n. {principal}', 'for {principal}'],
  placeAndDay: ['{place}, {day}', '{place}, {day}'],
  signed: [
    'Surat {reference} ditandatangani sebagai {title}; teksnya tersimpan utuh.',
    'Letter {reference} is signed as {title}; its text is kept whole.',
  ],
  signedBy: ['Ditandatangani: {name}', 'Signed: {name}'],
  signerNamed: [
    '{actor} menandatangani surat {office}, {area}, sebagai {title} sejak {day}.',
    '{actor} signs the letters of {office}, {area}, as {title} from {day}.',
  ],
  signedTextAway: [
    'Teks yang ditandatangani tidak ada di penyimpanan; beri tahu pengelola.',
    'The signed text is not in the store; tell the operator.',
  ],
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

export const letterStates: Words<LetterState> = {
  ISSUED: ['KONSEP bernomor', 'draft with a number'],
  SIGNED: ['ditandatangani', 'signed'],
  VOID: ['batal', 'void'],
};

export const letterColumns = {
  reference: ['nomor', 'number'],
  kind: ['jenis', 'kind'],
  claim: ['klaim', 'claim'],
  issuedOn: ['tanggal', 'day'],
  state: ['keadaan', 'state'],
  signer: ['penanda tangan', 'signer'],
  note: ['catatan', 'note'],
} as const satisfies Readonly<Record<string, Text>>;
