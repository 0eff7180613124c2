// What a person can do on a claim: each act in words, and the command that does it.
import type { PersonsCommand } from '../../domain/claim/claim-acts.ts';
import type { Text } from './text.ts';

type ActWords = { readonly word: Text; readonly command: string };

/** A command of a person without words does not compile. */
export const claimActs: Readonly<Record<PersonsCommand, ActWords>> = {
  ReportDeath: { word: ['kaitkan laporan lain', 'link another report'], command: 'report' },
  ReportIncident: {
    word: ['kaitkan laporan kejadian', 'link a report of an incident'],
    command: 'report',
  },
  ConcludeIncident: {
    word: ['simpulkan kejadian', 'conclude what the event was'],
    command: 'conclude',
  },
  ReportMissing: { word: ['laporkan orang hilang', 'report somebody missing'], command: 'report' },
  DetermineDeath: {
    word: ['catat penetapan kematian orang hilang', 'record that a missing person has died'],
    command: 'determine-death',
  },
  RecordFoundAlive: {
    word: ['catat orangnya ditemukan hidup', 'record that the person lives'],
    command: 'found',
  },
  ConcludeDeath: {
    word: ['simpulkan asal kematian', 'conclude where the death comes from'],
    command: 'conclude',
  },
  ReportSecondStage: { word: ['laporkan tahap II', 'report stage II'], command: 'second-stage' },
  RecordMedicalStatement: {
    word: ['catat surat dokter', 'record the statement of the doctor'],
    command: 'medical',
  },
  ClaimCosts: { word: ['ajukan biaya', 'claim costs back'], command: 'costs' },
  ExplainLateness: {
    word: ['catat sebab laporan terlambat', 'say why a report came late'],
    command: 'late-reason',
  },
  DeterminePayee: {
    word: ['tetapkan rekening pekerja', 'determine the account of the worker'],
    command: 'payee',
  },
  ProposeCompensation: {
    word: ['usulkan ganti rugi terlambat', 'propose the late compensation'],
    command: 'late-compensation',
  },
  AnswerEscalation: {
    word: ['jawab eskalasi tenggat', 'answer the escalation'],
    command: 'answer-escalation',
  },
  ReceiveDocument: { word: ['terima berkas', 'receive a paper'], command: 'documents add' },
  AcceptDocument: {
    word: ['terima berkas sebagai bukti', 'accept a paper as proof'],
    command: 'documents accept',
  },
  ReturnDocument: { word: ['kembalikan berkas', 'return a paper'], command: 'documents return' },
  GuaranteeCare: {
    word: ['jamin perawatan di rumah sakit', 'guarantee the care at a hospital'],
    command: 'hospital guarantee',
  },
  ReceiveHospitalBill: {
    word: ['terima tagihan rumah sakit', 'receive the bill of a hospital'],
    command: 'hospital bill',
  },
  VerifyHospitalBill: {
    word: ['verifikasi tagihan rumah sakit', 'verify the bill of a hospital'],
    command: 'hospital verify',
  },
  ReturnHospitalBill: {
    word: ['kembalikan tagihan kepada verifikator', 'send a bill back to the verifier'],
    command: 'hospital return',
  },
  ApproveHospitalBill: {
    word: ['setujui tagihan rumah sakit', 'approve the bill of a hospital'],
    command: 'hospital approve',
  },
  RecordRepayment: {
    word: ['catat uang yang kembali', 'record money that came back'],
    command: 'repaid',
  },
  AwaitCourt: {
    word: ['catat menunggu pengadilan', 'record that a court is awaited'],
    command: 'court await',
  },
  EndCourtWait: {
    word: ['akhiri menunggu pengadilan', 'end the wait for the court'],
    command: 'court end',
  },
  OpenFieldVisit: {
    word: ['minta verifikasi lapangan', 'ask for a field visit'],
    command: 'verify-field open',
  },
  AssignFieldVisit: {
    word: ['tugaskan verifikasi lapangan', 'send somebody to see'],
    command: 'verify-field assign',
  },
  WaiveFieldVisit: {
    word: ['tiadakan verifikasi lapangan', 'let a field visit be'],
    command: 'verify-field waive',
  },
  RecordFieldVisit: {
    word: ['catat berita acara lapangan', 'record the minutes of a visit'],
    command: 'verify-field done',
  },
  CheckClaim: { word: ['periksa', 'check'], command: 'check' },
  DetermineHeirs: { word: ['tetapkan ahli waris', 'determine the heirs'], command: 'heirs' },
  ChooseRuleVersion: { word: ['pilih aturan', 'choose the rules'], command: 'rules' },
  RecommendClaim: { word: ['usulkan', 'recommend'], command: 'recommend' },
  ApproveClaim: { word: ['setujui', 'approve'], command: 'approve' },
  ReturnClaim: {
    word: ['kembalikan kepada verifikator', 'return to the verifier'],
    command: 'return',
  },
  RejectClaim: { word: ['tolak', 'reject'], command: 'reject' },
  AnswerObjection: {
    word: ['jawab keberatan atas jumlah', 'answer an objection to the sum'],
    command: 'answer-objection',
  },
  ObjectToDecision: { word: ['catat keberatan', 'record an objection'], command: 'object' },
  EscalateClaim: { word: ['naikkan ke tingkat atas', 'send it up'], command: 'escalate' },
  AssignClaim: { word: ['ambil atau tugaskan', 'take or assign'], command: 'assign' },
  ReleaseClaim: { word: ['lepas ke antrean', 'give back to the queue'], command: 'release' },
  CorrectDeathDate: {
    word: ['betulkan tanggal meninggal', 'correct the day of death'],
    command: 'correct-date',
  },
  RecordBindingDetermination: {
    word: ['catat penetapan yang mengikat', 'record a binding determination'],
    command: 'determination',
  },
  DecideRecovery: {
    word: ['putuskan pengembalian', 'decide a recovery'],
    command: 'recovery',
  },
  WithdrawClaim: { word: ['cabut', 'withdraw'], command: 'withdraw' },
  ReopenClaim: { word: ['buka kembali', 'open again'], command: 'reopen' },
  TakeOverClaim: { word: ['ambil alih dari berkas lama', 'take over'], command: 'import' },
};

export const claimActsPhrases = {
  alreadySo: ['sudah demikian: tidak akan mengubah apa pun', 'it is so already: nothing to change'],
  claim: ['Klaim {id}: {stage}; {actor}', 'Claim {id}: {stage}; {actor}'],
  possible: ['Dapat dilakukan sekarang:', 'Possible now:'],
  refused: ['Tidak sekarang, karena:', 'Not now, because:'],
} as const satisfies Readonly<Record<string, Text>>;
