// What a timeline says of an event: in words of both languages, from every recorded shape, never sealed.
import { describe, expect, test } from 'vitest';
import { eventDetail, nameOf } from '../../apps/copy/event-details.ts';
import type { Part } from '../../apps/copy/event-part-groups.ts';
import { eventParts } from '../../apps/copy/event-parts.ts';
import { catalogue, type EventType } from '../../domain/catalogue.ts';
import { eventSamples } from './event-samples.ts';

const samples = Object.entries(eventSamples).flatMap(([type, datas]) =>
  datas.map((data) => [type, data] as const),
);

/** Their name says it all; whoever adds one here says that a reader needs nothing more. */
const SAID_BY_NAME: readonly EventType[] = [
  'HandOverReopened',
  'PaymentFileDropped',
  'RosterReopened',
];

describe('the detail of an event', () => {
  test.each(samples)('%s is told in both languages, in words', (type, data) => {
    for (const language of ['id', 'en'] as const) {
      const told = eventDetail(type, data, language);
      expect(told).not.toMatch(/\[object|undefined|null|ciphertext/);
      expect(told).not.toMatch(/[A-Z]{2,}_[A-Z]/);
    }
  });

  test.each(samples.filter(([type]) => !SAID_BY_NAME.some((one) => one === type)))(
    '%s says what matters, whichever shape it has',
    (type, data) => expect(eventDetail(type, data, 'id')).not.toBe(''),
  );

  test('calls every field by a name of its own', () => {
    const named = Object.values<readonly Part[]>(eventParts).flat();
    const bare = named.filter(
      ([path, , name]) => name === undefined && nameOf(path, 'id') === path,
    );
    const asItIs = ['bank', 'bic', 'kelurahan', 'malware', 'run'];
    expect(bare.map(([path]) => path).filter((path) => !asItIs.includes(path))).toEqual([]);
  });

  test('is thought of for every type', () => {
    expect(Object.keys(eventParts).toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  test.each([
    ['RunAssembled', /^arus: .*; jumlah: Rp[\d.]+; disusun oleh: /],
    ['RunMemberAdded', /jumlah: Rp[\d.]+; klaim: .+/],
    ['HistoryClosed', /sampai bulan: \d{4}-\d{2}/],
    ['ClaimEscalated', /^alasan: .+/],
    ['ContributionConfirmed', /bulan: .*; nomor rujukan: .+/],
    ['RoleAppointed', /kewenangan: .+; wilayah: .+; surat: .+; sejak: /],
  ])('of %s names sum, member, month or why', (type, told) => {
    const shapes = samples.filter(([sampled]) => sampled === type);
    expect(shapes.length).toBeGreaterThan(0);
    for (const [, data] of shapes) expect(eventDetail(type, data, 'id')).toMatch(told);
  });

  test('of a paper, a sum and a look says which one', () => {
    const [paper] = eventSamples.DocumentReturned;
    expect(eventDetail('DocumentReturned', paper, 'id')).toBe(
      'jenis berkas: akta kematian; alasan: tidak terbaca',
    );
    const [look] = eventSamples.ClaimFieldsRevealed;
    expect(eventDetail('ClaimFieldsRevealed', look, 'en')).toBe(
      'opened: name of the payee, account of the payee, names of heirs, contact of the reporter; reason: mencocokkan nama rekening',
    );
  });

  test('of an event of a later version is empty', () =>
    expect(eventDetail('NeverHeardOf', { a: 1 }, 'id')).toBe(''));
});
