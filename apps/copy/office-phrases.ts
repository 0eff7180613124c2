// What the commands of offices and programmes say: people, payers, mandates, tranches, contributions.
import type { Text } from './text.ts';

export const officePhrases = {
  actorAdded: ['{actor} ({office}): {acts}', '{actor} ({office}): {acts}'],
  actorsNone: [
    'Belum ada petugas. Daftarkan administrator pertama: `lindung actor add AKUN --first …`.',
    'There is nobody yet. Register the first administrator: `lindung actor add ACCOUNT --first …`.',
  ],
  billed: [
    'Tagihan {month}: {workers} orang, {amount}',
    'Bill of {month}: {workers} workers, {amount}',
  ],
  delegated: [
    '{principal} → {delegate}: {act}, {from} sampai {to}',
    '{principal} → {delegate}: {act}, {from} until {to}',
  ],
  lent: ['dari {principal}', 'lent by {principal}'],
  mandate: ['Mandat {flow}, {mode}: {id}', 'Mandate for {flow}, {mode}: {id}'],
  mandateConfirmed: ['Mandat {id} berlaku.', 'Mandate {id} is in force.'],
  mandateWaiting: ['menunggu pengesahan orang kedua', 'waits for the second person'],
  mandatesNone: [
    'Belum ada mandat: tanpa mandat tidak ada manfaat yang dapat diusulkan.',
    'There is no mandate: without one no benefit can be recommended.',
  ],
  paid: ['Iuran {month} lunas: {amount}', 'Contribution of {month} is paid: {amount}'],
  payer: ['Pembayar {name}: {id}', 'Payer {name}: {id}'],
  payersNone: ['Belum ada pembayar.', 'There is no payer yet.'],
  programme: ['Program {name}: {id}', 'Programme {name}: {id}'],
  programmeAges: ['usia {from} sampai {to}', 'age {from} to {to}'],
  programmeBasis: [
    '{sponsor}, wilayah {region}, dasar {basis}',
    '{sponsor}, area {region}, basis {basis}',
  ],
  programmesNone: ['Belum ada program.', 'There is no programme yet.'],
  tranche: ['Gelombang {name}: {id}', 'Tranche {name}: {id}'],
  tranchesNone: ['Belum ada gelombang.', 'There is no tranche yet.'],
  untilEnded: ['seterusnya', 'without end'],
} as const satisfies Readonly<Record<string, Text>>;

export const officeColumns = {
  account: ['akun', 'account'],
  acts: ['kewenangan', 'acts'],
  bank: ['bank', 'bank'],
  confirmedBy: ['disahkan oleh', 'confirmed by'],
  contribution: ['iuran sebulan', 'contribution a month'],
  coverFrom: ['perlindungan sejak', 'cover from'],
  entity: ['badan', 'entity'],
  flow: ['arus', 'flow'],
  from: ['sejak', 'from'],
  fund: ['dana', 'fund'],
  id: ['nomor', 'id'],
  mode: ['cara', 'mode'],
  name: ['nama', 'name'],
  office: ['kantor', 'office'],
  payer: ['pembayar', 'payer'],
  payers: ['pembayar', 'payers'],
  mandates: ['mandat', 'mandates'],
  tranches: ['gelombang', 'tranches'],
  programme: ['program', 'programme'],
  proposedBy: ['diusulkan oleh', 'proposed by'],
  quota: ['kuota', 'quota'],
  region: ['wilayah', 'area'],
  seats: ['terpakai', 'taken'],
  sponsor: ['penyelenggara', 'sponsor'],
  to: ['sampai', 'until'],
} as const satisfies Readonly<Record<string, Text>>;
