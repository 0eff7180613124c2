// How a list of people becomes members: taken over with their KPJ, or by decree and registration.
import type { LocalDate } from '../../../domain/calendar.ts';
import type { Line, Words } from '../narrator.ts';
import { answerRegistration } from '../registration-office.ts';
import { contentOf, idOf, pathOf, type Story, writeClosed } from '../story-parts.ts';

export type Known = { readonly on: LocalDate; readonly source: string };

/** People who are registered already; answers the list's id. */
export const takeOverList = async (
  story: Story,
  request: { readonly tranche: string; readonly csv: string; readonly asOf: Known; title: Words },
): Promise<string> => {
  const { asOf, csv, title, tranche } = request;
  const file = pathOf(story, `peserta-${tranche}.csv`);
  await writeClosed(file, csv);
  const taken = await story.narrator.step({
    title,
    as: 'dinas-rahma',
    show: 4,
    args: [
      ...['roster', 'import', file, '--tranche', idOf(story, tranche), '--registered'],
      ...['--as-of', asOf.on, '--source', asOf.source, '--reason', 'ambil alih program berjalan'],
    ],
  });
  return String(taken['rosterId']);
};

export type Enrolment = {
  /** Names the files of this list. */
  readonly name: string;
  readonly tranche: string;
  readonly csv: string;
  readonly coverFrom: LocalDate;
  readonly decree: string;
  readonly proposed: Known;
  readonly decreed: Known;
  readonly registered: Known;
  readonly titles: { readonly check: Words; readonly registered: Words };
};

/** The branch answers the file that it was sent, as `registration ingest` takes it. */
const answerBranch = async (story: Story, file: string, list: Enrolment): Promise<string> => {
  const answer = pathOf(story, `jawaban-${list.name}.csv`);
  const exported = (await contentOf(file)) ?? Buffer.alloc(0);
  await writeClosed(answer, answerRegistration(exported, { coverStart: list.coverFrom }));
  return answer;
};

/** The ordinary way: checked, received, named by decree, registered; answers the list's id. */
export const enrolList = async (story: Story, list: Enrolment): Promise<string> => {
  const { narrator } = story;
  const file = pathOf(story, `${list.name}.csv`);
  const tranche = ['--tranche', idOf(story, list.tranche)];
  await writeClosed(file, list.csv);
  await narrator.step({
    title: list.titles.check,
    as: 'dinas-rahma',
    expect: [0, 1],
    args: ['roster', 'check', file, ...tranche],
  });
  const imported = await narrator.step({
    title: { id: 'Diterima: setiap orang satu aliran', en: 'Received: one stream per person' },
    as: 'dinas-rahma',
    past: list.proposed,
    show: 3,
    args: ['roster', 'import', file, ...tranche],
  });
  const roster = String(imported['rosterId']);
  await narrator.step({
    title: { id: 'Surat keputusan menamai mereka', en: 'The decree names them' },
    as: 'kadis-yusuf',
    past: list.decreed,
    show: 2,
    args: ['roster', 'approve', roster, '--sk', list.decree, '--sk-date', list.decreed.on],
  });
  const sent = pathOf(story, `pendaftaran-${list.name}.csv`);
  await narrator.step({
    title: { id: 'Berkas pendaftaran untuk cabang', en: 'The registration file for the branch' },
    as: 'cabang-gita',
    past: list.registered,
    show: 2,
    args: ['registration', 'export', roster, '-o', sent],
  });
  const answer = await answerBranch(story, sent, list);
  await narrator.step({
    title: list.titles.registered,
    as: 'cabang-gita',
    past: list.registered,
    show: 3,
    args: ['registration', 'ingest', roster, answer],
  });
  return roster;
};

/** Two persons say that the past is complete; from then on gate, clock and cover are assessed. */
export const closePast = async (
  story: Story,
  tranches: readonly string[],
  through: string,
): Promise<void> => {
  const lines = (act: string, as: string): readonly Line[] =>
    tranches.map((tranche) => ({
      as,
      args: ['history', act, '--tranche', idOf(story, tranche), '--through', through],
    }));
  await story.narrator.many({
    title: {
      id: 'Masa lalu ditutup: satu orang mengusulkan, yang kedua mengesahkan',
      en: 'The past is closed: one person proposes, a second confirms',
    },
    lines: [...lines('propose-close', 'dinas-rahma'), ...lines('confirm-close', 'kadis-yusuf')],
  });
};
