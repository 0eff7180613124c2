// A word for every code of a death claim: stages, papers, checks, heirs, benefits, decisions.

import type { DeadlinePassed } from '../../domain/claim/adjustment/settlement-events.ts';
import type {
  BenefitsDetermined,
  CheckCode,
  CheckResult,
  CoverageState,
  HeirRelation,
  HeirsDetermined,
} from '../../domain/claim/assessment/assessment-events.ts';
import type { LateParty } from '../../domain/claim/clock/escalation-events.ts';
import type { ClockState, LedgerCode } from '../../domain/claim/clock/legal-clock.ts';
import type { ObjectionAnswered } from '../../domain/claim/decision/objection-events.ts';
import type {
  DocumentKind,
  DocumentReceived,
  EvidenceKind,
  PaperKind,
} from '../../domain/claim/documents/document-events.ts';
import type { ClaimStage } from '../../domain/claim/events.ts';
import type { NoDeathGround } from '../../domain/claim/intake/correction-events.ts';
import type { ReportChannel, ReporterRelation } from '../../domain/claim/intake/report-events.ts';
import type { OpenTask, WaitingFor } from '../../domain/claim/open-task.ts';
import type { Stamp } from '../../domain/claim/take-over/take-over-stamps.ts';
import type { JkkFlag } from '../../domain/rules/incident-benefit.ts';
import type { JkkDeathFlag } from '../../domain/rules/jkk-death-benefit.ts';
import type { JkmFlag } from '../../domain/rules/jkm.ts';
import type { FileDecision, FileDocument } from '../../projections/claim-file/file-contents.ts';
import type { Words } from './code-words.ts';

export const claimStages: Words<ClaimStage> = {
  UNKNOWN: ['tidak dikenal', 'unknown'],
  SUSPECTED: ['diduga kecelakaan kerja, dijamin dulu', 'suspected work accident, guaranteed first'],
  MISSING: ['hilang, menunggu kepastian', 'missing, waiting for certainty'],
  SUSPECTED_AFTER_PAYMENT: [
    'sudah dibayar, lalu diduga kecelakaan kerja',
    'paid, then suspected to come from work',
  ],
  IN_TREATMENT: ['kecelakaan kerja, dalam perawatan', 'work accident, under treatment'],
  REPORTED: ['menunggu berkas', 'waiting for papers'],
  PAPERS_INCOMPLETE: ['berkas belum lengkap', 'papers incomplete'],
  PAPERS_RETURNED: ['berkas dikembalikan', 'papers sent back'],
  DOCUMENTS_COMPLETE: ['berkas lengkap, belum diperiksa', 'papers complete, not checked'],
  CHECKED: ['diperiksa, ahli waris belum ditetapkan', 'checked, heirs not determined'],
  READY_TO_RECOMMEND: ['siap diusulkan', 'ready to be recommended'],
  RETURNED_TO_VERIFIER: ['dikembalikan kepada verifikator', 'returned to the verifier'],
  RECOMMENDED: ['diusulkan, menunggu persetujuan', 'recommended, waiting for approval'],
  APPROVED: ['disetujui', 'approved'],
  DETERMINED_BY_BRANCH: ['ditetapkan cabang BPJS', 'determined by the BPJS branch'],
  REJECTED: ['ditolak', 'rejected'],
  WITHDRAWN: ['dicabut', 'withdrawn'],
  ROUTED_TO_JKN: ['bukan JKK, dialihkan ke JKN', 'no matter of JKK, led to JKN'],
  SETTLED: ['selesai dibayar', 'paid in full'],
  REPORTED_PAID: ['dilaporkan dibayar', 'reported paid'],
  TOP_UP_PROPOSED: ['dibayar, ada kekurangan yang diusulkan', 'paid, a top-up is proposed'],
  TOP_UP_RECOMMENDED: ['kekurangan diusulkan verifikator', 'a top-up is recommended'],
  RECOVERY_PROPOSED: ['dibayar lebih, menunggu putusan', 'overpaid, waiting for a decision'],
};

export const waitingFor: Words<WaitingFor> = {
  FAMILY: ['keluarga', 'family'],
  SPONSOR: ['pembayar iuran', 'sponsor'],
  VERIFIER: ['verifikator', 'verifier'],
  APPROVER: ['penyetuju', 'approver'],
  BPJS_BRANCH: ['cabang BPJS', 'BPJS branch'],
  TREASURER: ['keuangan', 'treasurer'],
  SUPERIOR: ['atasan', 'superior'],
  COURT: ['pengadilan', 'court'],
  FIELD_OFFICER: ['petugas lapangan', 'field officer'],
  HOSPITAL: ['rumah sakit', 'hospital'],
  NOBODY: ['-', '-'],
};

