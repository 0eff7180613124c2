// One decision over several streams: all of them move in one transaction, or none does.
import type { Answer } from '../domain/command.ts';
import type { AppendRequest, StoredEvent } from '../infra/event-store/event-store.ts';
import {
  type Acting,
  appendRequest,
  changedSince,
  refused,
  tooBusy,
  versionOf,
  type Wish,
} from './append-decision.ts';
import { decideOn } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';

export type Part = {
  /** As its sender wrote it: this is the command's identity. */
  readonly wish: Wish;
  readonly acting: Acting;
  /** With the facts that were collected for it. */
  readonly collected?: Wish['command'];
};

/** The person's own wish first; the others follow from it. */
export type Parts = { readonly main: Part; readonly others: readonly Part[] };

type Decided =
  | { readonly answer: Answer }
  | { readonly request: AppendRequest | null; readonly stage: string };

const decidePart = (
  ports: DecisionPorts,
  { wish, acting, collected }: Part,
  history: readonly StoredEvent[],
): Decided => {
  const command = collected ?? wish.command;
  const decided = decideOn({ category: wish.category, command }, history, acting);
  if ('refused' in decided) return { answer: { status: 'refused', ...decided.refused } };
  const { stage } = decided;
  if (decided.accepted.length === 0) return { request: null, stage };
  return { request: appendRequest(ports, wish, { history, decided, acting }), stage };
};

type Prepared =
  | { readonly answer: Answer }
  | { readonly requests: readonly AppendRequest[]; readonly stage: string };

const prepare = async (ports: DecisionPorts, { main, others }: Parts): Promise<Prepared> => {
  const streams = [main, ...others].map(({ wish }) => wish.streamId);
  const histories = await ports.store.loadStreams(streams);
  const { streamId } = main.wish;
  const history = histories.get(streamId) ?? [];
  const changed = changedSince(main.wish, history);
  if (changed !== undefined) return { answer: changed };
  const own = decidePart(ports, main, history);
  if ('answer' in own) return own;
  const { request, stage } = own;
  if (request === null) {
    const known = { status: 'recorded', streamId, stage } as const;
    return { answer: { ...known, version: versionOf(history), position: '0', repeated: false } };
  }
  const requests = [request];
  for (const part of others) {
    const decided = decidePart(ports, part, histories.get(part.wish.streamId) ?? []);
    if ('answer' in decided) return { answer: naming(part, decided.answer) };
    if (decided.request !== null) requests.push(decided.request);
  }
  return { requests, stage };
};

/** A refusal of one stream refuses the whole, and says which one it was. */
const naming = ({ wish }: Part, answer: Answer): Answer =>
  answer.status === 'refused'
    ? refused(answer.code, { ...answer.facts, [wish.category]: wish.streamId })
    : answer;

const appendAll = async (
  ports: DecisionPorts,
  wish: Wish,
  { requests, stage }: Extract<Prepared, { requests: unknown }>,
): Promise<Answer | 'conflict'> => {
  const result = await ports.store.appendMany(requests);
  ports.fault('worker.after-append', wish.commandId);
  if (result.status === 'failed') {
    const { status } = result.result;
    if (status === 'conflict') return 'conflict';
    return refused(status === 'taken' ? 'IdentityTaken' : 'CommandIdReused');
  }
  const [first] = result.results;
  if (first === undefined) throw new Error('the store answered a batch without a first result');
  const { version, position } = first;
  const known = { status: 'recorded', streamId: wish.streamId, stage } as const;
  return { ...known, version, position, repeated: false };
};

const TRIES = 3;

/** `build` is asked anew after a conflict: the parts themselves rest on the streams. */
export const decideTogether = async (
  ports: DecisionPorts,
  wish: Wish,
  build: () => Promise<Parts | Answer>,
): Promise<Answer> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const parts = await build();
    if ('status' in parts) return parts;
    const prepared = await prepare(ports, parts);
    if ('answer' in prepared) return prepared.answer;
    const answer = await appendAll(ports, wish, prepared);
    if (answer !== 'conflict') return answer;
  }
  throw tooBusy();
};
