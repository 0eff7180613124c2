// A stream as a story for auditors: who did what, when, in which role, what changed, what caused it.
import type { ActedBy } from '../domain/actor.ts';
import type { EventType } from '../domain/catalogue.ts';
import type { Json, Origin } from '../domain/envelope.ts';
import type { EventStore, StoredEvent } from '../infra/event-store/event-store.ts';

/** A value as it may be shown to anybody who may see the timeline. */
export type ShownValue =
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  /** A personal field: only that it is there, and the commitment that proves it unchanged. */
  | { readonly kind: 'sealed'; readonly field: string; readonly commitment: string }
  /** A keyed index of a personal value: equal values could be matched by it. */
  | { readonly kind: 'masked' };

export type FieldChange = {
  /** `lines[0].amountIdr` */
  readonly path: string;
  readonly value: ShownValue;
  /** What the same fact last said there in this stream; null when it is said for the first time. */
  readonly before: ShownValue | null;
};

export type TimelineEntry = {
  readonly position: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly actor: ActedBy;
  readonly reason: string | undefined;
  readonly agenda: string | undefined;
  readonly origin: Origin;
  readonly fields: readonly FieldChange[];
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** Positions of this stream's events that this one follows from. */
  readonly causes: readonly string[];
  /** Positions of this stream's events that follow from this one. */
  readonly effects: readonly string[];
};

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sealedOf = (value: JsonObject): ShownValue | undefined => {
  const { ciphertext, commitment, field } = value;
  return typeof ciphertext === 'string' &&
    typeof commitment === 'string' &&
    typeof field === 'string'
    ? { kind: 'sealed', field, commitment }
    : undefined;
};

export type Leaf = readonly [path: string, value: ShownValue];

/** Every value with its path; personal fields only as their commitment. */
export const leavesOf = (value: Json, path: string): readonly Leaf[] => {
  if (isObject(value)) {
    const sealed = sealedOf(value);
    if (sealed !== undefined) return [[path, sealed]];
    return Object.entries(value).flatMap(([key, child]) =>
      leavesOf(child, path === '' ? key : `${path}.${key}`),
    );
  }
  if (value !== null && typeof value === 'object')
    return value.flatMap((child: Json, index: number) => leavesOf(child, `${path}[${index}]`));
  if (path.endsWith('accountIndex')) return [[path, { kind: 'masked' }]];
  return [[path, { kind: 'plain', value }]];
};

const sameValue = (one: ShownValue | undefined, other: ShownValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Events that speak of one fact; every other type is a fact of its own. */
const FACTS: Readonly<Partial<Record<EventType, string>>> = {
  DeathReported: 'death',
  DeathReportLinked: 'death',
  DeathDateCorrected: 'death',
  IncidentReported: 'incident',
  IncidentReportLinked: 'incident',
  DocumentReceived: 'paper',
  DocumentAccepted: 'paper',
  DocumentReturned: 'paper',
  PayeeCorrectionProposed: 'account',
  PayeeAccountCorrected: 'account',
  ClaimAssigned: 'desk',
  ClaimReleased: 'desk',
};
const factsByType: Readonly<Record<string, string | undefined>> = FACTS;

/** Of several papers or payments in one stream, each is a fact. */
const INSTANCES = ['documentId', 'endToEndId'];

/** Which fact an event speaks of, within its stream. */
export const factOf = ({ type, data }: StoredEvent): string => {
  const fact = factsByType[type] ?? type;
  return isObject(data)
    ? [fact, ...INSTANCES.map((key) => String(data[key] ?? ''))].join('|')
    : fact;
};

/** Why somebody acted explains this act alone: it never takes the place of another's reason. */
const isOwnWord = (path: string): boolean => path === 'reason';
const isId = (path: string): boolean => /^[a-zA-Z]+Id$/.test(path);

/** Only what is new: a field that repeats what its fact said before, or an id, is no change. */
const changesOf = (event: StoredEvent, known: Map<string, ShownValue>): readonly FieldChange[] => {
  const fact = factOf(event);
  const changes: FieldChange[] = [];
  for (const [path, value] of leavesOf(event.data, '')) {
    const key = `${isOwnWord(path) ? event.type : fact}|${path}`;
    const before = known.get(key);
    const repeated = isId(path) ? known.get(path) : before;
    if (!sameValue(repeated, value)) changes.push({ path, value, before: before ?? null });
    known.set(key, value);
    known.set(path, value);
  }
  return changes;
};

// Events of one command are one act; an event may also name the command or the event it follows from.
const isCauseOf = (candidate: StoredEvent, event: StoredEvent): boolean => {
  const { causationId } = event.meta;
  return (
    causationId !== undefined &&
    candidate.version !== event.version &&
    (candidate.eventId === causationId || candidate.meta.commandId === causationId)
  );
};

const positions = (events: readonly StoredEvent[]): readonly string[] =>
  events.map((event) => event.position);

export const timelineOf = (events: readonly StoredEvent[]): readonly TimelineEntry[] => {
  const known = new Map<string, ShownValue>();
  return events.map((event) => ({
    position: event.position,
    version: event.version,
    eventId: event.eventId,
    type: event.type,
    schemaVersion: event.schemaVersion,
    effectiveAt: event.effectiveAt,
    recordedAt: event.recordedAt,
    actor: event.meta.actor,
    reason: event.meta.reason,
    agenda: event.meta.agenda,
    origin: event.meta.origin,
    fields: changesOf(event, known),
    commandId: event.meta.commandId,
    correlationId: event.meta.correlationId,
    causationId: event.meta.causationId ?? null,
    causes: positions(events.filter((candidate) => isCauseOf(candidate, event))),
    effects: positions(events.filter((candidate) => isCauseOf(event, candidate))),
  }));
};

/** Empty when the log knows no such stream. */
export const streamTimeline = async (
  store: Pick<EventStore, 'loadStream'>,
  streamId: string,
): Promise<readonly TimelineEntry[]> => timelineOf(await store.loadStream(streamId));
