// Help texts of a bill on its way to its payment: match by person, vouchers, proof, minutes.
import {
  differenceKinds,
  differenceOutcomes,
  treasurySigners,
  treasurySteps,
} from '../bill-phrases.ts';
import { offices } from '../code-words.ts';
import type { HelpTexts } from './command-help.ts';

const ON = '--tranche {id} --month 2026-03';

export const contributionHelp: HelpTexts = {
  'contribution show': {
    about: [
      'satu tagihan: selisih per orang, surat perbendaharaan, dan yang masih ditunggu',
      'one bill: differences by person, papers of the treasury, and what it waits for',
    ],
    options: { '--limit': ['selisih yang ditampilkan', 'how many differences are shown'] },
    example: `contribution show ${ON}`,
  },
  'contribution sp2d': {
    about: [
      'baca daftar SP2D dari BUD: yang terbit dicatat pada tagihan ber-SPM itu, yang cair menjadi bukti bayar, yang retur dibuka lagi',
      'read the SP2D list of the treasury: one that was issued is recorded on the bill of its SPM, one that was paid proves the payment, one that was returned opens it again',
    ],
    arguments: {
      file: [
        'CSV: NO SP2D, TGL SP2D, NO SPM, NILAI, STATUS (TERBIT, CAIR, RETUR), TGL CAIR, URAIAN',
        'CSV: NO SP2D, TGL SP2D, NO SPM, NILAI, STATUS (TERBIT, CAIR, RETUR), TGL CAIR, URAIAN',
      ],
    },
    example: 'contribution sp2d daftar-sp2d.csv --as dinas-rahma',
  },
  'contribution sp2d-return': {
    about: [
      'SP2D retur: uang tidak sampai; SP2D pengganti dicatat dengan nomor lain',
      'an SP2D came back: nothing was paid; the one that replaces it has a number of its own',
    ],
    options: {
      '--number': ['nomor SP2D yang retur', 'number of the SP2D that came back'],
      '--on': ['tanggal retur', 'day of the return'],
      '--evidence': ['nota retur (PDF atau foto)', 'note of the return (PDF or photo)'],
    },
    example: [
      `contribution sp2d-return ${ON} --number 0412/SP2D/2026 --amount 584337600 --on 2026-04-14 --why 'rekening tujuan ditutup' --evidence nota.pdf --as dinas-rahma`,
      `contribution sp2d-return ${ON} --number 0412/SP2D/2026 --amount 584337600 --on 2026-04-14 --why 'the account is closed' --evidence nota.pdf --as dinas-rahma`,
    ],
  },
  'contribution gaps': {
    about: [
      'bulan yang belum punya DPA: tahun ini dan tahun anggaran depan, dengan jumlah orang, rupiah, dan perkiraan kematian tanpa perlindungan',
      'months without a budget: of this and of the next fiscal year, with persons, rupiah and the deaths to be expected without cover',
    ],
    example: 'contribution gaps',
  },
  'contribution match': {
    about: [
      'cocokkan daftar dari BPJS per orang: SK = tagihan = aktif',
      'compare the list of BPJS by person: decree = bill = active',
    ],
    arguments: {
      file: [
        'CSV dari BPJS: KPJ, IURAN; boleh juga SEGMEN, TANGGAL_LAHIR, WILAYAH',
        'CSV of BPJS: KPJ, IURAN; SEGMEN, TANGGAL_LAHIR, WILAYAH if it has them',
      ],
    },
    example: `contribution match daftar-tagihan.csv ${ON} --as dinas-rahma`,
  },
  'contribution decide': {
    about: [
      'putuskan selisih: potong, sengketakan, atau terima, dengan alasan',
      'decide differences: deduct, dispute or accept, with a reason',
    ],
    options: {
      '--kind': ['semua selisih jenis ini (dapat diulang)', 'all of this kind (repeatable)'],
      '--difference': ['nomor selisih (dapat diulang)', 'number of one (repeatable)'],
      '--outcome': ['keputusannya', 'what becomes of them'],
    },
    choices: { '--kind': differenceKinds, '--outcome': differenceOutcomes },
    example: [
      `contribution decide ${ON} --outcome DEDUCT --kind DEAD --why 'akta kematian' --as dinas-rahma`,
      `contribution decide ${ON} --outcome DEDUCT --kind DEAD --why 'death certificates' --as dinas-rahma`,
    ],
  },
  'contribution voucher': {
    about: [
      'catat surat perbendaharaan menurut urutannya: SPP, SPM, SP2D',
      'record a paper of the treasury in its order: SPP, SPM, SP2D',
    ],
    options: {
      '--step': ['surat yang mana', 'which paper'],
      '--number': ['nomor suratnya', 'its number'],
      '--on': ['tanggal suratnya (YYYY-MM-DD)', 'its day (YYYY-MM-DD)'],
      '--signer': ['jabatan penanda tangan', 'the office that signs'],
      '--account-code': ['kode rekening belanja', 'account code of the expenditure'],
      '--budget': [
        'dokumen anggaran bulan itu, seperti pada `tranche budget`',
        'budget document of that month, as in `tranche budget`',
      ],
      '--fund-source': ['sumber dana, mis. PAD', 'fund source, e.g. PAD'],
    },
    choices: { '--step': treasurySteps, '--signer': treasurySigners },
    example:
      `contribution voucher ${ON} --step SPP_LS --number 12/SPP/2026 --on 2026-03-05 --signer PPTK ` +
      "--account-code 5.1.02.02.01.0061 --budget 'DPA 1/2026' --fund-source PAD --amount 1008000 " +
      '--as dinas-rahma',
  },
  'contribution prove': {
    about: [
      'catat bukti bank bahwa iuran keluar dari rekening',
      'record the proof of the bank that the money left the account',
    ],
    options: {
      '--reference': ['nomor pada bukti bank', 'number on the proof of the bank'],
      '--evidence': ['berkas bukti (disimpan tersegel)', 'the proof (kept encrypted)'],
    },
    example: `contribution prove ${ON} --amount 1008000 --paid-on 2026-03-10 --reference NTPN-1 --evidence bukti.pdf --as dinas-rahma`,
  },
  'contribution refund': {
    about: [
      'catat uang yang kembali dari selisih yang disengketakan',
      'record money that came back of a disputed difference',
    ],
    options: {
      '--on': ['tanggal uang masuk (YYYY-MM-DD)', 'day on which it came in (YYYY-MM-DD)'],
      '--reference': ['nomor pada bukti setoran', 'number on the proof of the deposit'],
      '--evidence': ['berkas bukti (disimpan tersegel)', 'the proof (kept encrypted)'],
    },
    example: `contribution refund ${ON} --amount 16800 --on 2026-03-25 --reference STS-1 --evidence bukti.pdf --as dinas-rahma`,
  },
  'contribution minutes': {
    about: [
      'catat berita acara rekonsiliasi yang ditandatangani kedua pihak',
      'record the minutes of the reconciliation that both sides signed',
    ],
    options: {
      '--number': ['nomor berita acara', 'number of the minutes'],
      '--on': ['tanggal ditandatangani (YYYY-MM-DD)', 'day of the signatures (YYYY-MM-DD)'],
      '--office': [
        'kantor yang menandatangani (dapat diulang); cabang BPJS termasuk',
        'an office that signed (repeatable); the BPJS branch among them',
      ],
      '--evidence': ['berkas berita acara (disimpan tersegel)', 'the minutes (kept encrypted)'],
    },
    choices: { '--office': offices },
    example: `contribution minutes ${ON} --number 'BA 3/2026' --on 2026-03-20 --office BPJS_BRANCH --office DISNAKER --evidence ba.pdf --as dinas-rahma`,
  },
};
