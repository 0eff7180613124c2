// Append requests as the parameters of es.append, its group and its batch, checked before they leave.

import { byteaArray } from '../database/bytea-array.ts';
import { failure } from '../failure.ts';
import { encodeEvent } from './codec.ts';
import type { AppendRequest, ExpectedVersion } from './event-store.ts';

export const BATCH_STREAMS_MAX = 1_000;

// Not `select * from`: a function scan would cost the server a tuple store per append.
export const APPEND = 'select es.append($1,$2,$3,$4,$5,$6,$7,$8) as answer';

export const APPEND_MANY = `select out_index as index, out_status as status, out_version as version,
  out_position as position, out_has_workflow as has_workflow, out_stream_id as stream
  from es.append_many($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`;

export const APPEND_EACH = APPEND_MANY.replace('append_many', 'append_each');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const malformed = (id: string, en: string): Error =>
  failure({ code: 'Store.RequestMalformed', retryable: false, sentence: { id, en } });

// A stream nobody has written is at version 0 for whoever folds it.
const expectedNumber = (expected: ExpectedVersion): number => {
  if (expected === 'any') return -2;
  return expected === 'none' || expected === 0 ? -1 : expected;
};

const assertWellFormed = (request: AppendRequest): void => {
  if (!UUID.test(request.commandId) || !UUID.test(request.streamId))
    throw malformed(
      'Nomor perintah dan nomor berkas harus berupa UUID huruf kecil.',
      'Command id and stream id must be lowercase UUIDs.',
    );
  if (request.events.length === 0)
    throw malformed(
      'Perintah tanpa peristiwa tidak dicatat; jangan panggil append untuknya.',
      'A command without events is not recorded; do not call append for it.',
    );
};

const encode = (request: AppendRequest): readonly Buffer[] => {
  assertWellFormed(request);
  return request.events.map((event, index) => encodeEvent(event, index, request));
};

const bytes = (array: Uint8Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** A request that the log can hold, with its events as they will be kept. */
export type EncodedAppend = {
  readonly request: AppendRequest;
  readonly canonical: readonly Buffer[];
};

/** Throws what is wrong with a request before it could stop a neighbour. */
export const encodeAppend = (request: AppendRequest): EncodedAppend => ({
  request,
  canonical: encode(request),
});

export const encodedValues = ({ request, canonical }: EncodedAppend): unknown[] => {
  const reservations = request.reservations ?? [];
  const reserves = reservations.length > 0;
  return [
    request.commandId,
    bytes(request.contentHash),
    request.streamId,
    request.category,
    expectedNumber(request.expected),
    byteaArray(canonical),
    reserves ? reservations.map((reservation) => reservation.kind) : null,
    reserves ? reservations.map((reservation) => bytes(reservation.keyedHash)) : null,
  ];
};

export const appendValues = (request: AppendRequest): unknown[] =>
  encodedValues(encodeAppend(request));

const assertBatch = (requests: readonly AppendRequest[]): void => {
  const streams = new Set(requests.map((request) => request.streamId));
  const commands = new Set(requests.map((request) => request.commandId));
  if (requests.length > BATCH_STREAMS_MAX)
    throw malformed(
      `Satu tahap paling banyak ${BATCH_STREAMS_MAX} berkas, bukan ${requests.length}.`,
      `A batch holds at most ${BATCH_STREAMS_MAX} streams, not ${requests.length}.`,
    );
  if (streams.size < requests.length || commands.size < requests.length)
    throw malformed(
      'Satu tahap memuat setiap berkas dan setiap perintah satu kali saja.',
      'A batch holds each stream and each command only once.',
    );
};

export const appendManyValues = (requests: readonly AppendRequest[]): unknown[] => {
  assertBatch(requests);
  const encoded = requests.map(encode);
  const events = encoded.flatMap((ofRequest, request) =>
    ofRequest.map((event, index) => ({
      event,
      request: request + 1,
      following: ofRequest.length - 1 - index,
    })),
  );
  const reservations = requests.flatMap((request, index) =>
    (request.reservations ?? []).map((reservation) => ({ reservation, request: index + 1 })),
  );
  return [
    requests.map((request) => request.commandId),
    byteaArray(requests.map((request) => request.contentHash)),
    requests.map((request) => request.streamId),
    requests.map((request) => request.category),
    requests.map((request) => expectedNumber(request.expected)),
    encoded.map((ofRequest) => ofRequest.length),
    events.map((each) => each.request),
    events.map((each) => each.following),
    byteaArray(events.map((each) => each.event)),
    reservations.map((each) => each.request),
    reservations.map((each) => each.reservation.kind),
    byteaArray(reservations.map((each) => each.reservation.keyedHash)),
  ];
};

/** The group of es.append_each: no stream, command or name twice. */
export const appendEachValues = (group: readonly EncodedAppend[]): unknown[] => {
  const requests = group.map(({ request }) => request);
  const reservations = requests.flatMap((request, index) =>
    (request.reservations ?? []).map((reservation) => ({ reservation, request: index + 1 })),
  );
  let end = 0;
  return [
    requests.map((request) => request.commandId),
    byteaArray(requests.map((request) => request.contentHash)),
    requests.map((request) => request.streamId),
    requests.map((request) => request.category),
    requests.map((request) => expectedNumber(request.expected)),
    group.map(({ canonical }) => canonical.length),
    group.map(({ canonical }) => {
      end += canonical.length;
      return end;
    }),
    group.flatMap(({ canonical }, index) => canonical.map(() => index + 1)),
    byteaArray(group.flatMap(({ canonical }) => canonical)),
    reservations.map((each) => each.request),
    reservations.map((each) => each.reservation.kind),
    byteaArray(reservations.map((each) => each.reservation.keyedHash)),
  ];
};
