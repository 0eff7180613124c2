// Words of local aid: the sponsor's own money for heirs, its papers, its queue, its decree.
import type { AidPaper } from '../../domain/local-aid/fund-events.ts';
import type { AidGround } from '../../domain/local-aid/request.ts';
import type { Words } from './code-words.ts';

export const aidPapers: Words<AidPaper> = {
  DEATH_CERTIFICATE: ['akta atau surat keterangan kematian', 'death certificate'],
  DECEASED_ID: ['KTP almarhum', 'identity card of the deceased'],
  HEIR_ID: ['KTP ahli waris', 'identity card of the heir'],
  FAMILY_CARD: ['kartu keluarga', 'family card'],
  HEIR_STATEMENT: ['surat keterangan ahli waris', 'statement of heirs'],
  POVERTY_STATEMENT: ['surat keterangan tidak mampu', 'statement of poverty'],
  ACCOUNT_BOOK: ['buku rekening', 'account book'],
  APPLICATION_LETTER: ['surat permohonan', 'letter of application'],
};

export const aidGrounds: Words<AidGround> = {
  FILED_LATE: ['diajukan lewat batas waktu', 'filed after the time limit'],
  NOT_POOR: ['tidak terdata miskin', 'not registered as poor'],
  NOT_RESIDENT: ['bukan penduduk daerah ini', 'did not live here'],
  NO_TERMS_THEN: [
    'belum ada Perwali yang berlaku pada hari meninggal',
    'no Perwali was in force on the day of death',
  ],
};

export type AidStanding = 'REQUESTED' | 'WAITING' | 'RESERVED' | 'NAMED' | 'REJECTED' | 'WITHDRAWN';

export const aidStandings: Words<AidStanding> = {
  REQUESTED: ['menunggu verifikasi', 'waits for verification'],
  WAITING: ['pagu habis, menunggu giliran', 'budget exhausted, waits its turn'],
  RESERVED: ['dana disisihkan, menunggu SK', 'money set aside, waits for the decree'],
  NAMED: ['masuk SK, terutang', 'named in a decree, owed'],
  REJECTED: ['ditolak', 'rejected'],
  WITHDRAWN: ['ditarik', 'withdrawn'],
};

export const aidPhrases = {
  terms: ['Ketentuan santunan daerah: {id}', 'Terms of local aid: {id}'],
  request: ['Permohonan santunan daerah: {id}', 'Request for local aid: {id}'],
  none: ['Tidak ada permohonan.', 'No requests.'],
  imported: [
    '{rows} baris: {accepted} diterima, {repeated} sudah ada, {refused} ditolak.',
    '{rows} rows: {accepted} accepted, {repeated} known before, {refused} refused.',
  ],
  row: ['baris {row}: {text}', 'row {row}: {text}'],
  cellInvalid: ['kolom {column} tidak terbaca', 'column {column} cannot be read'],
  verifiedAll: [
    '{count} permohonan: {verified} memenuhi, {rejected} tidak memenuhi, {refused} belum dapat diputus.',
    '{count} requests: {verified} qualify, {rejected} do not, {refused} cannot be decided yet.',
  ],
  template: ['Contoh daftar ditulis ke {path}.', 'An example of the list was written to {path}.'],
  decree: [
    'SK {number}: {count} nama, {sum}. Kini terutang; susun dengan `payout run --flow LOCAL_AID`.',
    'Decree {number}: {count} names, {sum}. Owed from now on; assemble with `payout run --flow LOCAL_AID`.',
  ],
  fundTerms: [
    'Perwali {number}: {amount} per ahli waris, wafat sejak {from}, diajukan dalam {days} hari ({standing})',
    'Perwali {number}: {amount} per heir, deaths from {from}, filed within {days} days ({standing})',
  ],
  inForce: ['berlaku', 'in force'],
  proposed: ['menunggu orang kedua', 'waits for a second person'],
  fundYear: [
    'Tahun {year}: pagu {budget}, disisihkan atau masuk SK {taken}, sisa {left}',
    'Year {year}: budget {budget}, set aside or decreed {taken}, left {left}',
  ],
  fundWaiting: ['Menunggu giliran: {count} permohonan, {sum}', 'Waiting: {count} requests, {sum}'],
  notFound: ['Tidak ada permohonan {id}.', 'There is no request {id}.'],
  fundNone: [
    'Pembayar ini belum punya dana santunan daerah.',
    'This payer has no fund of local aid.',
  ],
  columnsOfList: {
    request: ['permohonan', 'request'],
    received: ['diterima', 'received'],
    death: ['wafat', 'died'],
    kelurahan: ['kelurahan', 'kelurahan'],
    standing: ['keadaan', 'state'],
    amount: ['jumlah', 'amount'],
    note: ['keterangan', 'note'],
  },
} as const;
