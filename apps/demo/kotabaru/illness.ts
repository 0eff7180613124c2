// Chapter five: "not to be puzzled when going to a doctor": an illness that is not from work is led to JKN.
import { addDays } from '../../../domain/calendar.ts';
import { someMember } from '../regency/deaths.ts';
import { VILLAGE_OFFICER } from '../regency/regency.ts';
import type { KotabaruTelling } from './scenario.ts';

/** The first of the list dies later in this story; another falls ill. */
const ANOTHER = 1;

export const fallIll = async (telling: KotabaruTelling, roster: string): Promise<void> => {
  const { narrator, today } = telling;
  narrator.chapter({
    id: 'Sakit biasa: ini JKN, bukan JKK',
    en: 'An ordinary illness: this is JKN, not JKK',
  });
  const worker = await someMember(telling, 'sakit', { roster, place: ANOTHER });
  const reported = await narrator.step({
    title: {
      id: 'Seorang pendaftar mandiri demam dan membawa kartunya: ia tidak ditolak begitu saja',
      en: 'A self-registered member has a fever and brings the card: not simply sent away',
    },
    as: VILLAGE_OFFICER,
    args: [
      ...['claim', 'report', '--worker', worker, '--kind', 'ILLNESS'],
      ...['--event-date', addDays(today, -1), '--channel', 'KELURAHAN', '--relation', 'OFFICER'],
      ...['--reporter', 'Petugas desa', '--contact', '0811-000-000'],
      ...['--circumstances', 'Demam tiga hari'],
    ],
  });
  await narrator.step({
    title: {
      id: 'Jawabannya tersimpan: lain kali orang lain di loket mengatakan hal yang sama',
      en: 'The answer is kept: next time somebody else at the counter says the same',
    },
    as: VILLAGE_OFFICER,
    args: ['claim', 'show', String(reported['claimId'])],
    show: 20,
  });
};
