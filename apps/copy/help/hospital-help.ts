// Help texts of hospitals: guaranteed first, billed item by item, verified, approved, paid.
import type { HelpTexts } from './command-help.ts';

const BILL: readonly [string, string] = [
  'nomor tagihan, seperti di `claim show`',
  'id of the bill, see `claim show`',
];

export const hospitalHelp: HelpTexts = {
  'claim hospital': {
    about: [
      'rumah sakit (PLKK): jaminan, tagihan terinci, verifikasi, pembayaran',
      'a hospital (PLKK): guarantee, itemised bill, verification, payment',
    ],
  },
  'claim hospital guarantee': {
    about: [
      'jamin perawatan di satu rumah sakit; suratnya bernomor lewat `letter issue --kind GUARANTEE`',
      'guarantee the care at a hospital; its letter gets a number by `letter issue --kind GUARANTEE`',
    ],
    options: {
      '--code': ['kode rumah sakit di kantor ini', 'code of the hospital in this office'],
      '--name': ['nama rumah sakit', 'name of the hospital'],
      '--from': ['dijamin sejak (YYYY-MM-DD)', 'guaranteed from (YYYY-MM-DD)'],
      '--file': [
        'rekening rumah sakit (disegel), JSON {"payee": {"name": "RSUD …", "account": "1240031122334", "bic": "PDKTIDJ1"}}',
        'account of the hospital (sealed), JSON {"payee": {"name": "RSUD …", "account": "1240031122334", "bic": "PDKTIDJ1"}}',
      ],
    },
    example: [
      "claim hospital guarantee {id} --code RSUD-BTG --name 'RSUD Taman Husada' --from 2026-09-10 " +
        '--file rekening-rs.json --as verifikator-ani',
      "claim hospital guarantee {id} --code RSUD-BTG --name 'RSUD Taman Husada' --from 2026-09-10 " +
        '--file account.json --as verifikator-ani',
    ],
  },
  'claim hospital bill': {
    about: [
      'terima tagihan terinci rumah sakit (tabel) dengan pindaian aslinya',
      'receive an itemised bill of the hospital (a table) with the scan of the original',
    ],
    options: {
      '--number': ['nomor tagihan rumah sakit', 'number of the bill at the hospital'],
      '--billed-on': ['tanggal tagihan (YYYY-MM-DD)', 'day of the bill (YYYY-MM-DD)'],
      '--file': [
        'tabel butir tagihan; contohnya dari `claim hospital template`',
        'table of the items; see `claim hospital template`',
      ],
      '--evidence': ['pindaian tagihan asli (disimpan tersegel)', 'scan of the bill (encrypted)'],
      '--code': [
        'kode rumah sakit, bila lebih dari satu yang dijamin',
        'code of the hospital, where several were guaranteed',
      ],
    },
    example: [
      'claim hospital bill {id} --number INV-0912 --billed-on 2026-09-25 --file tagihan.csv ' +
        '--evidence tagihan.pdf --as kelurahan-eko',
      'claim hospital bill {id} --number INV-0912 --billed-on 2026-09-25 --file bill.csv ' +
        '--evidence bill.pdf --as kelurahan-eko',
    ],
  },
  'claim hospital verify': {
    about: [
      'periksa tagihan butir demi butir: tarif, batas manfaat, tanggal; sisanya menurut pemeriksa',
      'verify a bill line by line: tariff, limits, days; the rest by the word of the verifier',
    ],
    options: {
      '--bill': BILL,
      '--dispute': [
        'butir yang tidak diterima penuh, BUTIR=DITERIMA:SEBAB:alasan; ulangi bila perlu',
        'a line not accepted in full, LINE=ACCEPTED:GROUND:reason; once for each',
      ],
    },
    example: [
      "claim hospital verify {id} --bill {id} --dispute '3=0:NOT_FROM_ACCIDENT:obat rutin' --as verifikator-ani",
      "claim hospital verify {id} --bill {id} --dispute '3=0:NOT_FROM_ACCIDENT:usual medicine' --as verifikator-ani",
    ],
  },
  'claim hospital return': {
    about: ['kembalikan tagihan kepada verifikator', 'send a bill back to the verifier'],
    options: { '--bill': BILL },
    example: [
      "claim hospital return {id} --bill {id} --why 'periksa lagi butir 3' --as penetap-budi",
      "claim hospital return {id} --bill {id} --why 'look at line 3 again' --as penetap-budi",
    ],
  },
  'claim hospital approve': {
    about: [
      'setujui jumlah yang diterima; menjadi utang kepada rumah sakit',
      'approve what was accepted; it is then owed to the hospital',
    ],
    options: {
      '--bill': BILL,
      '--total': ['jumlah yang Anda lihat', 'the sum that you see'],
    },
    example: 'claim hospital approve {id} --bill {id} --total 1250000 --as penetap-budi',
  },
  'claim hospital template': {
    about: ['contoh tabel butir tagihan', 'an example of the table of a bill'],
    options: {
      '--output': [
        'berkas tujuan; tanpa ini: ke layar',
        'file to write; without it: to the screen',
      ],
    },
    example: 'claim hospital template',
  },
};
