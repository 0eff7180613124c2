// Every act of every thing as a write of the API: the definition that its form is made of, too.
import { z } from 'zod';
import { untilShown } from '../../cli/session.ts';
import type { Text } from '../../copy/text.ts';
import type { WebAct } from '../acts/act.ts';
import { type Thing, things } from '../acts/things.ts';
import { notFoundProblem } from '../not-found.ts';
import { problemOf, problemOfRefusal } from '../problem.ts';
import { type Asked, defineOperation, type Operation, type Reply } from './operation.ts';
import { Recorded } from './schemas.ts';

const WAIT_SECONDS_MAX = 10;

const KEY_MISSING: Text = [
  'Sertakan Idempotency-Key: satu UUID untuk satu perintah, dipakai lagi bila perintah itu dikirim ulang.',
  'Send an Idempotency-Key: one UUID for one command, the same again when it is repeated.',
];
const MATCH_UNREADABLE: Text = [
  'If-Match harus memuat ETag yang pernah diterima, misalnya "7".',
  'If-Match must hold an ETag that was received, for example "7".',
];

const keyOf = (headers: Headers): string | undefined => {
  const parsed = z.uuid().safeParse(headers.get('idempotency-key')?.toLowerCase());
  return parsed.success ? parsed.data : undefined;
};

/** `"7"`; null where none was sent, undefined where it cannot be read. */
const matchOf = (headers: Headers): number | null | undefined => {
  const text = headers.get('if-match');
  if (text === null || text === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(text)?.[1];
  return version === undefined ? undefined : Number(version);
};

/** `Prefer: wait=2`, in milliseconds. */
const waitOf = (headers: Headers): number => {
  const seconds = Number(/(?:^|[,;\s])wait=(\d{1,3})/.exec(headers.get('prefer') ?? '')?.[1] ?? 0);
  return Math.min(seconds, WAIT_SECONDS_MAX) * 1_000;
};

const unfit = (fields: readonly string[], said: Readonly<Record<string, Text>> = {}) => {
  const why = (at: 0 | 1): string =>
    Object.entries(said)
      .map(([name, text]) => ` ${name}: ${text[at]}`)
      .join('');
  return problemOf(
    422,
    'CommandMalformed',
    [
      `Isian ini tidak dapat dibaca: ${fields.join(', ')}.${why(0)}`,
      `These fields cannot be read: ${fields.join(', ')}.${why(1)}`,
    ],
    { fields: fields.join(' ') },
  );
};

const isRaw = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

const send = async (thing: Thing, act: WebAct, asked: Asked<unknown>): Promise<Reply> => {
  const { visit, id, headers, body } = asked;
  if (!(await thing.isReadable(visit.desk, id))) return { problem: notFoundProblem };
  const commandId = keyOf(headers);
  if (commandId === undefined)
    return { problem: problemOf(400, 'IdempotencyKeyMissing', KEY_MISSING) };
  const seen = matchOf(headers);
  if (seen === undefined) return { problem: problemOf(400, 'IfMatchUnreadable', MATCH_UNREADABLE) };
  if (!isRaw(body)) return { problem: unfit(['body']) };
  const answer = await act.send({
    ...{ desk: visit.desk, streamId: id, commandId, raw: body },
    ...(seen !== null && { seenVersion: seen }),
  });
  if (answer.status === 'invalid') return { problem: unfit(answer.fields, answer.said) };
  if (answer.status === 'refused') return { problem: problemOfRefusal(answer) };
  const shown = await untilShown(visit.desk, answer, waitOf(headers));
  return { body: { ...answer, shown }, version: answer.version };
};

const operationOf = (thing: Thing, act: WebAct): Operation =>
  defineOperation({
    method: 'post',
    path: `/v1/${thing.api}/{id}/${act.name}`,
    name: `${act.command.slice(0, 1).toLowerCase()}${act.command.slice(1)}`,
    group: thing.api,
    summary: act.title,
    body: act.schema,
    answer: Recorded,
    hasVersion: true,
    handle: (asked) => send(thing, act, asked),
  });

export const actOperations: readonly Operation[] = things.flatMap((thing) =>
  thing.acts.map((act) => operationOf(thing, act)),
);