export const evidenceKinds: Words<EvidenceKind> = {
  OBJECTION_PROOF: ['surat atau bukti keberatan', 'letter or proof of the objection'],
  BINDING_DETERMINATION: ['penetapan yang mengikat', 'binding determination'],
  DEATH_DATE_PROOF: ['bukti tanggal meninggal', 'proof of the day of death'],
  CONCLUSION_PROOF: ['bukti kesimpulan kejadian', 'proof of what the event was'],
  MEDICAL_STATEMENT: ['surat keterangan dokter (KK3)', 'statement of the doctor (KK3)'],
  VISIT_MINUTES: ['berita acara verifikasi lapangan', 'minutes of a field visit'],
  HOSPITAL_BILL: ['tagihan rumah sakit', 'bill of a hospital'],
  REPAYMENT_PROOF: ['bukti pengembalian', 'proof of a repayment'],
};

export const documentKinds: Words<DocumentKind> = {
  CLAIM_FORM: ['formulir klaim', 'claim form'],
  MEMBER_CARD: ['kartu peserta', 'member card'],
  WORKER_ID_CARD: ['KTP pekerja', 'identity card of the worker'],
  HEIR_ID_CARD: ['KTP ahli waris', 'identity card of the heir'],
  FAMILY_CARD: ['kartu keluarga', 'family card'],
  DEATH_CERTIFICATE: ['akta kematian', 'death certificate'],
  HEIR_STATEMENT: ['surat keterangan ahli waris', 'statement of heirs'],
  MARRIAGE_BOOK: ['buku nikah', 'marriage book'],
  BANK_BOOK: ['buku tabungan', 'bank book'],
  KINSHIP_PROOF: ['bukti hubungan keluarga', 'proof of kinship'],
  GUARDIAN_DETERMINATION: ['penetapan wali', 'determination of a guardian'],
  WILL_DEED: ['akta wasiat (notaris)', 'will (notarial deed)'],
  COURT_DETERMINATION: ['penetapan pengadilan', 'determination of a court'],
  NAME_DIFFERENCE_LETTER: ['surat keterangan beda nama', 'letter about a differing name'],
  POWER_OF_ATTORNEY: ['surat kuasa', 'power of attorney'],
  KK1_FORM: ['formulir KK1 (laporan tahap I)', 'form KK1 (stage I report)'],
  KK2_FORM: ['formulir KK2 (laporan tahap II)', 'form KK2 (stage II report)'],
  DOCTOR_STATEMENT: ['surat dokter KK3', 'statement of the doctor, KK3'],
  WITNESS_STATEMENT: ['kronologi dengan dua saksi', 'account of what happened, two witnesses'],
  POLICE_REPORT: ['laporan polisi', 'police report'],
  MEDICAL_REPORT: ['visum', 'medical report for the police'],
  REST_LETTER: ['surat istirahat', 'letter of rest'],
  TRANSPORT_RECEIPT: ['kuitansi pengangkutan', 'receipt of transport'],
  TREATMENT_RECEIPT: ['kuitansi berobat asli, terinci', 'original itemised receipt of treatment'],
};

export const paperKinds: Words<PaperKind> = { ...documentKinds, ...evidenceKinds };

export const documentForms: Words<DocumentReceived['data']['form']> = {
  COPY: ['salinan', 'copy'],
  LEGALISED: ['salinan dilegalisasi', 'legalised copy'],
  ORIGINAL_SEEN: ['asli diperlihatkan', 'original seen'],
};

export const documentStates: Words<FileDocument['state']> = {
  RECEIVED: ['diterima', 'received'],
  RETURNED: ['dikembalikan', 'returned'],
};

