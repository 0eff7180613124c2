// What is said of an accident or an illness: what was reported, and where help is to be had.
import type { DeathConclusion } from '../../domain/claim/death/death-events.ts';
import type { MissingAuthority } from '../../domain/claim/death/missing-events.ts';
import type {
  IncidentKind,
  LateReason,
  MedicalOutcome,
  ReportStage,
  RoutingGround,
} from '../../domain/claim/incident/incident-events.ts';
import type { ClaimKind } from '../../domain/claim/kind.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const claimKinds: Words<ClaimKind> = {
  JKM_DEATH: ['kematian (JKM)', 'death (JKM)'],
  MISSING_PERSON: ['orang hilang', 'a missing person'],
  JKK_DEATH: ['kematian karena kerja (JKK)', 'death from work (JKK)'],
  WORK_ACCIDENT: ['kecelakaan kerja (JKK)', 'work accident (JKK)'],
  OCCUPATIONAL_DISEASE: ['penyakit akibat kerja (JKK)', 'occupational disease (JKK)'],
  ILLNESS: ['sakit, bukan karena kerja', 'illness, not from work'],
};

/** What a report may be about; a death is the ordinary case. */
export const reportKinds: Words<'DEATH' | 'MISSING' | IncidentKind> = {
  DEATH: ['kematian', 'a death'],
  MISSING: ['orang hilang, misalnya di laut', 'a missing person, e.g. at sea'],
  ACCIDENT: ['kecelakaan, diduga karena kerja', 'an accident, by work as it seems'],
  DISEASE: ['penyakit, diduga karena kerja', 'a disease, by work as it seems'],
  ILLNESS: ['sakit, bukan karena kerja', 'an illness, not from work'],
};

export const routingGrounds: Words<RoutingGround> = {
  NOT_FROM_WORK: ['kejadian ini bukan karena pekerjaan', 'the event does not come from work'],
  NO_FORCE: ['tidak ada ruda paksa dari luar', 'no external force'],
  ILLNESS_NOT_FROM_WORK: [
    'sakit ini tidak dilaporkan sebagai akibat pekerjaan',
    'nobody says that this illness comes from work',
  ],
};

export const conclusions: Words<DeathConclusion> = {
  AT_WORK: ['di tempat atau karena pekerjaan', 'at or by work'],
  ON_THE_WAY: ['perjalanan pergi atau pulang kerja', 'on the way to or from work'],
  ON_DUTY: ['perjalanan dinas', 'on duty'],
  URGENT_ERRAND: ['urusan penting dengan izin', 'an urgent errand with leave'],
  OCCUPATIONAL_DISEASE: ['penyakit akibat kerja', 'occupational disease'],
  VIOLENCE_AT_WORK: ['kekerasan di tempat kerja', 'violence at the workplace'],
  SUDDEN_DEATH: ['meninggal mendadak saat bekerja', 'sudden death at work'],
  NOT_FROM_WORK: ['bukan karena pekerjaan', 'not from work'],
  NO_FORCE: ['tanpa ruda paksa', 'without external force'],
};

export const missingAuthorities: Words<MissingAuthority> = {
  SEARCH_AND_RESCUE: ['Basarnas', 'search and rescue (Basarnas)'],
  HARBOUR_MASTER: ['syahbandar', 'harbour master'],
  COURT: ['pengadilan', 'court'],
};

export const medicalOutcomes: Words<MedicalOutcome> = {
  HEALED: ['sembuh', 'healed'],
  PARTIAL_DISABILITY: ['cacat sebagian', 'partial disability'],
  TOTAL_DISABILITY: ['cacat total tetap', 'total permanent disability'],
  DIED: ['meninggal', 'died'],
};

