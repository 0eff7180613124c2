// Words of outreach: lists of the dead, doubts, visits to families, deaths that nobody claims.
import type {
  DeathClosingGround,
  DeathSource,
  FamilyVisitResult,
  WorkerNamedInDeathList,
} from '../../domain/worker/known-death-events.ts';
import type { DeathRowProblem } from '../../infra/rosters/deaths-csv.ts';
import type { KnownDeathState } from '../../projections/known-deaths.ts';
import type { Words } from './code-words.ts';

export const deathSources: Words<DeathSource> = {
  KELURAHAN: ['kelurahan', 'kelurahan'],
  CIVIL_REGISTRY: ['Disdukcapil', 'civil registry'],
};

export const deathMatches: Words<WorkerNamedInDeathList['data']['matchedBy']> = {
  NIK: ['NIK sama', 'same NIK'],
  NAME_AND_BIRTH: ['nama dan tanggal lahir', 'name and birth date'],
  PERSON: ['keputusan petugas', 'decided by an officer'],
};

export const visitOutcomes: Words<FamilyVisitResult> = {
  INFORMED: ['keluarga sudah diberi tahu', 'the family was told'],
  NOT_FOUND: ['keluarga belum ditemukan', 'the family was not found'],
  NO_FAMILY: ['tidak ada keluarga', 'there is no family'],
  ALIVE: ['orangnya masih hidup', 'the person is alive'],
};

export const closingGrounds: Words<DeathClosingGround | 'WITHDRAWN'> = {
  ALIVE: ['orangnya masih hidup', 'the person is alive'],
  NOT_COVERED: ['meninggal di luar masa perlindungan', 'died outside the cover'],
  NO_HEIR: ['tidak ada ahli waris', 'there is no heir'],
  PAID_BEFORE: ['manfaat sudah dibayar sebelumnya', 'the benefit was paid before'],
  FAMILY_DECLINES: ['keluarga tidak mengajukan', 'the family does not claim'],
  WITHDRAWN: ['laporan kematian ditarik', 'the report of the death was withdrawn'],
};

export const knownDeathStates: Words<KnownDeathState> = {
  NO_CLAIM: ['belum ada klaim', 'no claim yet'],
  CLAIMED: ['klaim berjalan', 'claim under way'],
  PAID: ['ahli waris dibayar', 'heirs paid'],
  REJECTED: ['klaim ditolak', 'claim rejected'],
  CLOSED: ['ditutup', 'closed'],
};

export const deathRowProblems: Words<DeathRowProblem> = {
  NAME_MISSING: ['Nama belum diisi.', 'The name is missing.'],
  DEATH_DATE_UNREADABLE: [
    'Tanggal meninggal tidak terbaca; tulis seperti 21/03/2026.',
    'The day of death cannot be read; write it like 21/03/2026.',
  ],
  DEATH_IN_FUTURE: ['Tanggal meninggal di masa depan.', 'The day of death is in the future.'],
  NEITHER_NIK_NOR_BIRTH: [
    'NIK yang benar atau tanggal lahir harus ada.',
    'A valid NIK or a birth date is needed.',
  ],
  BIRTH_DATE_UNREADABLE: [
    'Tanggal lahir tidak terbaca; tulis seperti 21/03/1979.',
    'The birth date cannot be read; write it like 21/03/1979.',
  ],
  BORN_AFTER_DEATH: [
    'Tanggal lahir setelah tanggal meninggal.',
    'The birth date is after the day of death.',
  ],
  OUTSIDE_AREA: [
    'Kelurahan ini di luar wilayah daftar.',
    'This kelurahan is outside the area of the list.',
  ],
};

export const nikVerdicts: Words<'SAME' | 'OTHER' | 'ABSENT'> = {
  SAME: ['NIK keduanya sama', 'both have the same NIK'],
  OTHER: ['NIK keduanya berbeda', 'their NIKs differ'],
  ABSENT: ['NIK tidak ada di daftar', 'the list has no NIK'],
};

