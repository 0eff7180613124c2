// Who acts in Bontang: the cast of every demo, the kelurahan of all three districts, and their past.
import { administrator, cast, type Player } from '../cast.ts';

/** The day after the decree of the mayor that names the offices. */
export const IN_OFFICE_FROM = '2023-10-01';

/** Who may enter what happened before the office used this system. */
const HISTORIANS = ['dinas-rahma', 'kadis-yusuf', 'cabang-gita', 'verifikator-ani'];

const kelurahanOfficer = (id: string, name: string, area: string, letter: string): Player => ({
  ...{ id, name, office: 'KELURAHAN', area, letter },
  acts: ['hand-over-card', 'report-death', 'handle-documents'],
});

const everyone: readonly Player[] = [
  ...cast,
  kelurahanOfficer('kelurahan-sari', 'Sari Wulandari', '64.74.01', 'SK Lurah 470/08/2023'),
  kelurahanOfficer('kelurahan-tono', 'Tono Hartono', '64.74.03', 'SK Lurah 470/09/2023'),
];

export const players: readonly Player[] = everyone.map((player) =>
  HISTORIANS.includes(player.id) ? { ...player, acts: [...player.acts, 'record-history'] } : player,
);

export { administrator };

/** The officer of the district that a kelurahan lies in. */
export const officerOf = (kelurahan: string): string => {
  const officer = players.find(
    ({ area, office }) => office === 'KELURAHAN' && kelurahan.startsWith(`${area}.`),
  );
  if (officer === undefined) throw new Error(`nobody serves ${kelurahan}`);
  return officer.id;
};
