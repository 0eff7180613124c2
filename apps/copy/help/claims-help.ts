// Help texts of the claim commands: report, papers, verification, decision, views.

import { formTitles } from '../accident-form-phrases.ts';
import { bindingAuthorities, recoveryOutcomes } from '../adjustment-phrases.ts';
import {
  claimStages,
  deadlines,
  documentForms,
  documentKinds,
  noDeathGrounds,
  objectionOutcomes,
  reportChannels,
  reporterRelations,
  waitingFor,
} from '../claim-words.ts';
import {
  conclusions,
  lateReasons,
  medicalOutcomes,
  missingAuthorities,
  reportKinds,
  reportStages,
} from '../incident-phrases.ts';
import { queuePresets } from '../queue-words.ts';
import { rejectionCodes } from '../rejections.ts';
import { ruleChoices } from '../rule-words.ts';
import type { Text } from '../text.ts';
import { timeGroups } from '../time-words.ts';
import type { CommandHelp, HelpTexts } from './command-help.ts';

const withWhy = (name: string, about: Text, why: Text): CommandHelp => ({
  about,
  example: [
    `claim ${name} {id} --why '${why[0]}' --as verifikator-ani`,
    `claim ${name} {id} --why '${why[1]}' --as verifikator-ani`,
  ],
});

const papers: HelpTexts = {
  'claim documents': { about: ['berkas sebuah klaim', 'papers of a claim'] },
  'claim documents list': {
    about: [
      'berkas satu klaim: nomor, jenis, keadaan, oleh siapa dan kapan',
      'papers of a claim: id, kind, state, by whom and when',
    ],
    example: 'claim documents list {id} --as verifikator-ani',
  },
  'claim documents show': {
    about: ['satu berkas dengan sidik isinya', 'one paper with the hash of its content'],
    example: 'claim documents show {id} {id} --as verifikator-ani',
  },
  'claim documents get': {
    about: [
      'simpan satu berkas ke komputer ini untuk dibaca; pembacaan ini dicatat',
      'save a paper on this computer, to read it; the reading is recorded',
    ],
    options: {
      '--output': ['berkas tujuan (berisi data pribadi)', 'file to write (personal data)'],
    },
    example: 'claim documents get {id} {id} -o akta.pdf --as verifikator-ani',
  },
  'claim documents add': {
    about: [
      'terima satu berkas: PDF atau gambar sampai 20 MB, diperiksa isinya',
      'receive a paper: a PDF or picture up to 20 MB, by its content',
    ],
    options: {
      '--kind': ['jenis berkas', 'kind of paper'],
      '--file': ['berkas yang diterima (disimpan tersegel)', 'the file (kept encrypted)'],
      '--form': ['bentuk berkas', 'form of the paper'],
      '--seen-by': [
        'siapa yang melihat asli (jika bukan yang menerima)',
        'who saw the original (if not whoever receives it)',
      ],
      '--seen-on': ['tanggal asli dilihat', 'day on which the original was seen'],
      '--seen-at': ['tempat asli dilihat', 'where the original was seen'],
    },
    choices: { '--kind': documentKinds, '--form': documentForms },
    example: 'claim documents add {id} --kind DEATH_CERTIFICATE --file akta.pdf --as kelurahan-eko',
  },
  'claim documents accept': {
    about: [
      'nyatakan satu berkas sudah dilihat dan diterima sebagai bukti',
      'say that a paper was looked at and is accepted as proof',
    ],
    example: 'claim documents accept {id} {id} --as verifikator-ani',
  },
  'claim documents return': {
    about: ['kembalikan satu berkas dengan alasan', 'return a paper with a reason'],
    example: [
      "claim documents return {id} {id} --why 'halaman kedua tidak terbaca' --as verifikator-ani",
      "claim documents return {id} {id} --why 'page two cannot be read' --as verifikator-ani",
    ],
  },
};

