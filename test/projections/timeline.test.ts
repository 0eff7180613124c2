// The story of a stream: every act with its person, what changed, and nothing personal in the clear.
import { describe, expect, test } from 'vitest';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { streamTimeline, timelineOf } from '../../projections/timeline.ts';
import { deathOf } from './death.ts';
import { logOf, morning } from './history.ts';

const death = deathOf('w1', 'DISBURSES');
const events: readonly StoredEvent[] = logOf([
  ...death.reported,
  death.linked,
  ...death.documents,
  ...death.assessed,
  { ...death.recommended(), reason: 'all papers seen', command: 'command-r' },
  ...death.approved.map((fact) => ({ ...fact, causedBy: 'command-r' })),
]).filter((event) => event.category === 'claim');

describe('a timeline', () => {
  const entries = timelineOf(events);

  test('has one entry per event, with the person, the role and the letter', () => {
    expect(entries.map((entry) => entry.version)).toEqual(events.map((event) => event.version));
    expect(entries[0]).toMatchObject({
      type: 'DeathReported',
      effectiveAt: morning('2024-05-21'),
      actor: { id: 'dewi', office: 'KELURAHAN', act: 'report-death', letter: 'SK dewi' },
      origin: 'live',
    });
  });

  test('shows a sealed field by its commitment only', () => {
    const name = entries[0]?.fields.find((field) => field.path === 'reporterName');
    expect(name?.value).toEqual({
      kind: 'sealed',
      field: 'report.name',
      commitment: 'commitment(report.name of claim-w1)',
    });
    expect(JSON.stringify(entries)).not.toContain('sealed(');
    expect(JSON.stringify(entries)).not.toContain('index-w1');
    const heirs = entries.find((entry) => entry.type === 'HeirsDetermined');
    expect(heirs?.fields.find((field) => field.path === 'payee.accountIndex')?.value).toEqual({
      kind: 'masked',
    });
  });

  test('names only what changed, with what stood there before', () => {
    const linked = entries[1];
    expect(linked?.type).toBe('DeathReportLinked');
    expect(linked?.fields).toEqual([
      {
        path: 'reportId',
        value: { kind: 'plain', value: 'report-2' },
        before: { kind: 'plain', value: 'report-1' },
      },
      {
        path: 'deathDate',
        value: { kind: 'plain', value: '2024-05-19' },
        before: { kind: 'plain', value: '2024-05-20' },
      },
      { path: 'deathDateDiffers', value: { kind: 'plain', value: true }, before: null },
    ]);
  });

  test('never sets a reason beside the reason of another act, nor an id beside itself', () => {
    const [first] = events;
    if (first === undefined) throw new Error('no events');
    const said = (type: string, data: StoredEvent['data']): StoredEvent => ({
      ...first,
      type,
      data,
    });
    const [assigned, escalated, again] = timelineOf([
      said('ClaimAssigned', { claimId: 'c1', assignee: 'ani', before: null, reason: 'dekat' }),
      said('ClaimEscalated', { claimId: 'c1', escalatedBy: ['ani'], reason: 'ragu' }),
      said('ClaimEscalated', { claimId: 'c1', escalatedBy: ['ani'], reason: 'masih ragu' }),
    ]);
    const reasonIn = (entry: typeof assigned) =>
      entry?.fields.find(({ path }) => path === 'reason');
    expect(reasonIn(assigned)?.before).toBeNull();
    expect(reasonIn(escalated)).toMatchObject({ value: { value: 'ragu' }, before: null });
    expect(reasonIn(again)).toMatchObject({ before: { value: 'ragu' } });
    expect(escalated?.fields.map(({ path }) => path)).not.toContain('claimId');
  });

  test('links causes and effects, and keeps the reason given', () => {
    const recommended = entries.find((entry) => entry.type === 'ClaimRecommended');
    const approved = entries.find((entry) => entry.type === 'ClaimApproved');
    expect(recommended?.reason).toBe('all papers seen');
    expect(approved?.causes).toEqual([recommended?.position]);
    expect(recommended?.effects).toEqual([approved?.position]);
  });

  test('is empty for a stream that the log does not know', async () => {
    const store = {
      loadStream: async (streamId: string) => events.filter((event) => event.streamId === streamId),
    };
    expect(await streamTimeline(store, 'claim-of-nobody')).toEqual([]);
    expect(await streamTimeline(store, 'claim-w1')).toHaveLength(events.length);
  });
});