export const checkCodes: Words<CheckCode> = {
  FIELD_VERIFIED: ['diverifikasi di lapangan', 'verified in the field'],
  WORKER_ENROLLED: ['pekerja terdaftar di BPJS', 'the worker is enrolled with BPJS'],
  COVER_ACTIVE_AT_DEATH: ['terlindungi pada hari meninggal', 'covered on the day of death'],
  COVER_ACTIVE_AT_EVENT: ['terlindungi pada hari kejadian', 'covered on the day of the event'],
  EVENT_IS_WORK_ACCIDENT: ['disimpulkan kecelakaan kerja', 'concluded to be a work accident'],
  REPORTED_IN_TIME: [
    'waktu lapor (terlambat hanya dicatat)',
    'time of the reports (late is only noted)',
  ],
  CLAIMED_IN_TIME: ['belum kedaluwarsa', 'not expired'],
  NO_OTHER_CLAIM_FOR_EVENT: [
    'tidak ada klaim lain untuk hari-hari sekitarnya',
    'no other claim for the days around it',
  ],
  DISABILITY_OF_LIVING: [
    'cacat yang diajukan: pekerjanya masih hidup',
    'a disability is claimed by the living',
  ],
  SOMETHING_CLAIMED: ['ada yang diajukan', 'something is claimed'],
  DEATH_FROM_WORK: ['disimpulkan meninggal karena kerja', 'concluded to come from work'],
  NO_DISABILITY_PAID: [
    'belum ada santunan cacat dari kecelakaan ini',
    'no disability benefit was granted for this accident',
  ],
  NOT_A_WORK_ACCIDENT: ['bukan kecelakaan kerja', 'not a work accident'],
  DEATH_NOT_IN_FUTURE: ['tanggal meninggal tidak di masa depan', 'day of death is not in future'],
  DOCUMENTS_COMPLETE: ['berkas lengkap', 'papers are complete'],
  ACCOUNT_NAME: [
    'nama rekening sama dengan nama ahli waris',
    'the account is in the name of the heir',
  ],
  NO_OTHER_CLAIM_FOR_DEATH: ['semua laporan sepakat', 'all reports agree'],
};

export const checkVerdicts: Words<CheckResult['verdict']> = {
  HOLDS: ['terpenuhi', 'holds'],
  FAILS: ['TIDAK TERPENUHI', 'FAILS'],
  REVIEW: ['perlu ditinjau', 'needs review'],
};

export const coverageStates: Words<CoverageState> = {
  NOT_STARTED: ['belum mulai', 'not started'],
  ACTIVE: ['aktif', 'active'],
  GRACE: ['masa tenggang', 'in grace'],
  LAPSED: ['berakhir karena iuran', 'lapsed'],
};

export const reportChannels: Words<ReportChannel> = {
  KELURAHAN: ['kelurahan', 'kelurahan'],
  HEIR: ['ahli waris', 'heir'],
  HOSPITAL: ['rumah sakit', 'hospital'],
  GROUP: ['kelompok pekerja', 'group of workers'],
  OUTREACH: ['petugas lapangan', 'outreach'],
};

export const reporterRelations: Words<ReporterRelation> = {
  OFFICER: ['petugas', 'officer'],
  SPOUSE: ['suami/istri', 'spouse'],
  CHILD: ['anak', 'child'],
  PARENT: ['orang tua', 'parent'],
  NEIGHBOUR: ['tetangga', 'neighbour'],
  FACILITY: ['fasilitas kesehatan', 'health facility'],
  OTHER: ['lainnya', 'other'],
};

export const heirRelations: Words<HeirRelation> = {
  SPOUSE: ['suami/istri', 'spouse'],
  CHILD: ['anak', 'child'],
  PARENT: ['orang tua', 'parent'],
  GRANDPARENT: ['kakek/nenek', 'grandparent'],
  GRANDCHILD: ['cucu', 'grandchild'],
  SIBLING: ['saudara kandung', 'sibling'],
  PARENT_IN_LAW: ['mertua', 'parent-in-law'],
  WILL: ['yang disebut dalam wasiat', 'named in a will'],
  COURT_NAMED: ['ditetapkan pengadilan', 'named by a court'],
  FUNERAL_ORGANISER: ['penyelenggara pemakaman', 'organiser of the funeral'],
};

export const heirRanks: Words<HeirsDetermined['data']['rank']> = {
  '1': ['suami/istri dan anak', 'spouse and children'],
  '2.1': ['keturunan dan orang tua', 'descendants and parents'],
  '2.2': ['saudara kandung', 'siblings'],
  '2.3': ['mertua', 'parents-in-law'],
  '2.4': ['menurut wasiat atau pengadilan', 'by a will or a court'],
  '2.5': ['tanpa ahli waris', 'no heir'],
};

export const benefits: Words<BenefitsDetermined['data']['benefit']> = {
  JKM: ['jaminan kematian (JKM)', 'death benefit (JKM)'],
  JKK: ['jaminan kecelakaan kerja (JKK)', 'work accident benefit (JKK)'],
};

