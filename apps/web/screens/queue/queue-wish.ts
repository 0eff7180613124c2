// What the address of the queue asks for: a preset, a kelurahan, a stage, a page.
import { officeDay } from '../../../../domain/calendar.ts';
import type { ClaimStage } from '../../../../domain/claim/events.ts';
import { CLAIM_READERS } from '../../../../domain/office/reading-acts.ts';
import { isAreaCode } from '../../../../domain/region.ts';
import { NATIONAL_HOLIDAYS } from '../../../../domain/rules/holidays.ts';
import type { OwnTurn } from '../../../../projections/claim-queue/claim-filter.ts';
import type { ClaimListWish } from '../../../../projections/claim-queue.ts';
import { isCursor } from '../../../../projections/page.ts';
import { ownTurns } from '../../../cli/own-turn.ts';
import { claimStages } from '../../../copy/claim-words.ts';
import { codesOf } from '../../../copy/code-words.ts';
import { areasOf } from '../../cases/own-area.ts';
import type { Visit } from '../../house.ts';

export const PRESETS = [
  'mine',
  'taken',
  'overdue',
  'complete',
  'returned',
  'family',
  'open',
  'all',
] as const;
export type Preset = (typeof PRESETS)[number];

export type QueueWish = {
  readonly preset: Preset;
  readonly kelurahan: string | undefined;
  readonly stage: ClaimStage | undefined;
  readonly cursor: string | undefined;
};

const COMPLETE: readonly ClaimStage[] = ['DOCUMENTS_COMPLETE', 'CHECKED', 'READY_TO_RECOMMEND'];
const RETURNED: readonly ClaimStage[] = ['RETURNED_TO_VERIFIER', 'PAPERS_RETURNED'];

/** Stages in which a claim that is here can stand. */
export const STAGES = codesOf(claimStages).filter((stage) => stage !== 'UNKNOWN');

/** A word that is none of ours counts as not said. */
export const queueWishOf = (query: URLSearchParams): QueueWish => {
  const [preset, kelurahan, stage, cursor] = [
    query.get('saringan'),
    query.get('kelurahan') ?? '',
    query.get('tahap'),
    query.get('sesudah') ?? '',
  ];
  return {
    preset: PRESETS.find((one) => one === preset) ?? 'mine',
    kelurahan: isAreaCode(kelurahan) ? kelurahan : undefined,
    stage: STAGES.find((one) => one === stage),
    cursor: isCursor(cursor) ? cursor : undefined,
  };
};

/** What the address asks for and the list does not follow: said, lest the whole list look filtered. */
export const ignoredFilters = (query: URLSearchParams, wish: QueueWish): readonly string[] =>
  [
    ['saringan', wish.preset],
    ['kelurahan', wish.kelurahan],
    ['tahap', wish.stage],
  ].flatMap(([name = '', used]) => {
    const asked = query.get(name) ?? '';
    return asked === '' || asked === used ? [] : [`${name}=${asked}`];
  });

/**
 * What waits for the family has a list of its own: nobody who checks or decides can move it on. For
 * whoever only handles papers, asking the family is the work.
 */
const ownWork = (turns: readonly OwnTurn[]): readonly OwnTurn[] => {
  const own = turns.filter(({ stages }) => !stages.includes('PAPERS_INCOMPLETE'));
  return own.length === 0 ? turns : own;
};

const presetOf = async (
  { desk, visitor }: Visit,
  preset: Preset,
): Promise<Partial<ClaimListWish>> => {
  const today = officeDay(desk.now());
  switch (preset) {
    case 'mine':
      return {
        turnOf: { actorId: visitor.actorId, turns: ownWork(await ownTurns(desk, today)) },
      };
    case 'taken':
      return { assignedTo: visitor.actorId, open: true };
    case 'overdue':
      return { open: true, dueBefore: today };
    case 'complete':
      return { stages: COMPLETE };
    case 'returned':
      return { stages: RETURNED };
    case 'family':
      return { waitingFor: 'FAMILY' };
    case 'open':
      return { open: true };
    case 'all':
      return {};
  }
};

/** Whatever is asked for, only what lies in this person's areas. */
export const listWishOf = async (visit: Visit, wish: QueueWish): Promise<ClaimListWish> => {
  const { kelurahan, stage, cursor, preset } = wish;
  return {
    ...(await presetOf(visit, preset)),
    ...(stage !== undefined && { stages: [stage] }),
    ...(kelurahan !== undefined && { kelurahan }),
    ...(cursor !== undefined && { cursor }),
    areas: areasOf(visit.visitor, CLAIM_READERS),
    today: officeDay(visit.desk.now()),
    calendar: NATIONAL_HOLIDAYS,
  };
};

/** The same list with one thing changed; another filter begins at its first page. */
export const queuePath = (wish: QueueWish, change: Partial<QueueWish>): string => {
  const { preset, kelurahan, stage, cursor } = { ...wish, cursor: undefined, ...change };
  const query = new URLSearchParams({
    saringan: preset,
    ...(kelurahan !== undefined && { kelurahan }),
    ...(stage !== undefined && { tahap: stage }),
    ...(cursor !== undefined && { sesudah: cursor }),
  });
  return `/antrean?${query}`;
};
