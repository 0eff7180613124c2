// One row of a claim list as the command that takes the claim over, its personal fields sealed.
import { type LocalDate, startOfOfficeDay } from '../../domain/calendar.ts';
import type { Heir, Payee } from '../../domain/claim/assessment/assessment-events.ts';
import type { ClaimColumn, ReadClaimRow } from '../../domain/claim/claim-row.ts';
import type { TakeOverClaim } from '../../domain/claim/take-over/take-over-events.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { envelope, type Session, sealFields } from './session.ts';

type Data = TakeOverClaim['data'];

export type TakeOverOf = {
  readonly row: ReadClaimRow;
  readonly workerId: string;
  readonly fileSha256: string;
  readonly asOf: LocalDate;
};

/** What nobody wrote down is sealed as a dash: an empty field would look like a lost one. */
const orDash = (text: string): string => (text === '' ? '-' : text);
const orNull = (text: string): string | null => (text === '' ? null : text);

/** The same row, by the same person with the same words, is the same command for ever. */
const commandIdOf = (session: Session, { row, fileSha256, asOf }: TakeOverOf): string =>
  streamIds.command(
    'claim-import',
    ...[fileSha256, row.row, session.actorId, asOf, session.source ?? '', session.reason ?? ''],
  );

type Target = { readonly claimId: string; readonly commandId: string };

const heirsOf = async (
  session: Session,
  { claimId, commandId }: Target,
  { heirs, text }: ReadClaimRow,
): Promise<Data['heirs']> => {
  const [first] = heirs;
  if (first === undefined || text.REKENING === '' || text.BIC === '') return null;
  const refOf = (index: number): string => `waris-${index + 1}`;
  const sealed = await Promise.all(
    heirs.map(async ({ name, relation }, index): Promise<Heir> => {
      const ref = refOf(index);
      const subject = streamIds.person(claimId, ref);
      const fields = await sealFields(session, subject, commandId, { name: ['heir.name', name] });
      return { ref, relation, minor: false, ...fields };
    }),
  );
  const ref = refOf(0);
  const fields = await sealFields(session, streamIds.person(claimId, ref), commandId, {
    name: ['payee.name', first.name],
    account: ['payee.account', text.REKENING],
  });
  const index = session.keys.keyedHash('account', `${text.BIC}|${text.REKENING}`);
  const accountIndex = Buffer.from(index).toString('hex');
  const payee: Payee = { ref, bic: text.BIC, accountIndex, ...fields };
  return { heirs: sealed, payee };
};

const reportOf = async (
  session: Session,
  { claimId, commandId }: Target,
  { row, workerId }: TakeOverOf,
): Promise<Data['report']> => {
  // One per claim, whichever file says it: a claim is taken over once.
  const reportId = streamIds.derived(claimId, 'take-over');
  const { text, channel, relation, workAccidentSuspected, days } = row;
  const sealed = await sealFields(session, streamIds.person(claimId, reportId), commandId, {
    reporterName: ['report.name', orDash(text.PELAPOR)],
    reporterContact: ['report.contact', orDash(text.KONTAK)],
    circumstances: ['report.circumstances', orDash(text.KRONOLOGI)],
  });
  const deathDate = dayOf(days, 'TANGGAL_MENINGGAL');
  const facts = { claimId, workerId, reportId, deathDate, channel, relation };
  return { ...facts, ...sealed, workAccidentSuspected };
};

/** The row check let no row pass without these days. */
const dayOf = (days: ReadClaimRow['days'], column: ClaimColumn): LocalDate => {
  const day = days[column];
  if (day === undefined) throw new Error(`a checked row lacks ${column}`);
  return day;
};

const paymentOf = (claimId: string, { days, amounts, text }: ReadClaimRow): Data['payment'] => {
  const paidOn = days.TANGGAL_BAYAR;
  const paidIdr = amounts.JUMLAH_DIBAYAR;
  if (paidOn === undefined || paidIdr === undefined) return null;
  const paymentId = streamIds.derived(claimId, 'paid-before');
  return { paymentId, paidOn, paidIdr, reference: text.REFERENSI_BAYAR };
};

export const takeOverEnvelope = async (
  session: Session,
  of: TakeOverOf,
): Promise<CommandEnvelope<'claim'>> => {
  const { row, workerId, asOf } = of;
  const { days, amounts, text, stage } = row;
  const claimId = streamIds.deathClaim(workerId);
  const target = { claimId, commandId: commandIdOf(session, of) };
  const papers = row.papers.map((kind) => ({
    documentId: streamIds.derived(claimId, `take-over/${kind}`),
    kind,
  }));
  const data: Data = {
    report: await reportOf(session, target, of),
    ...{ agendaNumber: orNull(text.NO_AGENDA), stage, papers },
    reportedOn: dayOf(days, 'TANGGAL_LAPOR'),
    receivedOn: days.TANGGAL_TERIMA ?? null,
    completeOn: days.TANGGAL_LENGKAP ?? null,
    checkedOn: days.TANGGAL_PERIKSA ?? null,
    heirs: await heirsOf(session, target, row),
    recommendedOn: days.TANGGAL_USULAN ?? null,
    recommendedBy: orNull(text.DIUSULKAN_OLEH),
    decidedOn: days.TANGGAL_KEPUTUSAN ?? null,
    decidedBy: orNull(text.DIPUTUSKAN_OLEH),
    decidedIdr: amounts.JUMLAH_DIPUTUSKAN ?? null,
    decisionReference: orNull(text.NOMOR_KEPUTUSAN),
    ...{ reason: orNull(text.ALASAN), article: orNull(text.PASAL) },
    cure: orNull(text.JALAN_KELUAR),
    payment: paymentOf(claimId, row),
  };
  const { commandId } = target;
  return {
    ...envelope(session, 'claim', claimId, { type: 'TakeOverClaim', data }),
    ...{ commandId, correlationId: commandId },
    history: { effectiveAt: startOfOfficeDay(asOf), source: session.source ?? '' },
  };
};