const accident: HelpTexts = {
  'claim conclude': {
    about: [
      'simpulkan apa kejadian itu, atau dari mana kematian itu: karena kerja (JKK) atau bukan',
      'conclude what the event was, or where the death comes from: work (JKK) or not',
    ],
    options: {
      '--as-what': ['kesimpulan', 'the conclusion'],
      '--accident-date': [
        'kematian: tanggal kecelakaan atau diagnosisnya (YYYY-MM-DD)',
        'of a death: day of the accident or diagnosis (YYYY-MM-DD)',
      ],
      '--accident': [
        'kematian: nomor klaim kecelakaannya, bila ada',
        'of a death: id of the claim of its accident, where there is one',
      ],
      '--evidence': ['berkas bukti (disimpan tersegel)', 'the proof (kept encrypted)'],
      '--traffic': [
        'kecelakaan lalu lintas: perlu laporan polisi',
        'a road accident: the police report is needed',
      ],
    },
    choices: { '--as-what': conclusions },
    example: [
      "claim conclude {id} --as-what AT_WORK --evidence saksi.pdf --why 'dua saksi di kebun' --as verifikator-ani",
      "claim conclude {id} --as-what AT_WORK --evidence witnesses.pdf --why 'two witnesses' --as verifikator-ani",
    ],
  },
  'claim determine-death': {
    about: [
      'catat kepastian bahwa orang yang hilang meninggal: sejak itu klaim kematian biasa',
      'record the certainty that a missing person died: from then on a death like any other',
    ],
    options: {
      '--death-date': [
        'tanggal meninggal yang ditetapkan (YYYY-MM-DD)',
        'the day determined (YYYY-MM-DD)',
      ],
      '--authority': ['siapa yang menetapkan', 'who determined it'],
      '--reference': ['nomor surat atau penetapan', 'number of the letter or ruling'],
      '--determined-on': ['tanggal surat atau penetapan (YYYY-MM-DD)', 'its day (YYYY-MM-DD)'],
      '--evidence': ['berkasnya (disimpan tersegel)', 'the paper (kept encrypted)'],
    },
    choices: { '--authority': missingAuthorities },
    example:
      "claim determine-death {id} --death-date 2026-02-11 --authority COURT --reference '12/Pdt.P/2026' --determined-on 2026-05-18 --evidence penetapan.pdf --as verifikator-ani",
  },
  'claim found': {
    about: [
      'orangnya ditemukan hidup: klaim berakhir, yang sudah dibayar diusulkan kembali',
      'the person lives: the claim ends, what was paid is proposed to be recovered',
    ],
    options: {
      '--found-on': ['tanggal ditemukan (YYYY-MM-DD)', 'day of finding (YYYY-MM-DD)'],
      '--evidence': ['berkas bukti (disimpan tersegel)', 'the proof (kept encrypted)'],
    },
    example: [
      "claim found {id} --found-on 2026-03-02 --evidence ba.pdf --why 'terdampar di pulau lain' --as verifikator-ani",
      "claim found {id} --found-on 2026-03-02 --evidence minutes.pdf --why 'stranded elsewhere' --as verifikator-ani",
    ],
  },
  'claim second-stage': {
    about: [
      'laporan tahap II (KK2): manfaat diajukan sesudah pernyataan dokter',
      'stage II report (KK2): the benefit is applied for after the doctor has spoken',
    ],
    options: {
      '--outcome': ['pernyataan dokter', 'what the doctor declared'],
      '--declared-on': [
        'tanggal pernyataan dokter (YYYY-MM-DD)',
        'day of the declaration (YYYY-MM-DD)',
      ],
    },
    choices: { '--outcome': medicalOutcomes },
    example: 'claim second-stage {id} --outcome HEALED --declared-on 2026-09-20 --as kelurahan-eko',
  },
  'claim medical': {
    about: [
      'surat dokter KK3 sebagai angka: hari tidak bekerja dan cacat menurut tabel',
      'statement of the doctor (KK3) as figures: days off work and losses by the table',
    ],
    options: {
      '--file': [
        'berkas JSON: {"daysOff", "handedness", "losses": [{"code", "functionLossPercent", "measure"}]}',
        'JSON file: {"daysOff", "handedness", "losses": [{"code", "functionLossPercent", "measure"}]}',
      ],
      '--evidence': ['surat KK3 (disimpan tersegel)', 'the statement itself (kept encrypted)'],
    },
    example: 'claim medical {id} --file kk3.json --evidence kk3.pdf --as verifikator-ani',
  },
  'claim costs': {
    about: [
      'biaya yang dibayar pekerja dan dimintakan penggantian; daftar terakhir yang berlaku',
      'costs that the worker paid and claims back; the last list counts',
    ],
    options: {
      '--bill': [
        'KODE=RUPIAH, boleh berulang; alat bantu: KODE=RUPIAH:HARGA_ACUAN',
        'CODE=RUPIAH, may be repeated; an aid: CODE=RUPIAH:REFERENCE_PRICE',
      ],
    },
    example: 'claim costs {id} --bill TRANSPORT_LAND=350000 --as kelurahan-eko',
  },
  'claim payee': {
    about: [
      'tetapkan rekening pekerja yang dibayar; manfaat dihitung',
      'determine the account of the worker who is paid; the benefit is computed',
    ],
    options: {
      '--file': [
        'berkas JSON: {"payee": {"ref", "name", "account", "bic"}}',
        'JSON file: {"payee": {"ref", "name", "account", "bic"}}',
      ],
    },
    example: 'claim payee {id} --file pekerja.json --as verifikator-ani',
  },
};

