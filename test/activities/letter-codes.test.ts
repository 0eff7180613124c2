// Two offices never write one number: the code in it belongs to one letterhead of the installation.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { refusalText } from '../../apps/copy/catalogue.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import { envelope, registerCast } from './office-story.ts';

let engine: EngineFixture;
beforeAll(async () => {
  engine = await openEngineFixture();
  await registerCast(createRecordDecision(engine.ports), engine.ports);
});
afterAll(() => engine?.close());

const setHead = (area: string, code: string, from = '2026-02-01') => {
  const letterheadId = streamIds.letterhead('BPJS_BRANCH', area);
  const head = { name: 'Cabang', address: 'Jalan 1', contact: '-', place: 'Bontang', code };
  const data = {
    letterheadId,
    office: 'BPJS_BRANCH' as const,
    area,
    from: from as LocalDate,
    head,
  };
  const command = { type: 'SetLetterhead' as const, data };
  return createRecordDecision(engine.ports)(
    envelope('letterhead', letterheadId, { command, as: 'admin-nur' }),
  );
};

test('a code belongs to the letterhead that wrote it first, and may change its looks', async () => {
  expect(await setHead('64.74', 'BPJS-BTG')).toMatchObject({ status: 'recorded' });
  expect(await setHead('64.74', 'BPJS-BTG', '2026-03-01')).toMatchObject({ status: 'recorded' });
  const other = await setHead('64.74.02', 'BPJS-BTG');
  expect(other).toMatchObject({ code: 'LetterCodeTaken', facts: { letterCode: 'BPJS-BTG' } });
  if (other.status !== 'refused') throw new Error('not refused');
  expect(refusalText(other, 'id')).toContain('BPJS-BTG');
  expect(await setHead('64.74.02', 'BPJS-BTG.2')).toMatchObject({ status: 'recorded' });
});
