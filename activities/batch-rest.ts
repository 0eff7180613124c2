// What a batch has not reached: the cards, rows or answer lines behind its place in the list.

import type { Ports } from './ports.ts';
import { createRosterReader, type RosterReader } from './roster-rows.ts';
import { allOf } from './stored-events.ts';

type Rest = {
  readonly unit: 'CARD' | 'ROW' | 'ANSWER_LINE';
  readonly items: readonly string[];
};

const rosterRest = async (
  ports: Ports,
  read: RosterReader,
  of: { readonly id: string; readonly step: string; readonly from: number },
): Promise<Rest> => {
  const history = await ports.store.loadStream(of.id);
  if (of.step === 'REGISTRATION') {
    const lines = await read.answers(history);
    const items = lines.map((_, index) => String(index + 1)).slice(of.from);
    return { unit: 'ANSWER_LINE', items };
  }
  const { rows } = await read.rows(of.id, history);
  return { unit: 'ROW', items: rows.slice(of.from).map(({ row }) => String(row)) };
};

export const batchRest = async (
  ports: Ports,
  of: {
    readonly kind: 'roster' | 'cards';
    readonly id: string;
    readonly step: string;
    readonly from: number;
  },
): Promise<Rest> => {
  if (of.kind === 'roster') return rosterRest(ports, createRosterReader(ports), of);
  const listed = allOf(await ports.store.loadStream(of.id), 'HandOverListed');
  return { unit: 'CARD', items: listed.flatMap(({ cardIds }) => cardIds).slice(of.from) };
};
