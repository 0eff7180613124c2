// People of a journey's town that the demo does without.
import type { Player } from '../../apps/demo/cast.ts';

/** Who follows the payments of another house, who keeps the keys, who enters the past. */
export const clerks: readonly Player[] = [
  {
    id: 'pemantau-hadi',
    name: 'Hadi Wijaya',
    office: 'DISNAKER',
    acts: ['report-payment', 'hold-payment'],
    area: '64.74',
    letter: 'SK Kadisnaker 800/003/2026',
  },
  {
    id: 'kunci-indra',
    name: 'Indra Gunawan',
    office: 'DISNAKER',
    acts: ['manage-keys'],
    area: '64.74',
    letter: 'SK Kadisnaker 800/004/2026',
  },
  {
    id: 'pencatat-lina',
    name: 'Lina Marlina',
    office: 'DISNAKER',
    acts: ['record-history', 'record-contribution'],
    area: '64.74',
    letter: 'SK Kadisnaker 800/005/2026',
  },
  {
    id: 'pencatat-omar',
    name: 'Omar Hasan',
    office: 'DISNAKER',
    acts: ['record-history'],
    area: '64.74',
    letter: 'SK Kadisnaker 800/006/2026',
  },
];
