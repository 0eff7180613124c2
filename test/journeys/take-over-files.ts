// The two files that a running programme hands over: its registered people, its running claims.
import { addDays, type LocalDate } from '../../domain/calendar.ts';
import {
  type ListedPerson,
  type TakeOverList,
  takeOverList,
} from '../activities/take-over-town.ts';
import { KELURAHAN, type Running } from './town.ts';

export const PEOPLE = 200;

export const memberFile = ({ days }: Running): TakeOverList =>
  takeOverList({
    ...{ seed: 'mini city', count: PEOPLE, kelurahan: KELURAHAN, coverFrom: days.coverFrom },
    ...{ registeredOn: days.coverFrom, handedOverOn: addDays(days.coverFrom, 40) },
    paidThrough: days.today.slice(0, 7),
  });

const PAPERS = [
  ...['CLAIM_FORM', 'MEMBER_CARD', 'WORKER_ID_CARD', 'HEIR_ID_CARD', 'FAMILY_CARD'],
  ...['DEATH_CERTIFICATE', 'HEIR_STATEMENT', 'MARRIAGE_BOOK', 'BANK_BOOK'],
].join(' ');

const HEADER = [
  ...['NIK', 'NO_AGENDA', 'TANGGAL_MENINGGAL', 'TANGGAL_LAPOR', 'TAHAP', 'BERKAS'],
  ...['TANGGAL_LENGKAP', 'AHLI_WARIS', 'REKENING', 'BIC', 'DIUSULKAN_OLEH', 'TANGGAL_USULAN'],
  ...['DIPUTUSKAN_OLEH', 'TANGGAL_KEPUTUSAN', 'NOMOR_KEPUTUSAN', 'JUMLAH_DIPUTUSKAN', 'ALASAN'],
  ...['PASAL', 'JALAN_KELUAR', 'TANGGAL_BAYAR', 'JUMLAH_DIBAYAR', 'REFERENSI_BAYAR'],
] as const;
type Column = (typeof HEADER)[number];
type Row = Readonly<Partial<Record<Column, string>>>;

export const DEATH_DAYS_AGO = 40;

export type ClaimDays = {
  readonly death: LocalDate;
  readonly reported: LocalDate;
  readonly complete: LocalDate;
  readonly recommended: LocalDate;
  readonly decided: LocalDate;
  readonly paid: LocalDate;
  /** The day up to which the list speaks; papers that came then still have their three days. */
  readonly asOf: LocalDate;
};

export const claimDays = ({ days }: Running): ClaimDays => {
  const ago = (count: number): LocalDate => addDays(days.today, -count);
  const end = { death: ago(DEATH_DAYS_AGO), reported: ago(36), complete: ago(30) };
  return { ...end, recommended: ago(28), decided: ago(26), paid: ago(20), asOf: ago(0) };
};

const rowsOf = (at: ClaimDays): readonly Row[] => {
  const heard: Row = { TANGGAL_MENINGGAL: at.death, TANGGAL_LAPOR: at.reported };
  const full: Row = { ...heard, BERKAS: PAPERS, TANGGAL_LENGKAP: at.complete };
  const heir = (account: string): Row => ({
    ...{ AHLI_WARIS: 'Siti Aminah:SPOUSE; Budi:CHILD', REKENING: account, BIC: 'PDKTIDJ1' },
  });
  const proposed: Row = {
    ...{ ...full, DIUSULKAN_OLEH: 'verifikator-ani', TANGGAL_USULAN: at.recommended },
    ALASAN: 'surat kuasa menyusul',
  };
  const verdict: Row = { DIPUTUSKAN_OLEH: 'penetap-budi', TANGGAL_KEPUTUSAN: at.decided };
  const decided: Row = { ...verdict, NOMOR_KEPUTUSAN: 'PEN-7', JUMLAH_DIPUTUSKAN: '42000000' };
  const paid = (reference: string): Row => ({
    ...{ ...full, ...decided, TAHAP: 'DIBAYAR', TANGGAL_BAYAR: at.paid },
    ...{ JUMLAH_DIBAYAR: '42.000.000', REFERENSI_BAYAR: reference },
  });
  return [
    { ...heard, TAHAP: 'DILAPORKAN', BERKAS: 'CLAIM_FORM MEMBER_CARD' },
    { ...heard, TAHAP: 'BERKAS LENGKAP', BERKAS: PAPERS, TANGGAL_LENGKAP: at.asOf },
    { ...full, TAHAP: 'CHECKED' },
    { ...full, TAHAP: 'SIAP DIUSULKAN', ...heir('1240031122301') },
    { ...proposed, TAHAP: 'DIUSULKAN', ...heir('1240031122302') },
    { ...proposed, ...decided, TAHAP: 'DIPUTUSKAN', ...heir('1240031122303') },
    {
      ...{ ...full, ...verdict, TAHAP: 'DITOLAK', ALASAN: 'tidak terlindungi' },
      ...{ PASAL: 'PP 44/2015 Pasal 1', JALAN_KELUAR: 'ajukan keberatan' },
    },
    { ...heard, TAHAP: 'DICABUT', TANGGAL_KEPUTUSAN: at.decided, ALASAN: 'permintaan keluarga' },
    ...['TRF-1', 'TRF-2', 'TRF-3', 'TRF-4'].map(paid),
  ];
};

/** Twelve claims of the first twelve people, in the order of the old agenda; then four bad rows. */
export const claimFile = (town: Running, people: readonly ListedPerson[]): string => {
  const at = claimDays(town);
  const rows = rowsOf(at).map((row, index): Row => {
    return { ...row, NIK: people[index]?.nik ?? '', NO_AGENDA: `AG-${index + 1}` };
  });
  const bad: readonly Row[] = [
    { ...rows[0], NIK: '6474020101800001', TAHAP: 'DILAPORKAN' },
    { ...rows[2], NIK: people[20]?.nik ?? '', TANGGAL_LENGKAP: '31/02/2026' },
    { ...rows[2], NIK: people[21]?.nik ?? '', TANGGAL_LENGKAP: at.death },
    { ...rows[4], NIK: people[22]?.nik ?? '', DIUSULKAN_OLEH: 'penetap-budi' },
  ];
  const lines = [...rows, ...bad].map((row) => HEADER.map((name) => row[name] ?? '').join(';'));
  // The heirs are told apart by the mark of the file: such a cell stands in quotes.
  const quoted = lines.map((line) => line.replace('Siti Aminah:SPOUSE; Budi:CHILD', '"$&"'));
  return `${[HEADER.join(';'), ...quoted].join('\r\n')}\r\n`;
};
