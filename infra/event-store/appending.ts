// The appends of the store: single, in groups of what arrived together, and in batches.
import type pg from 'pg';
import { isFailure } from '../failure.ts';
import { answer, type BatchRow, batchAnswer, parseAnswer } from './append-answer.ts';
import {
  APPEND,
  APPEND_EACH,
  APPEND_MANY,
  appendEachValues,
  appendManyValues,
  type EncodedAppend,
  encodeAppend,
  encodedValues,
} from './append-statement.ts';
import type { AppendRequest, EventStore } from './event-store.ts';
import { groupCommit } from './group-commit.ts';
import { only, run } from './statement.ts';
import type { Boarding } from './waiting-line.ts';

/**
 * One flight is a little faster still, but a group that waits for another process would then hold up
 * all; more than two make small groups and take the hot pool's connections from its readers.
 */
const LIMITS = { flights: 2, requests: 64, bytes: 262_144 };

type Joining = EncodedAppend & Boarding;
type EachRow = Omit<BatchRow, 'status'> & { readonly status: BatchRow['status'] | 'alone' };

const joining = (request: AppendRequest): Joining => {
  const encoded = encodeAppend(request);
  const names = (request.reservations ?? []).map(({ keyedHash }) =>
    Buffer.from(keyedHash).toString('base64'),
  );
  return {
    ...encoded,
    keys: [request.streamId, request.commandId, ...names],
    bytes: encoded.canonical.reduce((sum, { byteLength }) => sum + byteLength, 0),
  };
};

/** The appends, and `settled` for whoever is about to close the pool. */
export const appending = (
  pool: pg.Pool,
): Pick<EventStore, 'append' | 'appendMany'> & { settled(): Promise<void> } => {
  const { submit, settled } = groupCommit({
    limits: LIMITS,
    async sendOne(one: Joining) {
      const statement = { name: 'es.append', text: APPEND, values: encodedValues(one) };
      return answer(parseAnswer(only(await run<{ answer: string }>(pool, statement)).answer));
    },
    async sendGroup(group: readonly Joining[]) {
      const values = appendEachValues(group);
      const statement = { name: 'es.append_each', text: APPEND_EACH, values };
      const answers = group.map((): ReturnType<typeof answer> | 'alone' => 'alone');
      for (const { status, ...row } of await run<EachRow>(pool, statement))
        answers[row.index - 1] = status === 'alone' ? status : answer({ ...row, status });
      return answers;
    },
    concernsAll: (error) => isFailure(error) && error.code === 'Infra.StoreAway',
  });
  return {
    settled,
    append: async (request) => submit(joining(request)),
    async appendMany(requests) {
      if (requests.length === 0) return { status: 'ok', results: [] };
      const values = appendManyValues(requests);
      const statement = { name: 'es.append_many', text: APPEND_MANY, values };
      return batchAnswer(await run<BatchRow>(pool, statement));
    },
  };
};
