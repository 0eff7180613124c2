// Facts of other streams for an examination: who may audit there, and which items a seed draws.

import type { Category } from '../domain/command.ts';
import type { ExaminationCommand, Population } from '../domain/examination/events.ts';
import { isWithin } from '../domain/region.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Wish } from './append-decision.ts';
import { claimKelurahan } from './areas.ts';
import { authoriseAct } from './authority.ts';
import type { DecisionPorts } from './ports.ts';
import { asJson, lastOf } from './stored-events.ts';

const STREAMS_AT_ONCE = 500;

const CATEGORIES: Readonly<Record<Population, Category>> = { CLAIMS: 'claim', PAYABLES: 'payable' };

type DrawWish = Extract<ExaminationCommand, { type: 'DrawSample' }>['data'];

/** A payment of local aid rests on a request, not on a claim: it has its place from there. */
const claimIdOf = (history: readonly StoredEvent[]): string =>
  lastOf(history, 'PayableCreated')?.data.claimId ?? history[0]?.streamId ?? '';

/** A payment whose request lies in no place that we know belongs to every area. */
const liesIn = async (
  { store }: DecisionPorts,
  history: readonly StoredEvent[],
  area: string | null,
): Promise<boolean> => {
  if (area === null) return true;
  const place = await claimKelurahan(store, claimIdOf(history));
  return place === null || isWithin(place, area);
};

const populationAt = async (
  ports: DecisionPorts,
  { population, position }: DrawWish,
  area: string | null,
): Promise<readonly string[]> => {
  const ids = await ports.store.streamsOf(CATEGORIES[population]);
  const found: string[] = [];
  for (let at = 0; at < ids.length; at += STREAMS_AT_ONCE) {
    const streams = await ports.store.loadStreams(ids.slice(at, at + STREAMS_AT_ONCE));
    for (const [id, history] of streams) {
      const hasBegun = BigInt(history[0]?.position ?? position) <= BigInt(position);
      if (hasBegun && (await liesIn(ports, history, area))) found.push(id);
    }
  }
  return found;
};

/** By the hash of seed and id: nobody can choose, and everybody can draw it again. */
export const drawn = (
  { hash }: Pick<DecisionPorts, 'hash'>,
  ids: readonly string[],
  { seed, size }: { readonly seed: string; readonly size: number },
): readonly string[] =>
  ids
    .map((id) => [Buffer.from(hash(asJson({ id, seed }))).toString('hex'), id] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, id]) => id);

export const forExamination = async (
  ports: DecisionPorts,
  { command, streamId }: Extract<Wish, { category: 'examination' }>,
): Promise<ExaminationCommand> => {
  if (command.type === 'OpenExamination') {
    const { team, area, kind } = command.data;
    const unfit = async (): Promise<string | null> => {
      for (const actorId of team)
        if (!('acting' in (await authoriseAct(ports, actorId, { act: 'audit', area }))))
          return actorId;
      return null;
    };
    const data = { ...command.data, unfit: kind === 'SELF' ? null : await unfit() };
    return { type: command.type, data };
  }
  if (command.type === 'RecordFinding') {
    const account = await ports.store.loadStream(ports.ids.actor(command.data.auditee));
    return { type: command.type, data: { ...command.data, auditeeKnown: account.length > 0 } };
  }
  if (command.type !== 'DrawSample') return command;
  const opened = lastOf(await ports.store.loadStream(streamId), 'ExaminationOpened')?.data;
  const ids =
    opened === undefined ? [] : await populationAt(ports, command.data, opened.area || null);
  const itemIds = drawn(ports, ids, command.data);
  const sample = { itemIds, populationSize: ids.length };
  return { type: command.type, data: { ...command.data, drawn: sample } };
};
