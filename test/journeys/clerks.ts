// People of a journey's town that the demo does without.
import type { Player } from '../../apps/demo/cast.ts';

/** Who enters the past. */
export const clerks: readonly Player[] = [
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
