// What a timeline says of an event: in words of both languages, from every recorded shape, never sealed.
import { describe, expect, test } from 'vitest';
import { eventDetail } from '../../apps/copy/event-details.ts';
import { claimSamples } from './event-samples-of-claims.ts';
import { payableSamples } from './event-samples-of-payouts.ts';
import { workerSamples } from './event-samples-of-programmes.ts';

const samples = Object.entries({ ...claimSamples, ...workerSamples, ...payableSamples }).flatMap(
  ([type, datas]) => datas.map((data) => [type, data] as const),
);

describe('the detail of an event', () => {
  test.each(samples)('%s is told in both languages, in words', (type, data) => {
    for (const language of ['id', 'en'] as const) {
      const told = eventDetail(type, data, language);
      expect(told).not.toMatch(/\[object|undefined|null|ciphertext/);
      expect(told).not.toMatch(/[A-Z]{2,}_[A-Z]/);
    }
  });

  test.each([
    ...['DocumentReceived', 'DocumentRead', 'ChecksRecorded', 'HeirsDetermined'],
    ...['BenefitsDetermined', 'ClaimRecommended', 'ClaimApproved', 'ClaimRejected'],
    ...['ClaimReopened', 'LateFactFound', 'FollowUpRefused', 'PayableCreated', 'PaymentReturned'],
    ...['WorkerEnrolled', 'WorkerFound', 'WorkerFieldsRevealed', 'CardHandedOver'],
  ])('%s says what matters, whichever shape it has', (type) => {
    const shapes = samples.filter(([sampled]) => sampled === type);
    expect(shapes.length).toBeGreaterThan(0);
    for (const [, data] of shapes) expect(eventDetail(type, data, 'id')).not.toBe('');
  });

  test('of a paper, a sum and a look says which one', () => {
    const [paper] = claimSamples.DocumentReturned;
    expect(eventDetail('DocumentReturned', paper, 'id')).toBe(
      'jenis berkas: akta kematian; alasan: tidak terbaca',
    );
    const [look] = claimSamples.ClaimFieldsRevealed;
    expect(eventDetail('ClaimFieldsRevealed', look, 'en')).toBe(
      'opened: name of the payee, account of the payee, names of heirs, contact of the reporter; reason: mencocokkan nama rekening',
    );
  });

  test('of an event of a later version is empty', () =>
    expect(eventDetail('NeverHeardOf', { a: 1 }, 'id')).toBe(''));
});
