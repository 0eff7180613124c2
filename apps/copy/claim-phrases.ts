// What the claim commands say: the queue, the file of a claim, its papers, reports of a death.
import type { Text } from './text.ts';

export const claimPhrases = {
  aboveLimit: ['Yang dapat memutus: {who}', 'Who may decide: {who}'],
  aboveLimitNobody: [
    'Belum ada petugas dengan batas setinggi itu: angkat lewat `lindung actor appoint`.',
    'Nobody has a limit that high yet: appoint somebody with `lindung actor appoint`.',
  ],
  compensation: [
    'Ganti rugi terlambat (T-08): jatuh tempo {due}, dibayar {paid}, {days} hari; diusulkan dengan: lindung claim late-compensation',
    'Late compensation (T-08): due {due}, paid {paid}, {days} days; proposed by: lindung claim late-compensation',
  ],
  compensationProposed: [
    'Ganti rugi terlambat (T-08): jatuh tempo {due}, dibayar {paid}, {days} hari; sudah diusulkan sebagai kekurangan',
    'Late compensation (T-08): due {due}, paid {paid}, {days} days; proposed as a top-up',
  ],
  deadlineEscalated: [
    'ESKALASI: {what}, tenggat {day}, terlambat pada {late}; dijawab oleh pemegang kewenangan {role}: lindung claim answer-escalation',
    'ESCALATED: {what}, due {day}, late at {late}; to be answered by whoever may {role}: lindung claim answer-escalation',
  ],
  escalated: ['Dinaikkan oleh {by}, {at}: {reason}', 'Sent up by {by}, {at}: {reason}'],
  objected: [
    'Keberatan diterima {day} dari {relation}; dicatat {by}; dijawab paling lambat {due}',
    'Objection received {day} from {relation}; recorded by {by}; to be answered by {due}',
  ],
  objectedLate: [
    'Keberatan itu datang sesudah {bar}, hari terakhir 21 hari kerja (X-04, diragukan berlaku di sini): dipertimbangkan pemutus',
    'That objection came after {bar}, the last of 21 working days (X-04, doubtful here): the decider weighs it',
  ],
  objectionAnswered: [
    'Keberatan itu {outcome} oleh {by}, {at}: {reason} [{article}]{fell}',
    'That objection was {outcome} by {by}, {at}: {reason} [{article}]{fell}',
  ],
  objectionFell: [
    '; keputusan gugur, klaim diputus lagi',
    '; the decision fell, the claim is decided again',
  ],
  objectionNext: [
    'Bila keluarga tetap keberatan atas jumlah atau derajat cacat: pengawas ketenagakerjaan yang menetapkan (`claim determination`).',
    'If the family still objects to the sum or the degree of disability: the labour inspector determines it (`claim determination`).',
  ],
  objectionKept: [
    'Keberatan {id} dicatat; petugas lain yang memutus atau menjawabnya.',
    'Objection {id} is recorded; somebody else decides or answers it.',
  ],
  age: ['{days} hari', '{days} days'],
  appeal: [
    'Bila keluarga keberatan: ajukan kepada kantor yang memutus dalam 21 hari kerja, dengan bukti (`claim object`); petugas lain memutus lagi. Jalan selanjutnya: unit pengaduan BPJS, mediasi, pengadilan negeri (UU 24/2011 Pasal 48–50).',
    'If the family objects: to the office that decided, within 21 working days, with proof (`claim object`); somebody else decides again. Beyond that: the complaints unit of BPJS, mediation, the district court (UU 24/2011 art. 48–50).',
  ],
  benefit: ['Manfaat: {benefit}', 'Benefit: {benefit}'],
  benefitLaw: ['menurut {law}, aturan {rules}', 'by {law}, rules {rules}'],
  benefitNone: ['Manfaat belum dihitung.', 'The benefit is not computed yet.'],
  checkedBy: ['diperiksa {by}, {at}', 'checked by {by}, {at}'],
  claim: ['Klaim {id}: {stage}', 'Claim {id}: {stage}'],
  cure: ['Yang masih dapat dilakukan: {cure}', 'What can still be done: {cure}'],
  deadlinePassed: ['Tenggat lewat: {deadline}, {day}', 'Deadline passed: {deadline}, {day}'],
  deathDate: ['Meninggal {day}', 'Died on {day}'],
  decision: ['Keputusan', 'Decisions'],
  decisionPrecheck: [
    '{number}. Diverifikasi awal oleh {by}, {at}: {total}',
    '{number}. Checked beforehand by {by}, {at}: {total}',
  ],
  decisionRecommended: [
    '{number}. Diusulkan oleh {by}, {at}: {total}',
    '{number}. Recommended by {by}, {at}: {total}',
  ],
  decisionOutcome: ['{outcome} oleh {by}, {at}', '{outcome} by {by}, {at}'],
  decisionReason: ['alasan: {reason}', 'reason: {reason}'],
  determination: [
    'penetapan cabang {reference}, {day}: {amount}',
    'determination {reference} of the branch, {day}: {amount}',
  ],
  determinationDiffers: [
    '(kami menghitung {amount}: berbeda)',
    '(we computed {amount}: it differs)',
  ],
  documentKept: ['Berkas {id}: {kind}', 'Paper {id}: {kind}'],
  documentLine: ['{kind}: {state}, {form}', '{kind}: {state}, {form}'],
  documentReceived: ['diterima {by}, {at}', 'received by {by}, {at}'],
  documentReturned: ['dikembalikan {by}, {at}: {reason}', 'returned by {by}, {at}: {reason}'],
  documentSaved: [
    '{kind} disimpan ke {path} ({bytes} byte). Berkas ini berisi data pribadi: hapus sesudah dibaca.',
    '{kind} saved to {path} ({bytes} bytes). It holds personal data: delete it when you have read it.',
  ],
  documentTakenOver: [
    '{kind}: ada dalam berkas lama (diambil alih)',
    '{kind}: in the old file (taken over)',
  ],
  documentTakenOverAway: [
    'Berkas ini diambil alih dan tidak disimpan di sini; lihat map aslinya di kantor cabang.',
    'This paper was taken over and is not kept here; see the original file at the branch.',
  ],
  documents: ['Berkas', 'Papers'],
  documentsMissing: ['Berkas yang kurang: {kinds}', 'Papers missing: {kinds}'],
  codeAgainstChecks: [
    'PERHATIAN: pemeriksaan menyatakan sebaliknya: {checks}. Bila kodenya keliru, buka kembali klaimnya (`lindung claim reopen`).',
    'ATTENTION: the checks say otherwise: {checks}. If the code is wrong, open the claim again (`lindung claim reopen`).',
  ],
  emptyFile: [
    'Berkas {path} kosong; pilih berkas yang benar.',
    'The file {path} is empty; choose the right one.',
  ],
  exceptions: ['Perhatian: {what}', 'Note: {what}'],
  hash: ['sidik {hash}', 'hash {hash}'],
  headings: ['klaim', 'claim'],
  historic: [
    'RIWAYAT: {count} catatan dimasukkan saat ambil alih; nomor agenda {agenda}; sumber: {source}',
    'HISTORY: {count} entries made at the take-over; agenda number {agenda}; source: {source}',
  ],
  heirs: ['Ahli waris', 'Heirs'],
  heirsTemplate: [
    'Tabel contoh ditulis ke {path}: isi dengan Excel atau LibreOffice, hapus baris contohnya, lalu `lindung claim heirs KLAIM --file {path}`. Isinya data pribadi: hapus sesudah dipakai.',
    'A table to fill in was written to {path}: use Excel or LibreOffice, delete the example rows, then `lindung claim heirs CLAIM --file {path}`. It will hold personal data: delete it when it was used.',
  ],
  heirsRank: ['peringkat {rank} ({who}), ditetapkan {at}', 'rank {rank} ({who}), determined {at}'],
  heirLine: ['{ref}: {relation}', '{ref}: {relation}'],
  heirMinor: ['anak di bawah umur, ada wali', 'a minor, with a guardian'],
  paidBefore: [
    '{amount} dibayar sebelum ambil alih, {day}, {reference} (riwayat)',
    '{amount} paid before the take-over, {day}, {reference} (history)',
  ],
  paidBeforeReported: [
    '{amount} dilaporkan dibayar sebelum ambil alih, {day}, {reference} (riwayat)',
    '{amount} reported paid before the take-over, {day}, {reference} (history)',
  ],
  payee: ['penerima: {ref}, bank {bic}', 'payee: {ref}, bank {bic}'],
  payments: ['Pembayaran', 'Payments'],
  queueEmpty: ['Tidak ada klaim yang cocok dengan pilihan ini.', 'No claim fits this choice.'],
  rejected: ['Ditolak oleh {by}, {at}: {reason}', 'Rejected by {by}, {at}: {reason}'],
  rejectedArticle: ['Dasar: {article}', 'Basis: {article}'],
  reopened: ['Dibuka kembali oleh {by}, {at}: {reason}', 'Opened again by {by}, {at}: {reason}'],
  illnessIsNoAccident: [
    'ILLNESS berarti sakit yang bukan karena kerja, jadi tidak dapat bersama --work-accident. Pakai --kind ACCIDENT (kecelakaan) atau --kind DISEASE (penyakit akibat kerja). Belum ada yang dicatat.',
    'ILLNESS means an illness that is not from work and does not go with --work-accident. Use --kind ACCIDENT or --kind DISEASE (from work). Nothing was recorded.',
  ],
  reportAccident: ['diduga kecelakaan kerja', 'a work accident is suspected'],
  reportLine: [
    '{at}: meninggal {day}, lewat {channel}, pelapor {relation}; dicatat {by}',
    '{at}: died on {day}, by {channel}, reporter {relation}; recorded by {by}',
  ],
  reports: ['Laporan', 'Reports'],
  reportLinked: [
    'Kematian ini sudah dilaporkan: laporan Anda dikaitkan dengan klaim {id} ({stage}).',
    'This death was reported before: your report is linked to claim {id} ({stage}).',
  ],
  reportCode: [
    'Kode tanda terima untuk keluarga: {code}. Dengan kode ini dan tanggal lahir pekerja, klaim dapat dilacak di /lacak.',
    'Code of the receipt for the family: {code}. With it and the birth date of the worker the claim can be followed at /lacak.',
  ],
  reportNew: ['Klaim baru: {id}', 'New claim: {id}'],
  reportOfDeathHasNoEvent: [
    '--event-date adalah tanggal kejadian orang yang hidup; untuk kematian pakai --death-date saja. Belum ada yang dicatat.',
    '--event-date is the day of an event of a living person; for a death give --death-date only. Nothing was recorded.',
  ],
  sameAndApart: [
    '--same-as berarti kejadian yang sama, --apart kejadian lain: pilih salah satu. Belum ada yang dicatat.',
    '--same-as says the same event, --apart another one: choose. Nothing was recorded.',
  ],
  noticeOfEvents: [
    'Tempat, sebab, waktu, pekerjaan, pajanan, dan diagnosis (Pasal 48A) hanya untuk kecelakaan atau penyakit. Belum ada yang dicatat.',
    'Place, cause, time, work, exposure and diagnosis (art. 48A) are of an accident or a disease alone. Nothing was recorded.',
  ],
  onlyOfEvents: [
    '--same-as dan --apart hanya untuk kecelakaan atau sakit. Belum ada yang dicatat.',
    '--same-as and --apart are of an accident or an illness alone. Nothing was recorded.',
  ],
  reportOfLivingHasNoDeath: [
    '--death-date hanya untuk laporan kematian: hapus --kind, atau hapus --death-date. Belum ada yang dicatat.',
    '--death-date belongs to the report of a death only: leave out --kind, or leave out --death-date. Nothing was recorded.',
  ],
  reportOfRejected: [
    'Klaim ini sudah DITOLAK pada {at}: {reason}. Yang masih dapat dilakukan: {cure}. Dengan bukti baru klaim dapat dibuka kembali: `lindung claim reopen {id}`.',
    'This claim was REJECTED on {at}: {reason}. What can still be done: {cure}. With new proof it can be opened again: `lindung claim reopen {id}`.',
  ],
  reportOfWithdrawn: [
    'Klaim ini sudah dicabut keluarga pada {at}: {reason}. Bila keluarga meneruskan: `lindung claim reopen {id}`.',
    'The family withdrew this claim on {at}: {reason}. If they go on with it: `lindung claim reopen {id}`.',
  ],
  reportsDiffer: [
    'PERHATIAN: tanggal meninggal berbeda. Anda: {mine}. Tercatat lebih dulu: {theirs} ({who}). Periksa akta kematian; verifikator harus meninjau klaim ini.',
    'NOTE: the days of death differ. You: {mine}. Recorded before: {theirs} ({who}). See the death certificate; the verifier must review this claim.',
  ],
  returned: [
    'Dikembalikan kepada verifikator oleh {by}, {at}: {reason}',
    'Returned to the verifier by {by}, {at}: {reason}',
  ],
  settled: ['Selesai {at}: dibayar {paid}', 'Ended {at}: paid {paid}'],
  settledReported: ['Dilaporkan dibayar {at}: {paid}', 'Reported paid {at}: {paid}'],
  settledRetained: ['tetap di dana {retained}', 'kept in the fund {retained}'],
  checks: ['Pemeriksaan', 'Checks'],
  total: ['jumlah', 'total'],
  withdrawn: [
    'Dicabut keluarga; dicatat {by}, {at}: {reason}',
    'Withdrawn by the family; recorded by {by}, {at}: {reason}',
  ],
  worker: ['Pekerja {id}', 'Worker {id}'],
} as const satisfies Readonly<Record<string, Text>>;

export const claimColumns = {
  assignedTo: ['pada', 'with'],
  age: ['umur', 'age'],
  benefit: ['manfaat', 'benefit'],
  claim: ['klaim', 'claim'],
  due: ['tenggat', 'due'],
  kelurahan: ['kelurahan', 'kelurahan'],
  kind: ['jenis', 'kind'],
  stage: ['tahap', 'stage'],
  openTask: ['yang harus dikerjakan', 'to do'],
  waitingFor: ['menunggu', 'waiting for'],
} as const satisfies Readonly<Record<string, Text>>;