const decisions: HelpTexts = {
  'claim approve': {
    about: [
      'setujui sebagai orang kedua; kantor yang memantau mencatat penetapan cabang',
      'approve as the second person; an office that follows records the branch’s determination',
    ],
    options: {
      '--total': ['jumlah yang Anda lihat di `claim show`', 'the sum you saw in `claim show`'],
      '--determined': ['jumlah menurut penetapan cabang', 'the sum determined by the branch'],
      '--reference': ['nomor penetapan cabang', 'number of the determination'],
      '--determined-on': [
        'tanggal penetapan cabang (YYYY-MM-DD)',
        'day of the determination (YYYY-MM-DD)',
      ],
    },
    example: 'claim approve {id} --total 42000000 --as penetap-budi',
  },
  'claim reject': {
    about: [
      'tolak dengan alasan, pasal, dan apa yang masih dapat dilakukan keluarga',
      'reject, with the reason, the article and what the family can still do',
    ],
    options: {
      '--code': [
        'sebab menurut daftar; membawa pasal dan jalan keluarnya',
        'cause by the list; brings its article and its cure',
      ],
      '--article': [
        'pasal yang menjadi dasar (wajib tanpa --code)',
        'the article it rests on (needed without --code)',
      ],
      '--cure': [
        'yang masih dapat dilakukan keluarga (wajib tanpa --code)',
        'what the family can still do (needed without --code)',
      ],
    },
    choices: { '--code': rejectionCodes },
    example: [
      "claim reject {id} --code COVER_NOT_ACTIVE --why 'Iuran berhenti sebelum hari meninggal' " +
        '--as penetap-budi',
      "claim reject {id} --code COVER_NOT_ACTIVE --why 'Contributions ended before the death' " +
        '--as penetap-budi',
    ],
  },
  'claim object': {
    about: [
      'catat keberatan keluarga atas penolakan, pengalihan ke JKN, atau jumlah yang ditetapkan; petugas lain yang memutus atau menjawab',
      'record a family’s objection to a rejection, to being led to JKN, or to the sum granted; others decide or answer it',
    ],
    options: {
      '--on': ['tanggal keberatan diterima (YYYY-MM-DD)', 'day the objection came (YYYY-MM-DD)'],
      '--relation': ['hubungan dengan pekerja', 'what they are to the worker'],
      '--objector': ['nama yang keberatan (disegel)', 'name of the objector (sealed)'],
      '--grounds': ['isi keberatan (disegel)', 'what they object (sealed)'],
      '--evidence': [
        'surat atau bukti keberatan (disimpan tersegel)',
        'letter or proof of the objection (kept encrypted)',
      ],
    },
    choices: { '--relation': reporterRelations },
    example: [
      "claim object {id} --on 2026-10-01 --relation SPOUSE --objector 'Siti' " +
        "--grounds 'Iuran sudah dibayar' --as kelurahan-eko",
      "claim object {id} --on 2026-10-01 --relation SPOUSE --objector 'Siti' " +
        "--grounds 'The contributions were paid' --as kelurahan-eko",
    ],
  },
  'claim form': {
    about: [
      'formulir KK1, KK2 atau KK3 terisi dari klaim: teks, atau PDF untuk ditandatangani',
      'form KK1, KK2 or KK3 filled from the claim: text, or a PDF to be signed',
    ],
    options: {
      '--stage': ['formulir mana', 'which form'],
      '--output': ['tulis PDF ke berkas ini', 'write a PDF to this file'],
      '--reveal': [
        'isi data pribadi dengan alasan ini; pembukaannya dicatat',
        'fill in personal data for this reason; the look is recorded',
      ],
    },
    choices: { '--stage': formTitles },
    example: [
      "claim form {id} --stage KK1 -o kk1.pdf --reveal 'laporan ke Disnaker' --as verifikator-ani",
      "claim form {id} --stage KK1 -o kk1.pdf --reveal 'report to the labour office' --as verifikator-ani",
    ],
  },
  'claim decide': {
    about: [
      'putuskan banyak klaim dengan satu lembar; tiap baris dengan putusannya sendiri',
      'decide many claims by one sheet; each row with a verdict of its own',
    ],
    arguments: {
      file: [
        'lembar dari `claim sheet`, dengan PUTUSAN terisi (USULKAN, SETUJUI, KEMBALIKAN); kolom ALASAN bila perlu; di bawah TRACKS juga JUMLAH_DITETAPKAN, TANGGAL_PENETAPAN, REFERENSI',
        'sheet of `claim sheet` with PUTUSAN filled in (RECOMMEND, APPROVE, RETURN); ALASAN where a reason is needed; under TRACKS also JUMLAH_DITETAPKAN, TANGGAL_PENETAPAN, REFERENSI',
      ],
    },
    options: {
      '--refused-to': [
        'tulis baris yang ditolak beserta alasannya ke berkas ini',
        'write the refused rows with their reasons to this file',
      ],
    },
    example: 'claim decide putusan.csv --refused-to ditolak.csv --as penetap-budi',
  },
  'claim sheet': {
    about: [
      'tulis lembar klaim yang menunggu usulan atau keputusan Anda, dengan jumlahnya',
      'write a sheet of the claims that wait for your recommendation or decision, with their sums',
    ],
    options: { '--output': ['berkas CSV yang ditulis', 'the CSV file to write'] },
    example: 'claim sheet -o putusan.csv --as penetap-budi',
  },
  'claim late-reason': {
    about: [
      'catat sebab laporan tahap I atau II terlambat, dan pihak siapa; tidak mengubah hak',
      'say why the report of stage I or II came late, and whose matter that was; no right changes',
    ],
    options: {
      '--stage': ['laporan yang terlambat', 'the report that came late'],
      '--because': ['sebabnya', 'the reason'],
      '--note': ['keterangan; dicatat', 'a note; recorded'],
    },
    choices: { '--stage': reportStages, '--because': lateReasons },
    example: 'claim late-reason {id} --stage FIRST --because HOSPITAL_TOLD_LATE --as kelurahan-eko',
  },
  'claim answer-objection': {
    about: [
      'jawab keberatan atas keputusan yang mengabulkan; dikabulkan sebelum dibayar, keputusannya gugur',
      'answer an objection to what was granted; upheld before it is paid, the decision falls',
    ],
    options: {
      '--outcome': ['jawabannya', 'the answer'],
      '--why': ['pertimbangannya; dicatat', 'why; recorded'],
      '--article': ['pasal yang mendasarinya', 'the article it rests on'],
    },
    choices: { '--outcome': objectionOutcomes },
    example: [
      "claim answer-objection {id} --outcome DISMISSED --why 'derajat cacat sesuai KK3' --article 'PP 44/2015 Lampiran III' --as penetap-budi",
      "claim answer-objection {id} --outcome DISMISSED --why 'the degree is that of KK3' --article 'PP 44/2015 Lampiran III' --as penetap-budi",
    ],
  },
  'claim determination': {
    about: [
      'catat penetapan yang mengikat (pengawas ketenagakerjaan, Menteri, pengadilan) dengan jumlahnya',
      'record a binding determination (labour inspector, Minister, court) with its amount',
    ],
    options: {
      '--by': ['siapa yang menetapkan', 'who determined it'],
      '--reference': ['nomor penetapan', 'number of the determination'],
      '--on': ['tanggal penetapan (YYYY-MM-DD)', 'day of the determination (YYYY-MM-DD)'],
      '--amount': ['jumlah menurut penetapan', 'the amount determined'],
      '--basis': ['dasar hukum penetapan', 'legal basis of the determination'],
      '--evidence': ['berkas penetapan (disimpan tersegel)', 'the paper (kept encrypted)'],
    },
    choices: { '--by': bindingAuthorities },
    example:
      'claim determination {id} --by LABOUR_INSPECTOR --reference PW-3/2026 --on 2026-09-20 ' +
      "--amount 48000000 --basis 'PP 44/2015 Pasal 49' --evidence penetapan.pdf --as verifikator-ani",
  },
  'claim recovery': {
    about: [
      'putuskan kelebihan bayar yang diusulkan: tagih atau hapuskan, dengan dasar hukum',
      'decide a proposed recovery: demand or waive it, with its legal basis',
    ],
    options: {
      '--decide': ['ditagih atau dihapuskan', 'demanded or waived'],
      '--amount': ['jumlah yang Anda lihat di `claim show`', 'the sum you saw in `claim show`'],
      '--basis': ['dasar hukum', 'legal basis'],
    },
    choices: { '--decide': recoveryOutcomes },
    example: [
      "claim recovery {id} --decide WAIVE --amount 32000000 --basis 'Perdir 5/2024' " +
        "--why 'keluarga beritikad baik' --as penetap-budi",
      "claim recovery {id} --decide WAIVE --amount 32000000 --basis 'Perdir 5/2024' " +
        "--why 'the family acted in good faith' --as penetap-budi",
    ],
  },
  'claim repaid': {
    about: [
      'catat uang tagihan yang kembali, seluruhnya atau sebagian, dengan buktinya',
      'record demanded money that came back, whole or in part, with its proof',
    ],
    options: {
      '--amount': ['jumlah yang masuk', 'the sum that came'],
      '--reference': ['nomor bukti masuk', 'number of the receipt'],
      '--evidence': ['pindaian bukti (disimpan tersegel)', 'scan of the proof (kept encrypted)'],
    },
    example:
      'claim repaid {id} --amount 5000000 --paid-on 2026-09-28 --reference BKM-77/2026 ' +
      '--evidence bukti.pdf --as keuangan-citra',
  },
  'claim escalate': withWhy(
    'escalate',
    [
      'naikkan klaim yang meragukan: diputus penyetuju tanpa batas jumlah',
      'send a doubtful claim up: an approver without a limit decides',
    ],
    ['dua keterangan saling bertentangan', 'two statements contradict each other'],
  ),
  'claim late-compensation': withWhy(
    'late-compensation',
    [
      'usulkan ganti rugi 1 % per hari atas pembayaran BPJS yang terlambat (T-08)',
      'propose the 1 % a day for a late payment of BPJS (T-08)',
    ],
    ['dibayar lewat tenggat hukum', 'paid after the day of the law'],
  ),
  'claim answer-escalation': {
    about: [
      'jawab tenggat lewat yang naik kepada Anda: apa yang dilakukan',
      'answer a passed deadline that went up to you: what is done about it',
    ],
    options: {
      '--clock': ['tenggat yang lewat', 'the deadline that passed'],
      '--measure': ['tindakan yang diambil; dicatat', 'what is done about it; recorded'],
    },
    choices: { '--clock': deadlines },
    example: [
      "claim answer-escalation {id} --clock PAY_WITHIN_3_WORKING_DAYS --measure 'dibayar besok lewat run pagi' --as penetap-budi",
      "claim answer-escalation {id} --clock PAY_WITHIN_3_WORKING_DAYS --measure 'paid tomorrow by the morning run' --as penetap-budi",
    ],
  },
  'claim return': withWhy(
    'return',
    ['kembalikan kepada verifikator', 'return to the verifier'],
    ['periksa lagi ahli warisnya', 'look at the heirs again'],
  ),
  'claim withdraw': {
    ...withWhy(
      'withdraw',
      [
        'keluarga mencabut klaim, atau ternyata tidak ada kematian',
        'the family withdraws the claim, or there was no death at all',
      ],
      ['keluarga mencabut dengan surat', 'the family withdrew it by letter'],
    ),
    options: {
      '--because': [
        'ternyata tidak ada kematian: kepesertaan kembali seperti semula',
        'there was no death: the membership stands as it was before',
      ],
    },
    choices: { '--because': noDeathGrounds },
  },
  'claim rules': {
    about: [
      'pilih aturan bagi klaim yang hasilnya berubah oleh versi aturan baru',
      'choose the rules of a claim whose result a new version of the rules changes',
    ],
    options: { '--choose': ['aturan yang dipakai', 'the rules to decide by'] },
    choices: { '--choose': ruleChoices },
    example: [
      "claim rules {id} --choose MIGRATE --why 'surat Kanwil 12/2026' --as verifikator-ani",
      "claim rules {id} --choose MIGRATE --why 'letter 12/2026' --as verifikator-ani",
    ],
  },
  'claim correct-date': {
    about: [
      'betulkan tanggal meninggal dengan bukti; klaim diperiksa dan dihitung ulang',
      'correct the day of death with proof; the claim is checked and computed again',
    ],
    options: {
      '--death-date': [
        'tanggal meninggal yang benar (YYYY-MM-DD)',
        'the right day of death (YYYY-MM-DD)',
      ],
      '--evidence': [
        'berkas bukti, mis. akta kematian (disimpan tersegel)',
        'the proof, e.g. the death certificate (kept encrypted)',
      ],
    },
    example: [
      'claim correct-date {id} --death-date 2026-09-11 --evidence akta.pdf ' +
        "--why 'menurut akta kematian' --as verifikator-ani",
      'claim correct-date {id} --death-date 2026-09-11 --evidence akta.pdf ' +
        "--why 'by the death certificate' --as verifikator-ani",
    ],
  },
  'claim reopen': withWhy(
    'reopen',
    ['buka kembali klaim yang ditutup', 'open a closed claim again'],
    ['bukti baru dari keluarga', 'new proof from the family'],
  ),
};