export const benefitFlags: Words<JkmFlag | JkkFlag | JkkDeathFlag> = {
  REVIEW_AFTER_DISABILITY: [
    'santunan cacat sudah diberikan untuk kecelakaan ini: diperhitungkan atau tidak, diputus orang (K-34)',
    'a disability benefit was granted for this accident: whether it is set off, a person decides (K-34)',
  ],
  EVENT_BEFORE_MEMBERSHIP: ['kejadian sebelum menjadi peserta', 'the event came before membership'],
  EXPIRED: ['hak sudah kedaluwarsa', 'the right has expired'],
  REPORTED_LATE: [
    'laporan terlambat: dicatat, bukan alasan menolak (T-02)',
    'reported late: noted, no reason to refuse (T-02)',
  ],
  CAPPED: ['dibatasi sampai plafon', 'limited to the ceiling'],
  REVIEW_LOSSES: ['periksa persentase cacat dengan dokter', 'look at the losses with the doctor'],
  SCHOLARSHIP_RIGHT: [
    'anak berhak beasiswa, dibayar tiap tahun sesudah diajukan (K-29)',
    'the children have a right to a scholarship, paid yearly once asked for (K-29)',
  ],
  WAGE_ASSUMED: [
    'iuran tidak cocok dengan satu golongan upah pun: dipakai golongan terendah',
    'the contribution fits no wage band: the lowest was taken',
  ],
  WITHIN_FIRST_THREE_MONTHS: [
    'meninggal dalam tiga bulan pertama kepesertaan',
    'death within the first three months of membership',
  ],
  REVIEW_THREE_MONTH_BOUNDARY: [
    'dekat batas tiga bulan: periksa tanggalnya',
    'close to the three months: look at the days',
  ],
  ARREARS_DUE: ['iuran tertunggak harus dilunasi', 'contributions in arrears must be paid'],
  LAPSED: ['perlindungan sudah berakhir', 'cover had lapsed'],
  NO_HEIR: ['tanpa ahli waris', 'no heir'],
  REVIEW_EARLIER_MEMBER: [
    'pernah menjadi peserta: periksa masa iurannya',
    'was a member before: look at the earlier months',
  ],
  COVER_NOT_STARTED: ['perlindungan belum mulai', 'cover had not started'],
  DEATH_BEFORE_MEMBERSHIP: ['meninggal sebelum menjadi peserta', 'death before membership'],
  LAW_VERSION_UNKNOWN: ['hukum yang berlaku tidak dikenal', 'no law is known for that day'],
};

export const decisionOutcomes: Words<NonNullable<FileDecision['outcome']>> = {
  APPROVED: ['disetujui', 'approved'],
  DETERMINED_BY_BRANCH: ['ditetapkan cabang', 'determined by the branch'],
  RETURNED: ['dikembalikan', 'returned'],
};

export const deadlines: Words<DeadlinePassed['data']['code']> = {
  PAY_WITHIN_7_WORKING_DAYS: ['manfaat JKK dibayar (T-06)', 'the JKK benefit to be paid (T-06)'],
  CONCLUDE_WITHIN_30_DAYS: [
    'disimpulkan dalam tiga puluh hari',
    'to be concluded within thirty days',
  ],
  PAY_WITHIN_3_WORKING_DAYS: [
    'manfaat kematian dibayar (T-07)',
    'the death benefit to be paid (T-07)',
  ],
  REPORT_WITHIN_48_HOURS: ['laporan tahap I 2×24 jam (T-01)', 'stage I report in 2×24 h (T-01)'],
  APPLY_WITHIN_48_HOURS: ['laporan tahap II 2×24 jam (T-05)', 'stage II report in 2×24 h (T-05)'],
  CLAIM_WITHIN_5_YEARS: ['hak JKK diajukan (T-09)', 'the JKK right to be claimed (T-09)'],
  OBJECT_TO_DECISION: ['keberatan boleh diajukan (X-04)', 'an objection may be raised (X-04)'],
  ANSWER_OBJECTION: ['keberatan dijawab (X-04)', 'the objection to be answered (X-04)'],
};

export const deadlineStates: Words<ClockState> = {
  RUNNING: ['berjalan', 'running'],
  STOPPED: ['berhenti', 'stands still'],
  PASSED: ['LEWAT', 'PASSED'],
  MET: ['dipenuhi', 'met'],
  CLOSED: ['ditutup', 'closed'],
};

/** What `deadlines --state` takes. */
export const clockStates: Words<ClockState | 'OPEN' | 'ALL'> = {
  OPEN: ['yang belum berakhir', 'whatever has not ended'],
  ...deadlineStates,
  ALL: ['semuanya', 'all of them'],
};

/** Every clock of the ledger, the family’s own too. */
export const ledgerClocks: Words<LedgerCode> = {
  ...deadlines,
  FAMILY_COMPLETES_PAPERS: ['keluarga melengkapi berkas', 'the family completes the papers'],
};

