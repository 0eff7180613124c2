// Event ids are uuidv5 of the index under the command id, as they have been from the first event on.
import { randomUUID } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { expect, test } from 'vitest';
import { eventId } from '../../../infra/event-store/codec.ts';

test('an event id is the uuidv5 that every other program would compute', () => {
  for (let index = 0; index < 500; index += 1) {
    const commandId = randomUUID();
    expect(eventId(commandId, index)).toBe(uuidv5(String(index), commandId));
  }
});
