// A word for every code that a person may meet on a screen; a code without one does not compile.

import type { BatchStepCode } from '../../activities/activities.ts';
import type { Act, Office } from '../../domain/actor.ts';
import type { BankExceptionStage } from '../../domain/bank-exception/events.ts';
import type { Category } from '../../domain/command.ts';
import type { ExaminationStage } from '../../domain/examination/events.ts';
import type { LetterheadStage, LetterSeriesStage } from '../../domain/letter/letter-events.ts';
import type { AidFundStage } from '../../domain/local-aid/fund-events.ts';
import type { AidRequestStage } from '../../domain/local-aid/request.ts';
import type { ActorStage } from '../../domain/office/events.ts';
import type {
  ContributionBillStage,
  Flow,
  MandateMode,
  ProgrammeStage,
  TrancheStage,
} from '../../domain/programme/events.ts';
import type { RosterStage, RowVerdict } from '../../domain/roster/events.ts';
import type { RuleBookStage } from '../../domain/rule-book/events.ts';
import type { WorkerClaimSettled, WorkerStage } from '../../domain/worker/events.ts';
import type { CardState, MemberRow } from '../../projections/member-roster/member-row.ts';
import type { BatchProgress } from '../../workflows/messages.ts';
import type { Language } from './format.ts';
import { inLanguage, type Text } from './text.ts';

/** Codes of one kind, each with its word. */
export type Words<Code extends string = string> = Readonly<Record<Code, Text>>;

/** The word of a code; a code of a later version than this program is shown as it is. */
export const wordOf = (words: Words, code: string, language: Language): string => {
  const word = Object.hasOwn(words, code) ? words[code] : undefined;
  return word === undefined ? code : inLanguage(language, word);
};

/** The codes themselves, in the order of their words. */
export const codesOf = <Code extends string>(words: Words<Code>): readonly Code[] =>
  Object.keys(words) as Code[];

export const languages: Words<Language> = {
  id: ['Bahasa Indonesia', 'Bahasa Indonesia'],
  en: ['bahasa Inggris', 'English'],
};

export const offices: Words<Office> = {
  DISNAKER: ['Dinas Ketenagakerjaan', 'Manpower office (Disnaker)'],
  BPKAD: ['Badan keuangan daerah (BPKAD)', 'Local treasury (BPKAD)'],
  KELURAHAN: ['Kelurahan', 'Kelurahan'],
  BPJS_BRANCH: ['Kantor cabang BPJS', 'BPJS branch'],
  INSPEKTORAT: ['Inspektorat', 'Inspectorate'],
  BPK: ['Badan Pemeriksa Keuangan (BPK)', 'Supreme audit board (BPK)'],
  SYSTEM: ['Sistem', 'System'],
};

export const acts: Words<Act> = {
  administer: ['mengelola petugas', 'administer people'],
  'manage-programme': ['mengelola program', 'manage programmes'],
  'override-gate': ['membuka gerbang iuran', 'open the premium gate'],
  'accept-arrears': ['menerima tunggakan', 'accept arrears'],
  'grant-mandate': ['memberi mandat bayar', 'grant mandates'],
  'import-roster': ['menerima daftar', 'receive lists'],
  'approve-roster': ['mengesahkan daftar', 'approve lists'],
  'register-workers': ['mendaftarkan ke BPJS', 'register with BPJS'],
  'hand-over-card': ['menyerahkan kartu', 'hand over cards'],
  'record-contribution': ['mencatat iuran', 'record contributions'],
  'report-death': ['melaporkan kematian atau kecelakaan', 'report deaths or accidents'],
  'handle-documents': ['menangani berkas', 'handle papers'],
  'check-claim': ['memeriksa klaim', 'check claims'],
  'recommend-claim': ['mengusulkan klaim', 'recommend claims'],
  'approve-claim': ['menyetujui klaim', 'approve claims'],
  'sign-letter': ['menandatangani surat', 'sign letters'],
  'assemble-run': ['menyusun pembayaran', 'assemble payments'],
  'release-run': ['melepas pembayaran', 'release payments'],
  'ingest-bank-answer': ['membaca jawaban bank', 'read answers of the bank'],
  'report-payment': ['mencatat pembayaran pihak lain', 'record payments of others'],
  'hold-payment': ['menahan pembayaran', 'hold payments'],
  'manage-keys': ['mengelola kunci data pribadi', 'manage keys of personal data'],
  'manage-rules': ['mengusulkan dan mengaktifkan aturan', 'propose and activate rules'],
  'record-history': ['mencatat riwayat', 'record history'],
  audit: ['memeriksa (audit)', 'audit'],
  'follow-up': ['tindak lanjut sistem', 'follow-up by the system'],
};