/** The roles to which a passed day goes up. */
export const lateParties: Words<LateParty> = {
  VERIFIER: waitingFor.VERIFIER,
  APPROVER: waitingFor.APPROVER,
  TREASURER: waitingFor.TREASURER,
  BPJS_BRANCH: waitingFor.BPJS_BRANCH,
};

/** The dates that an old file must hold of a claim taken over. */
export const takeOverStamps: Words<Stamp | 'deathDate' | 'receivedOn'> = {
  deathDate: ['tanggal meninggal', 'day of death'],
  reportedOn: ['tanggal lapor', 'day of the report'],
  receivedOn: ['tanggal terima', 'day of receipt'],
  completeOn: ['tanggal berkas lengkap', 'day the papers were complete'],
  checkedOn: ['tanggal periksa', 'day of the check'],
  recommendedOn: ['tanggal usulan', 'day of the recommendation'],
  decidedOn: ['tanggal keputusan', 'day of the decision'],
  paidOn: ['tanggal bayar', 'day of payment'],
};

export const noDeathGrounds: Words<NoDeathGround> = {
  PERSON_ALIVE: ['orangnya masih hidup', 'the person is alive'],
  REPORT_WRONG: ['laporannya keliru orang', 'the report was of another person'],
};

/** What is to be done next. */
export const openTasks: Words<OpenTask> = {
  CONCLUDE_INCIDENT: ['simpulkan kejadiannya', 'conclude what the event was'],
  DETERMINE_DEATH: [
    'bawa kepastian Basarnas, syahbandar atau pengadilan',
    'bring the word of search and rescue, the harbour master or a court',
  ],
  CONCLUDE_DEATH: ['simpulkan asal kematian', 'conclude where the death comes from'],
  REPORT_SECOND_STAGE: ['laporkan tahap II (KK2)', 'report stage II (KK2)'],
  RECORD_STATEMENT: ['bawa surat dokter (KK3)', 'bring the statement of the doctor (KK3)'],
  DETERMINE_PAYEE: ['tetapkan rekening pekerja', 'determine the account of the worker'],
  BRING_PAPERS: ['bawa berkas', 'bring the papers'],
  COMPLETE_PAPERS: ['lengkapi berkas', 'complete the papers'],
  REPLACE_RETURNED_PAPERS: ['ganti berkas yang dikembalikan', 'replace the papers sent back'],
  CHECK_COVER: ['periksa kepesertaan', 'check the cover'],
  DETERMINE_HEIRS: ['tetapkan ahli waris', 'determine the heirs'],
  RECOMMEND: ['usulkan', 'recommend'],
  ANSWER_RETURN: ['perbaiki lalu usulkan lagi', 'mend and recommend again'],
  DECIDE_ON_FAILED_CHECK: ['putuskan syarat yang tidak terpenuhi', 'decide on the failed check'],
  PAY_ARREARS: ['lunasi tunggakan iuran', 'pay the arrears'],
  APPROVE: ['setujui', 'approve'],
  AWAIT_DETERMINATION: ['tunggu penetapan cabang', 'await the determination of the branch'],
  PAY: ['bayar', 'pay'],
  RECOMMEND_TOP_UP: ['usulkan kekurangan', 'recommend the top-up'],
  APPROVE_TOP_UP: ['setujui kekurangan', 'approve the top-up'],
  DECIDE_RECOVERY: ['putuskan pengembalian', 'decide the recovery'],
  CHOOSE_RULES: ['pilih aturan bagi klaim ini', 'choose the rules of this claim'],
  AWAIT_PAYMENT_REPORT: ['tunggu laporan pembayaran', 'await the report of payment'],
  ANSWER_ESCALATION: ['jawab eskalasi tenggat', 'answer the escalation'],
  ANSWER_OBJECTION: ['jawab keberatan keluarga', 'answer the family’s objection'],
  AWAIT_COURT: ['tunggu penetapan pengadilan', 'await the word of the court'],
  ASSIGN_VISIT: ['tugaskan verifikasi lapangan', 'send somebody to see'],
  VERIFY_BILL: ['verifikasi tagihan rumah sakit', 'verify the bill of the hospital'],
  APPROVE_BILL: ['setujui tagihan rumah sakit', 'approve the bill of the hospital'],
  COLLECT_RECOVERY: ['catat uang yang kembali', 'record the money that comes back'],
  VISIT: ['datangi dan buat berita acara', 'go, see, and write minutes'],
};

export const objectionOutcomes: Words<ObjectionAnswered['data']['outcome']> = {
  UPHELD: ['dikabulkan', 'upheld'],
  DISMISSED: ['ditolak', 'dismissed'],
};