export const outreachPhrases = {
  more: ['… dan {count} lagi; semuanya ada di --json.', '… and {count} more; --json has them all.'],
  matched: [
    '{rows} baris: {certain} pasti peserta, {doubtful} perlu dilihat orang, {strangers} bukan peserta, {refused} tidak terbaca.',
    '{rows} rows: {certain} members for certain, {doubtful} for a person to look at, {strangers} no members, {refused} not readable.',
  ],
  recorded: [
    'Dicatat: {news} kematian baru diketahui, {doubts} keraguan baru; {known} sudah dikenal.',
    'Recorded: {news} deaths newly known, {doubts} new doubts; {known} known before.',
  ],
  dryRun: ['Percobaan: tidak ada yang dicatat.', 'Dry run: nothing was recorded.'],
  next: [
    'Lanjut: `outreach list` untuk dikunjungi, `outreach review` untuk diputuskan.',
    'Next: `outreach list` whom to visit, `outreach review` what to decide.',
  ],
  certainRow: ['baris {row}: peserta {worker} ({by})', 'row {row}: member {worker} ({by})'],
  certainUnnamed: ['baris {row}: pasti peserta ({by})', 'row {row}: a member for certain ({by})'],
  doubtRow: [
    'baris {row}: mungkin peserta, kemiripan {score} dari 1000',
    'row {row}: perhaps a member, likeness {score} of 1000',
  ],
  refusedRow: ['baris {row}: {text}', 'row {row}: {text}'],
  refusedWritten: ['Baris yang ditolak ditulis ke {path}.', 'Refused rows were written to {path}.'],
  indexed: [
    '{count} peserta dimasukkan ke indeks buta.',
    '{count} members went into the blind index.',
  ],
  none: ['Tidak ada.', 'None.'],
  doubtNone: ['Tidak ada keraguan {id}.', 'There is no doubt {id}.'],
  listed: ['di daftar: {name}, lahir {birth}', 'on the list: {name}, born {birth}'],
  member: ['peserta: {name}, lahir {birth}', 'member: {name}, born {birth}'],
  masked: [
    'Nama hanya inisial; buka dengan --reveal ALASAN (dicatat).',
    'Names are initials only; open them with --reveal WHY (recorded).',
  ],
  beside: [
    'Baris yang sama mungkin juga peserta lain: {ids}',
    'The same row may also be another member: {ids}',
  ],
  besideDismissed: [
    '{count} keraguan lain atas baris yang sama dinyatakan orang lain.',
    '{count} other doubts about the same row were decided as somebody else.',
  ],
  total: [
    '{known} kematian diketahui: {noClaim} belum ada klaim, {claimed} klaim berjalan, {paid} dibayar, {closed} ditutup.',
    '{known} deaths known: {noClaim} without a claim, {claimed} under way, {paid} paid, {closed} closed.',
  ],
  columns: {
    doubt: ['keraguan', 'doubt'],
    worker: ['pekerja', 'worker'],
    kelurahan: ['kelurahan', 'kelurahan'],
    died: ['meninggal', 'died'],
    age: ['hari', 'days'],
    source: ['sumber', 'source'],
    by: ['cara', 'how'],
    visit: ['kunjungan', 'visit'],
    state: ['keadaan', 'state'],
    score: ['kemiripan', 'likeness'],
    row: ['baris', 'row'],
    known: ['diketahui', 'known'],
    noClaim: ['belum klaim', 'no claim'],
    claimed: ['berjalan', 'under way'],
    paid: ['dibayar', 'paid'],
    closed: ['ditutup', 'closed'],
    oldest: ['paling lama (hari)', 'oldest (days)'],
  },
  visitDue: ['belum dikunjungi', 'not visited yet'],
  datesDiffer: ['tanggal di dua daftar berbeda', 'two lists tell two days'],
} as const;
