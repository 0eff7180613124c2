// A command that names a thing of another kind is refused at once: no workflow is started for it.
import { refused } from '../../activities/append-decision.ts';
import type { Answer, Category, CommandEnvelope } from '../../domain/command.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';

/** Fields of a command that name another stream, whatever the command. */
const NAMED: Readonly<Partial<Record<string, Category>>> = {
  claimId: 'claim',
  examinationId: 'examination',
  exceptionId: 'bank_exception',
  fundId: 'aid_fund',
  handOverId: 'hand_over',
  payableId: 'payable',
  programmeId: 'programme',
  requestId: 'aid_request',
  listId: 'death_list',
  rosterId: 'roster',
  runId: 'payout_run',
  trancheId: 'tranche',
  workerId: 'worker',
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export type Named = { readonly id: string; readonly wanted: Category };

/** Lists and reports inside a command name streams too. */
export const namedIn = (value: unknown): readonly Named[] => {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]: [string, unknown]) => {
    const wanted = NAMED[field];
    if (wanted === undefined || typeof inner !== 'string') return namedIn(inner);
    return UUID.test(inner) ? [{ id: inner, wanted }] : [];
  });
};

export const namedStreams = ({
  streamId,
  category,
  command,
}: Pick<CommandEnvelope, 'streamId' | 'category' | 'command'>): readonly Named[] => [
  ...(UUID.test(streamId) ? [{ id: streamId, wanted: category }] : []),
  ...namedIn('data' in command ? command.data : undefined),
];

/** A stream keeps its kind for ever: so many are remembered, then the oldest is looked up again. */
const KNOWN_MAX = 10_000;

export type KindCheck = (
  envelope: CommandEnvelope,
) => Promise<Extract<Answer, { status: 'refused' }> | undefined>;

/** Undefined where every id is of the kind that the command asks for, or names nothing yet. */
export const openKindCheck = (store: Pick<EventStore, 'categoriesOf'>): KindCheck => {
  const known = new Map<string, string>();
  const kindsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const seen = ids.flatMap((id) => {
      const category = known.get(id);
      return category === undefined ? [] : [[id, category] as const];
    });
    const unknown = ids.filter((id) => !known.has(id));
    const found = unknown.length === 0 ? [] : [...(await store.categoriesOf(unknown))];
    for (const [id, category] of found) known.set(id, category);
    for (const id of known.keys()) {
      if (known.size <= KNOWN_MAX) break;
      known.delete(id);
    }
    return new Map([...seen, ...found]);
  };
  return async (envelope) => {
    const named = namedStreams(envelope);
    const kinds = await kindsOf(named.map(({ id }) => id));
    for (const { id, wanted } of named) {
      const isKind = kinds.get(id);
      if (isKind !== undefined && isKind !== wanted)
        return refused('IdOfAnotherKind', { id, isKind, wantedKind: wanted });
    }
    return undefined;
  };
};