export const flows: Words<Flow> = {
  CONTRIBUTION: ['iuran', 'contribution'],
  BENEFIT: ['manfaat', 'benefit'],
  LOCAL_AID: ['santunan daerah', 'local aid'],
};

export const mandateModes: Words<MandateMode> = {
  DISBURSES: ['membayar sendiri', 'pays itself'],
  TRACKS: ['memantau pembayaran pihak lain', 'follows what another house pays'],
};

export const workerStages: Words<WorkerStage> = {
  UNKNOWN: ['tidak dikenal', 'unknown'],
  NOMINATED: ['diusulkan', 'nominated'],
  NAMED_IN_DECREE: ['dalam SK', 'named in a decree'],
  ENROLLED: ['terdaftar', 'enrolled'],
  REGISTRATION_REFUSED: ['ditolak BPJS', 'refused by BPJS'],
  REPORTED_DEAD: ['dilaporkan meninggal', 'reported dead'],
  ENDED: ['berakhir', 'ended'],
};

export const claimOutcomes: Words<WorkerClaimSettled['data']['outcome']> = {
  SETTLED: ['selesai dibayar', 'paid in full'],
  REPORTED_PAID: ['dilaporkan dibayar', 'reported paid'],
  REJECTED: ['ditolak', 'rejected'],
};

export const cardStates: Words<CardState> = {
  NONE: ['belum terbit', 'not issued'],
  ISSUED: ['terbit, belum diserahkan', 'issued, not handed over'],
  HANDED_OVER: ['diserahkan', 'handed over'],
};

export const cardMethods: Words<NonNullable<MemberRow['cardMethod']>> = {
  LIST: ['menurut daftar', 'by list'],
  SCAN: ['dengan memindai', 'by scan'],
};

export const receivers: Words<NonNullable<MemberRow['cardReceivedBy']>> = {
  WORKER: ['pekerja sendiri', 'the worker'],
  FAMILY: ['keluarga', 'the family'],
};

export const batchSteps: Words<BatchStepCode> = {
  NOMINATION: ['Pengusulan', 'Nomination'],
  DECREE: ['Penyebutan dalam SK', 'Naming in the decree'],
  REGISTRATION: ['Pendaftaran BPJS', 'Registration with BPJS'],
  CARDS: ['Penerbitan kartu', 'Issue of cards'],
  TAKE_OVER: ['Pengambilalihan peserta', 'Taking over of members'],
  HAND_OVER: ['Serah terima kartu', 'Hand-over of cards'],
};

export const batchStates: Words<BatchProgress['state']> = {
  RUNNING: ['berjalan', 'running'],
  PAUSED: ['dijeda', 'paused'],
  COMPLETED: ['selesai', 'completed'],
  CANCELLED: ['dibatalkan', 'cancelled'],
  FAILED: ['gagal', 'failed'],
};

export const severities: Words<RowVerdict['severity']> = {
  refused: ['ditolak', 'refused'],
  warning: ['peringatan', 'warning'],
};

