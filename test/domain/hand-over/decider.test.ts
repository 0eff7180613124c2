// A list of handed-over cards: received whole, steered with a reason, completed, and received again.
import { describe, expect, test } from 'vitest';
import type { BatchPlace, SteerBatch } from '../../../domain/batch.ts';
import {
  CARDS_PER_EVENT_MAX,
  HAND_OVER_CARDS_MAX,
  handOverDecider,
} from '../../../domain/hand-over/decider.ts';
import type { HandOverCommand, HandOverEvent } from '../../../domain/hand-over/events.ts';
import { at, person, specify } from '../specification.ts';

const list = specify(handOverDecider);
const officer = at(person('eko', 'hand-over-card'));
const system = at(person('system', 'follow-up'));

const cards = (count: number) => Array.from({ length: count }, (_, index) => `card-${index}`);
const receive = (count = 3): HandOverCommand => ({
  type: 'ReceiveHandOver',
  data: {
    ...{ handOverId: 'list-1', fileSha256: 'file', place: '64.74.02.1001' },
    ...{ cardIds: cards(count), cardsSha256: 'whole' },
  },
});
const complete = (done: number, skipped: number): HandOverCommand => ({
  type: 'CompleteHandOver',
  data: { done, skipped, notInArea: 0 },
});
const place: BatchPlace = { step: 'HAND_OVER', done: 1, skipped: 0, left: 2 };
const wish = (type: SteerBatch['type'], reason = 'daftar keliru'): SteerBatch => ({
  type,
  data: { reason, at: place },
});
const after = (...wishes: readonly HandOverCommand[]): readonly HandOverEvent[] =>
  list.after(...wishes.map((command) => [command, system] as const));

const received = after(receive());
const paused = after(receive(), wish('PauseBatch'));
const cancelled = after(receive(), wish('CancelBatch'));
const completed = after(receive(), complete(3, 0));
const withSkipped = after(receive(), complete(2, 1));

describe('receiving', () => {
  test('is refused as history: the batch notes each card on the day of its own work', () =>
    list
      .given()
      .when(receive(), { ...officer, origin: 'historic' })
      .thenRefuses('HandOverOnlyForward'));

  test('records every card, in pieces that fit an event, and the whole last', () => {
    const count = CARDS_PER_EVENT_MAX + 1;
    const past = after(receive(count));
    expect(past.map(({ type }) => type)).toEqual([
      ...['HandOverListed', 'HandOverListed', 'HandOverReceived'],
    ]);
    const listed = past.flatMap((event) =>
      event.type === 'HandOverListed' ? event.data.cardIds : [],
    );
    expect(listed).toEqual(cards(count));
    expect(past.at(-1)?.data).toMatchObject({ cards: count, cardsSha256: 'whole' });
    const uuids = Array.from({ length: CARDS_PER_EVENT_MAX }, () => crypto.randomUUID());
    expect(JSON.stringify(uuids).length).toBeLessThan(60_000);
  });

  test('twice is once; after a cancellation or with skipped cards it goes on', () => {
    for (const past of [received, paused, completed])
      list
        .given(...past)
        .when(receive(), officer)
        .thenNothing();
    for (const past of [cancelled, withSkipped])
      list
        .given(...past)
        .when(receive(), officer)
        .thenRecords({ type: 'HandOverReopened', data: { handOverId: 'list-1' } });
  });

  test('nothing, or too much for one list, is refused', () => {
    list.given().when(receive(0), officer).thenRefuses('HandOverEmpty');
    list
      .given()
      .when(receive(HAND_OVER_CARDS_MAX + 1), officer)
      .thenRefuses('HandOverTooLarge', { cardsMax: HAND_OVER_CARDS_MAX });
  });
});

describe('steering', () => {
  test.each([
    ['PauseBatch', received, 'HandOverPaused'],
    ['ResumeBatch', paused, 'HandOverResumed'],
    ['CancelBatch', received, 'HandOverCancelled'],
    ['CancelBatch', paused, 'HandOverCancelled'],
  ] as const)('%s is recorded with its reason and the place reached', (type, past, event) => {
    list
      .given(...past)
      .when(wish(type), officer)
      .thenRecords({ type: event, data: { reason: 'daftar keliru', ...place } });
  });

  test('to where it stands already changes nothing', () => {
    for (const [type, past] of [
      ['ResumeBatch', received],
      ['PauseBatch', paused],
      ['CancelBatch', cancelled],
    ] as const)
      list
        .given(...past)
        .when(wish(type), officer)
        .thenNothing();
  });

  test('needs a list, a reason, and something left to do', () => {
    list.given().when(wish('PauseBatch'), officer).thenRefuses('HandOverUnknown');
    list
      .given(...received)
      .when(wish('CancelBatch', ' '), officer)
      .thenRefuses('ReasonMissing');
    list
      .given(...completed)
      .when(wish('CancelBatch'), officer)
      .thenRefuses('BatchEnded');
    list
      .given(...cancelled)
      .when(wish('ResumeBatch'), officer)
      .thenRefuses('BatchIsCancelled');
  });
});

describe('completing', () => {
  test('counts every card once', () => {
    list
      .given(...received)
      .when(complete(2, 1), system)
      .thenRecords({ type: 'HandOverCompleted', data: { done: 2, skipped: 1 } });
    list
      .given(...received)
      .when(complete(1, 1), system)
      .thenRefuses('HandOverCountsDiffer', { cards: 3 });
  });

  test('twice, or after a person cancelled, records nothing', () => {
    for (const past of [completed, cancelled])
      list
        .given(...past)
        .when(complete(3, 0), system)
        .thenNothing();
    list.given().when(complete(1, 0), system).thenRefuses('HandOverUnknown');
  });
});
