// Names of the persons whom a command is about, opened from their sealed fields at the edge.
import type { Category } from '../../domain/command.ts';
import { isSealed, type Sealed } from '../../domain/sealed.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import type { KeyService } from '../../infra/keys/key-service.ts';
import { type Named, namedIn } from './ids-of-other-kinds.ts';

export type CasePorts = {
  readonly store: Pick<EventStore, 'loadStreams'>;
  readonly keys: Pick<KeyService, 'openMany'>;
};

/** The worker, heirs and their guardians, payees, whoever reported or objected; no officer. */
const NAMES: readonly string[] = [
  ...['worker.name', 'heir.name', 'heir.guardian', 'payee.name', 'report.name', 'objection.name'],
  'visit.signer',
  'deceased.name',
];
/** A payment leads to its claim, the claim to its worker, the worker to another claim. */
const STEPS_MAX = 3;
/** A run or a list of hundreds is nobody's case. */
const STREAMS_MAX = 50;
const OF_A_CASE: readonly Category[] = ['claim', 'payable', 'worker', 'aid_request'];

/** Whoever reports by their office is no person of the case, and may be a hospital. */
const BY_OFFICE: readonly unknown[] = ['OFFICER', 'FACILITY', 'VILLAGE'];

const isByOffice = (told: object, { field }: Sealed): boolean => {
  if (field === 'report.name') return 'relation' in told && BY_OFFICE.includes(told.relation);
  return field === 'visit.signer' && 'part' in told && BY_OFFICE.includes(told.part);
};

export const sealedNamesIn = (value: unknown): readonly Sealed[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: unknown): readonly Sealed[] => {
    if (!isSealed(inner)) return sealedNamesIn(inner);
    return NAMES.includes(inner.field) && !isByOffice(value, inner) ? [inner] : [];
  });
};

/** Streams of the cases that a text can be about. */
export const ofCases = (named: readonly Named[]): readonly string[] => [
  ...new Set(named.flatMap(({ id, wanted }) => (OF_A_CASE.includes(wanted) ? [id] : []))),
];

/** Whose key was destroyed is forgotten here too: nobody knows the name any more. */
export const namesOfCase = async (
  { store, keys }: CasePorts,
  about: { readonly streams: readonly string[]; readonly sealed: readonly Sealed[] },
): Promise<readonly string[]> => {
  const seen = new Set<string>();
  const sealed = new Map(about.sealed.map((name) => [name.ciphertext, name]));
  let next = about.streams;
  for (let step = 0; step < STEPS_MAX && next.length > 0 && next.length <= STREAMS_MAX; step += 1) {
    for (const id of next) seen.add(id);
    const events = [...(await store.loadStreams(next)).values()].flat();
    for (const { data } of events)
      for (const name of sealedNamesIn(data)) sealed.set(name.ciphertext, name);
    next = ofCases(events.flatMap(({ data }) => namedIn(data))).filter((id) => !seen.has(id));
  }
  const opened = await keys.openMany([...sealed.values()]);
  return opened.flatMap((each) => (each.status === 'opened' ? [each.value] : []));
};