export const incidentPhrases = {
  billLine: ['Dimintakan penggantian: {what} {amount}', 'Claimed back: {what} {amount}'],
  concluded: [
    'Disimpulkan: {what}. Dasar: {rule}, {article}. Alasan: {reason}',
    'Concluded: {what}. Basis: {rule}, {article}. Reason: {reason}',
  ],
  accidentClaim: ['Kecelakaannya: klaim {id} ({day}).', 'The accident: claim {id} ({day}).'],
  accidentDay: [
    'Tanggal kecelakaan atau diagnosis: {day}; hukum dan perlindungan hari itu yang berlaku.',
    'Day of accident or diagnosis: {day}; the law and cover of that day hold.',
  ],
  accidentOfDeathOnly: [
    '--accident-date dan --accident hanya untuk klaim kematian.',
    '--accident-date and --accident are of a death alone.',
  ],
  concludedLate: ['(lewat tiga puluh hari)', '(after the thirty days)'],
  guaranteed: [
    'Perawatan dijamin lebih dulu; disimpulkan paling lambat {day} ({rule}, {article}).',
    'Care is guaranteed first; to be concluded by {day} ({rule}, {article}).',
  ],
  deathSuspected: [
    'Diduga karena kerja; disimpulkan paling lambat {day} ({rule}, {article}).',
    'Suspected to come from work; to be concluded by {day} ({rule}, {article}).',
  ],
  linkedDeath: ['Terkait: kematian {day}, klaim {id}', 'Linked: death of {day}, claim {id}'],
  linkedIncident: ['Terkait: kejadian {day}, klaim {id}', 'Linked: event of {day}, claim {id}'],
  missingSince: [
    'Hilang sejak {day}; dibayar hanya sesudah ada kepastian (T-11).',
    'Missing since {day}; paid only once there is certainty (T-11).',
  ],
  missingDetermined: [
    'Ditetapkan meninggal {day} oleh {who}: {reference}, {on} ({rule}, {article}).',
    'Determined to have died on {day} by {who}: {reference}, {on} ({rule}, {article}).',
  ],
  found: ['Ditemukan hidup {day}: {reason}', 'Found alive on {day}: {reason}'],
  otherDay: ['hari lain dari laporan pertama', 'another day than the first report'],
  late: ['terlambat dilaporkan (hanya dicatat)', 'reported late (only noted)'],
  lateBecause: [
    'sebab: {because} (pihak: {party}){note}',
    'because: {because} (party: {party}){note}',
  ],
  lateUnsaid: [
    'sebabnya belum dicatat: `claim late-reason`',
    'the reason is not on record yet: `claim late-reason`',
  ],
  medical: [
    'KK3: {days} hari tidak bekerja; cacat: {losses}',
    'KK3: {days} days off work; losses: {losses}',
  ],
  payee: ['Penerima: pekerja, bank {bic}', 'Payee: the worker, bank {bic}'],
  secondStage: [
    'KK2: {outcome}, dinyatakan dokter {day}',
    'KK2: {outcome}, declared by the doctor on {day}',
  ],
  statementUnreadable: [
    'Berkas KK3 tidak terbaca: {what}. Bentuknya: {form}.',
    'The KK3 file cannot be read: {what}. Its form: {form}.',
  ],
  eventDate: ['Kejadian {day}: {kind}', 'Event of {day}: {kind}'],
  reportLine: [
    '{at}: {kind} pada {day}, lewat {channel}, pelapor {relation}; dicatat {by}',
    '{at}: {kind} on {day}, by {channel}, reporter {relation}; recorded by {by}',
  ],
  reportLinked: [
    'Kejadian ini sudah dilaporkan: laporan Anda dikaitkan dengan klaim {id} ({stage}).',
    'This event was reported before: your report is linked to claim {id} ({stage}).',
  ],
  routed: [
    'BUKAN JKK: {ground}. Dasar: {rule}, {article}. Tidak ada yang dibayar dari JKK.',
    'NO MATTER OF JKK: {ground}. Basis: {rule}, {article}. Nothing is payable from JKK.',
  ],
} as const satisfies Readonly<Record<string, Text>>;

/** Where the member goes now; each line stands by itself on a printed slip. */
export const whereToGo: readonly Text[] = [
  [
    'Berobat: pakai JKN (BPJS Kesehatan). Datang ke puskesmas atau klinik yang tertera pada kartu JKN, bawa KTP. Gawat darurat: langsung ke IGD rumah sakit mana pun.',
    'For care: use JKN (BPJS Kesehatan). Go to the puskesmas or clinic named on the JKN card, with the identity card. In an emergency: to any hospital at once.',
  ],
  [
    'Belum punya JKN atau iurannya menunggak: tanyakan ke kelurahan atau Dinas Sosial (bantuan iuran PBI), atau hubungi BPJS Kesehatan 165.',
    'No JKN, or behind with it: ask the kelurahan or the social office (contributions paid by the state, PBI), or call BPJS Kesehatan 165.',
  ],
  [
    'Bila dokter kemudian menyatakan sakit ini karena pekerjaan: bawa surat diagnosisnya ke kantor cabang BPJS Ketenagakerjaan; haknya tidak hilang dengan jawaban ini.',
    'If a doctor later says that it comes from work: take the written diagnosis to the branch of BPJS Ketenagakerjaan; this answer takes no right away.',
  ],
  [
    'Bila peserta meninggal, apa pun sebabnya: laporkan kematiannya, JKM tetap berlaku.',
    'If the member dies, whatever the cause: report the death, JKM holds.',
  ],
];

export const lateReasons: Words<LateReason> = {
  NOT_KNOWN: ['keluarga belum tahu harus melapor', 'the family did not know of the duty'],
  IN_CARE: ['pekerja atau keluarga sedang dirawat', 'the worker or the family was in care'],
  REMOTE: ['tempatnya jauh atau tanpa sinyal', 'far away, or without a signal'],
  HOSPITAL_TOLD_LATE: ['rumah sakit terlambat memberi tahu', 'the hospital told of it late'],
  OFFICE_CLOSED: ['kantor libur', 'the office was closed'],
  OFFICE_DELAY: ['kantor terlambat mencatat', 'the office recorded it late'],
};

export const reportStages: Words<ReportStage> = {
  FIRST: ['tahap I (KK1)', 'stage I (KK1)'],
  SECOND: ['tahap II (KK2)', 'stage II (KK2)'],
};
