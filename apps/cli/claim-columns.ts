// Which column of a claim list a refusal of the rules speaks of.
import type { ClaimColumn } from '../../domain/claim/claim-row.ts';
import type { Refused } from './session.ts';

const BY_STAMP: Readonly<Record<string, ClaimColumn>> = {
  reportedOn: 'TANGGAL_LAPOR',
  receivedOn: 'TANGGAL_TERIMA',
  completeOn: 'TANGGAL_LENGKAP',
  checkedOn: 'TANGGAL_PERIKSA',
  recommendedOn: 'TANGGAL_USULAN',
  decidedOn: 'TANGGAL_KEPUTUSAN',
  paidOn: 'TANGGAL_BAYAR',
};

const BY_CODE: Readonly<Record<string, ClaimColumn>> = {
  AmountNotPositive: 'JUMLAH_DIBAYAR',
  ArticleMissing: 'PASAL',
  CureMissing: 'JALAN_KELUAR',
  DeathBeforeLaw: 'TANGGAL_MENINGGAL',
  DeathDateInFuture: 'TANGGAL_MENINGGAL',
  DeterminationMissing: 'NOMOR_KEPUTUSAN',
  HeirMissing: 'AHLI_WARIS',
  HistoryIsClosed: 'TANGGAL_LAPOR',
  MandateMissing: 'TANGGAL_BAYAR',
  PapersMissing: 'BERKAS',
  PayeeNotEntitled: 'AHLI_WARIS',
  ReasonMissing: 'ALASAN',
  RecommenderCannotApprove: 'DIPUTUSKAN_OLEH',
  ReviewNeedsReason: 'ALASAN',
  TotalChanged: 'JUMLAH_DIPUTUSKAN',
};

const BY_FIELD: Readonly<Record<string, ClaimColumn>> = {
  agendaNumber: 'NO_AGENDA',
  article: 'PASAL',
  cure: 'JALAN_KELUAR',
  decidedBy: 'DIPUTUSKAN_OLEH',
  decisionReference: 'NOMOR_KEPUTUSAN',
  reason: 'ALASAN',
  recommendedBy: 'DIUSULKAN_OLEH',
  reference: 'REFERENSI_BAYAR',
};

/** A refusal that speaks of no one cell speaks of the stage that was claimed. */
export const columnOf = ({ code, facts }: Refused): ClaimColumn => {
  if (code === 'PastActNotHeld')
    return facts['act'] === 'recommend-claim' ? 'DIUSULKAN_OLEH' : 'DIPUTUSKAN_OLEH';
  const cell = BY_STAMP[String(facts['stamp'])] ?? BY_FIELD[String(facts['inField'])];
  return cell ?? BY_CODE[code] ?? 'TAHAP';
};
