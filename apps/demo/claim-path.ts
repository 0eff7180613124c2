// One death from its report to the recommendation, as the offices of every story type it.
import { type LocalDate, localDate } from '../../domain/calendar.ts';
import { documentListOn } from '../../domain/rules/document-list.ts';
import type { Type } from './narrator.ts';
import { drawFrom } from './pseudo-random.ts';
import { pathOf, type Story, writeClosed } from './story-parts.ts';
import { FEMALE_NAMES, SECOND_NAMES } from './synthetic-names.ts';
import { syntheticPdf } from './synthetic-paper.ts';

/** The papers of JKM that a family brings; the power of attorney is only for several heirs. */
export const PAPERS = documentListOn(localDate('2025-02-24'))
  .rows.filter(({ need }) => need === 'ALWAYS' || need === 'PAYEE_IS_SPOUSE')
  .map(({ kind }) => kind);

export type Death = {
  readonly workerId: string;
  readonly diedOn: LocalDate;
  /** Who reports it, and takes in the papers. */
  readonly officer: string;
  /** Names the files of this case. */
  readonly place: string;
  /** The payee's account is closed: the simulated bank books the payment and sends it back. */
  readonly comesBack?: boolean;
};

/** An account ending that the simulated bank takes for a closed account. */
const CLOSED_ACCOUNT = '1240000999021';

/** The widow as heir and payee, in a file as `claim heirs` takes it. */
export const heirsFile = async (
  story: Pick<Story, 'storyId' | 'folder'>,
  { comesBack = false, workerId }: Pick<Death, 'workerId' | 'comesBack'>,
): Promise<string> => {
  const draw = drawFrom(`${story.storyId}|${workerId}`);
  const name = `${draw.pick(FEMALE_NAMES)} ${draw.pick(SECOND_NAMES)}`;
  const own = `12400${String(draw.below(100_000_000)).padStart(8, '0')}`;
  const account = comesBack ? CLOSED_ACCOUNT : own;
  const path = pathOf(story, `ahli-waris-${workerId}.json`);
  const payee = { ref: 'istri', name, account, bic: 'PDKTIDJ1' };
  const heirs = [{ ref: 'istri', relation: 'SPOUSE', name, minor: false }];
  await writeClosed(path, JSON.stringify({ heirs, payee }));
  return path;
};

/** A death soon after the enrolment: somebody goes and sees before it is recommended (F-01). */
const asksForVisit = ({ checks }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(checks) && checks.some(({ code }) => code === 'FIELD_VERIFIED');

const carryVisit = async (
  story: Story,
  { claimId, officer, place, diedOn }: Death & { readonly claimId: string },
  type: Type,
): Promise<void> => {
  const minutes = pathOf(story, `berita-acara-${place}.pdf`);
  await writeClosed(minutes, syntheticPdf(`Berita acara sintetis ${claimId}`));
  const visit = ['claim', 'verify-field'];
  await type({
    title: 'tugaskan kunjungan',
    as: 'verifikator-ani',
    args: [...visit, 'assign', claimId, '--to', officer],
  });
  await type({
    title: 'berita acara',
    as: officer,
    args: [
      ...[...visit, 'done', claimId, '--visited-on', diedOn, '--result', 'CONFIRMED'],
      ...['--minutes', 'Rumah didatangi; tetangga membenarkan', '--signed', 'OFFICER:Petugas'],
      ...['--signed', 'WITNESS:Ketua RT', '--evidence', minutes],
    ],
  });
  await type({
    title: 'periksa lagi',
    as: 'verifikator-ani',
    args: ['claim', 'check', claimId],
  });
};

/** Reported, papers taken in, checked, heirs found, recommended; answers the claim. */
export const carryDeath = async (story: Story, death: Death, type: Type): Promise<string> => {
  const { diedOn, officer, place, workerId } = death;
  const reported = await type({
    title: 'laporan kematian',
    as: officer,
    args: [
      ...['claim', 'report', '--worker', workerId, '--death-date', diedOn],
      ...['--channel', 'KELURAHAN', '--relation', 'OFFICER', '--reporter', 'Petugas kelurahan'],
      ...['--contact', '0811-000-000', '--circumstances', 'Sakit; meninggal di rumah'],
    ],
  });
  const claimId = String(reported['claimId']);
  for (const kind of PAPERS) {
    const paper = pathOf(story, `${kind.toLowerCase()}-${place}.pdf`);
    await writeClosed(paper, syntheticPdf(`Berkas sintetis ${kind} ${workerId}`));
    await type({
      title: 'berkas',
      as: officer,
      args: [
        ...['claim', 'documents', 'add', claimId, '--kind', kind, '--file', paper],
        ...['--form', 'LEGALISED'],
      ],
    });
  }
  const verify = (title: string, args: readonly string[]) =>
    type({ as: 'verifikator-ani', title, args });
  const checked = await verify('periksa', ['claim', 'check', claimId]);
  const heirs = await heirsFile(story, death);
  await verify('ahli waris', ['claim', 'heirs', claimId, '--file', heirs]);
  if (asksForVisit(checked)) await carryVisit(story, { ...death, claimId }, type);
  await verify('usul', ['claim', 'recommend', claimId]);
  return claimId;
};