export const claimsHelp: HelpTexts = {
  claim: { about: ['klaim: kematian, kecelakaan, sakit', 'claims: death, accident, illness'] },
  'claim report': {
    about: [
      'laporkan kematian, kecelakaan atau sakit seorang peserta',
      'report the death, an accident or an illness of a member',
    ],
    options: {
      '--worker': [
        'nomor pekerja, seperti di `worker list`',
        'id of the worker, see `worker list`',
      ],
      '--kind': ['apa yang dilaporkan', 'what is reported'],
      '--death-date': [
        'tanggal meninggal (YYYY-MM-DD), wajib untuk kematian',
        'day of death (YYYY-MM-DD), needed for a death',
      ],
      '--event-date': [
        'tanggal kejadian (YYYY-MM-DD), wajib untuk selain kematian',
        'day of the event (YYYY-MM-DD), needed for everything but a death',
      ],
      '--ordinal': [
        'kejadian keberapa pada hari itu, bila lebih dari satu',
        'which event of that day, where there are several',
      ],
      '--same-as': [
        'kejadian: nomor klaim kejadian yang sama, dilaporkan dengan tanggal lain',
        'of an event: id of the claim of the same event, told with another day',
      ],
      '--apart': [
        'kejadian: memang kejadian lain dari yang berdekatan',
        'of an event: another event than the one of the days around it',
      ],
      '--channel': ['lewat mana laporan datang', 'by which way the report came'],
      '--relation': ['hubungan pelapor dengan pekerja', 'what the reporter is to the worker'],
      '--reporter': ['nama pelapor (disegel)', 'name of the reporter (sealed)'],
      '--contact': ['kontak pelapor (disegel)', 'contact of the reporter (sealed)'],
      '--circumstances': ['kronologi singkat (disegel)', 'what happened, in short (sealed)'],
      '--place': ['tempat kejadian (disegel)', 'place of the event (sealed)'],
      '--cause': ['sebab kejadian (disegel)', 'cause of the event (sealed)'],
      '--time': ['waktu kejadian (disegel)', 'time of the event (sealed)'],
      '--work': [
        'penyakit akibat kerja: jenis pekerjaan (disegel)',
        'of a disease of work: kind of work (sealed)',
      ],
      '--tenure': [
        'penyakit akibat kerja: lama bekerja (disegel)',
        'of a disease of work: time in that work (sealed)',
      ],
      '--exposure': [
        'penyakit akibat kerja: pajanan (disegel)',
        'of a disease of work: exposure (sealed)',
      ],
      '--diagnosis': [
        'penyakit akibat kerja: diagnosis (disegel)',
        'of a disease of work: diagnosis (sealed)',
      ],
      '--work-accident': ['diduga kecelakaan kerja', 'a work accident is suspected'],
    },
    choices: {
      '--kind': reportKinds,
      '--channel': reportChannels,
      '--relation': reporterRelations,
    },
    example: [
      'claim report --worker {id} --death-date 2026-09-10 --channel KELURAHAN --relation OFFICER ' +
        "--reporter 'Eko Prasetyo' --contact 0811-000-000 --circumstances 'Sakit, di rumah' " +
        '--as kelurahan-eko',
      'claim report --worker {id} --death-date 2026-09-10 --channel KELURAHAN --relation OFFICER ' +
        "--reporter 'Eko Prasetyo' --contact 0811-000-000 --circumstances 'Ill, at home' " +
        '--as kelurahan-eko',
    ],
  },
  'claim list': {
    about: [
      'antrean klaim: yang masih terbuka di atas, yang dilaporkan lebih dulu lebih dulu',
      'the queue: open claims above, the oldest report first',
    ],
    options: {
      '--open': ['hanya klaim yang masih terbuka', 'only claims that are open'],
      '--stage': ['hanya tahap ini', 'only this stage'],
      '--waiting-for': ['hanya yang menunggu pihak ini', 'only what waits for this party'],
      '--assigned-to': [
        'hanya yang dikerjakan akun ini; `-`: belum ada yang mengambil',
        'only what this account works on; `-`: nobody’s yet',
      ],
      '--due-before': [
        'hanya yang tenggatnya sebelum hari ini (YYYY-MM-DD)',
        'only what is due before this day (YYYY-MM-DD)',
      ],
      '--preset': ['pilihan siap pakai', 'a ready choice'],
    },
    choices: { '--stage': claimStages, '--waiting-for': waitingFor, '--preset': queuePresets },
    example: 'claim list --preset OVERDUE --limit 20',
  },
  'claim show': {
    about: [
      'seluruh berkas satu klaim, dengan alasan di balik setiap angka',
      'the whole file of a claim, with the reason behind every figure',
    ],
    options: {
      '--reveal': [
        'buka penerima, rekening, ahli waris, dan pelapor dengan alasan ini; dicatat',
        'open payee, account, heirs and reporter for this reason; recorded',
      ],
    },
    example: 'claim show {id} --as verifikator-ani',
  },
  'claim assign': {
    about: [
      'ambil klaim untuk diri sendiri, atau tugaskan kepada verifikator lain',
      'take a claim for oneself, or give it to another verifier',
    ],
    options: {
      '--to': ['akun verifikator (bila kosong: Anda)', 'account of the verifier (or yourself)'],
      '--from': ['pada siapa Anda lihat klaim ini sekarang', 'with whom you see this claim now'],
    },
    example: [
      "claim assign {id} --to verifikator-ani --from verifikator-umi --why 'cuti' --as penetap-budi",
      "claim assign {id} --to verifikator-ani --from verifikator-umi --why 'on leave' --as penetap-budi",
    ],
  },
  'claim release': {
    about: ['lepas klaim ke antrean', 'give a claim back to the queue'],
    example: 'claim release {id} --as verifikator-ani',
  },
  'claim acts': {
    about: [
      'apa yang dapat Anda lakukan sekarang, dan mengapa yang lain tidak',
      'what you can do now, and why not the rest',
    ],
    example: 'claim acts {id} --as verifikator-ani',
  },
  'claim time': {
    about: [
      'setiap menit klaim: pada siapa, menunggu apa, jam hukum mana yang berjalan',
      'every minute of a claim: with whom, for what, under which clock of the law',
    ],
    example: 'claim time {id} --as verifikator-ani',
  },
  'claim times': {
    about: [
      'waktu semua klaim yang terbuka, dibebankan kepada pihaknya',
      'the time of all open claims, charged to its parties',
    ],
    options: { '--by': ['dijumlah menurut apa', 'summed up by what'] },
    choices: { '--by': timeGroups },
    example: 'claim times --by kelurahan',
  },
  ...papers,
  'claim check': {
    about: ['periksa kepesertaan dan syarat klaim', 'check cover and conditions of the claim'],
    example: 'claim check {id} --as verifikator-ani',
  },
  'claim heirs': {
    about: [
      'tetapkan ahli waris dan penerima; manfaat dihitung',
      'determine heirs and payee; the benefit is computed',
    ],
    options: {
      '--file': [
        'tabel dari `claim heirs-template`, atau JSON: {"heirs": [{"ref", "relation", "name", "minor"}], "payee": {"ref", "name", "account", "bic"}}',
        'a table of `claim heirs-template`, or JSON: {"heirs": [{"ref", "relation", "name", "minor"}], "payee": {"ref", "name", "account", "bic"}}',
      ],
    },
    example: 'claim heirs {id} --file ahli-waris.csv --as verifikator-ani',
  },
  'claim heirs-template': {
    about: [
      'tabel ahli waris untuk diisi (CSV), dengan baris contoh',
      'a table of heirs to fill in (CSV), with example rows',
    ],
    options: {
      '--output': [
        'berkas tujuan; tanpa ini: ke layar',
        'file to write; without it: to the screen',
      ],
    },
    example: 'claim heirs-template',
  },
  'claim recommend': {
    about: [
      'usulkan (cabang) atau verifikasi awal (kota)',
      'recommend (branch), or check beforehand (city)',
    ],
    example: 'claim recommend {id} --as verifikator-ani',
  },
  ...accident,
  ...decisions,
};