/** Where a list, programme, tranche, bill or person stands. */
export const officeStages: Words<
  | RosterStage
  | ProgrammeStage
  | TrancheStage
  | ContributionBillStage
  | ActorStage
  | RuleBookStage
  | LetterheadStage
  | LetterSeriesStage
  | AidFundStage
  | AidRequestStage
  | BankExceptionStage
  | ExaminationStage
> = {
  UNKNOWN: ['tidak dikenal', 'unknown'],
  RECEIVED: ['daftar diterima', 'list received'],
  TAKEN_OVER: ['daftar diambil alih', 'list taken over'],
  APPROVED: ['disahkan', 'approved'],
  SUBMITTED: ['diajukan ke BPJS', 'submitted to BPJS'],
  ANSWERED: ['dijawab BPJS', 'answered by BPJS'],
  CREATED: ['dibuat', 'created'],
  OPEN: ['dibuka', 'open'],
  BILLED: ['ditagih', 'billed'],
  DIFFERS: ['ada selisih yang belum diputuskan', 'has differences that nobody decided'],
  MATCHED: ['cocok per orang', 'matched by person'],
  ORDERED: ['diperintahkan bayar', 'ordered to be paid'],
  PAID: ['dibayar, menunggu konfirmasi BPJS', 'paid, waits for the confirmation of BPJS'],
  CONFIRMED: ['lunas', 'paid'],
  RULES_ACTIVE: ['aturan berlaku', 'rules in force'],
  RULES_PROPOSED: ['aturan diusulkan', 'rules proposed'],
  RULES_WITHDRAWN: ['usulan ditarik', 'proposal withdrawn'],
  REGISTERED: ['terdaftar', 'registered'],
  LETTERHEAD_SET: ['kop surat ditetapkan', 'letterhead set'],
  NUMBERED: ['bernomor', 'numbered'],
  EXCEPTION_OPEN: ['selisih bank terbuka', 'bank exception open'],
  EXCEPTION_RESOLVED: ['selisih bank selesai', 'bank exception resolved'],
  EXAMINATION_OPEN: ['pemeriksaan berjalan', 'examination open'],
  EXAMINATION_CLOSED: ['pemeriksaan ditutup', 'examination closed'],
  AID_TERMS_PROPOSED: ['ketentuan santunan menunggu orang kedua', 'terms wait for a second person'],
  AID_OPEN: ['dana santunan daerah terbuka', 'fund of local aid is open'],
  AID_REQUESTED: ['permohonan diterima', 'request received'],
  AID_VERIFIED: ['permohonan diverifikasi', 'request verified'],
  AID_REJECTED: ['permohonan tidak memenuhi', 'request does not qualify'],
  AID_WITHDRAWN: ['permohonan ditarik', 'request withdrawn'],
};

/** What an id names, with its article where the language has one. */
export const streamKinds: Words<Category> = {
  actor: ['petugas', 'an officer'],
  bank_exception: ['selisih dengan bank', 'a bank exception'],
  examination: ['pemeriksaan', 'an examination'],
  claim: ['klaim', 'a claim'],
  contribution_bill: ['tagihan iuran', 'a contribution bill'],
  hand_over: ['daftar serah terima kartu', 'a hand-over list of cards'],
  aid_fund: ['dana santunan daerah', 'a fund of local aid'],
  aid_request: ['permohonan santunan daerah', 'a request for local aid'],
  death_list: ['daftar kematian', 'a list of the dead'],
  letter_series: ['seri nomor surat', 'a number series of letters'],
  letterhead: ['kop surat', 'a letterhead'],
  payable: ['pembayaran', 'a payment'],
  payout_run: ['run pembayaran', 'a payment run'],
  payout_schedule: ['jadwal pembayaran', 'a payout schedule'],
  programme: ['program', 'a programme'],
  roster: ['daftar peserta', 'a list of members'],
  rule_book: ['buku aturan', 'the rule book'],
  tranche: ['gelombang', 'a tranche'],
  worker: ['pekerja', 'a worker'],
};
