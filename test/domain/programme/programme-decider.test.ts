// A programme and its purses; a mandate holds only by the word of two different persons.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import type { ProgrammeCommand, ProgrammeEvent } from '../../../domain/programme/events.ts';
import {
  mandateInForce,
  programmeDecider,
  programmeStage,
} from '../../../domain/programme/programme-decider.ts';
import { sealedField } from '../sealed-field.ts';
import { at, person, specify } from '../specification.ts';

const programme = specify(programmeDecider);
const rahma = at(person('rahma', 'grant-mandate'));
const yusuf = at(person('yusuf', 'grant-mandate'));

type DataOf<T extends ProgrammeCommand['type']> = Extract<ProgrammeCommand, { type: T }>['data'];

const create = (changed: Partial<DataOf<'CreateProgramme'>> = {}): ProgrammeCommand => ({
  type: 'CreateProgramme',
  data: {
    programmeId: 'bontang',
    name: 'Pekerja rentan Bontang',
    sponsor: 'Pemerintah Kota Bontang',
    region: '64.74',
    legalBasis: 'Perwali 23/2023',
    ageFrom: 18,
    ageTo: 64,
    ...changed,
  },
});

const payer = (changed: Partial<DataOf<'RegisterPayer'>> = {}): ProgrammeCommand => ({
  type: 'RegisterPayer',
  data: {
    payerId: 'djs-jkm',
    legalEntity: 'BPJS Ketenagakerjaan',
    fund: 'DJS JKM',
    legalBasis: 'PP 44/2015',
    fundingAccount: sealedField('account-1'),
    bank: 'PDKTIDJ1',
    from: localDate('2023-10-01'),
    to: localDate('2026-12-31'),
    ...changed,
  },
});

const propose = (changed: Partial<DataOf<'ProposeMandate'>> = {}): ProgrammeCommand => ({
  type: 'ProposeMandate',
  data: {
    mandateId: 'm-1',
    payerId: 'djs-jkm',
    flow: 'BENEFIT',
    mode: 'TRACKS',
    from: localDate('2023-10-06'),
    ...changed,
  },
});

const confirm = (mandateId = 'm-1'): ProgrammeCommand => ({
  type: 'ConfirmMandate',
  data: { mandateId },
});

const created = programme.after([create(), rahma]);
const withPayer = programme.after([create(), rahma], [payer(), rahma]);
const proposed = programme.after([create(), rahma], [payer(), rahma], [propose(), rahma]);
const confirmed = programme.after(
  [create(), rahma],
  [payer(), rahma],
  [propose(), rahma],
  [confirm(), yusuf],
);
const inForce = (past: readonly ProgrammeEvent[], day: string) =>
  mandateInForce(fold(programmeDecider, past), 'BENEFIT', localDate(day));

describe('creating a programme', () => {
  test('records sponsor, region and legal basis', () => {
    programme
      .given()
      .when(create(), rahma)
      .thenRecords({ type: 'ProgrammeCreated', data: { region: '64.74' } });
    expect(programmeStage(fold(programmeDecider, []))).toBe('UNKNOWN');
    expect(programmeStage(fold(programmeDecider, created))).toBe('CREATED');
  });

  test('twice is once', () =>
    programme
      .given(...created)
      .when(create(), rahma)
      .thenNothing());

  test('over another one is refused', () =>
    programme
      .given(...created)
      .when(create({ ageTo: 65 }), rahma)
      .thenRefuses('ProgrammeAlreadyExists'));

  test.each<[Partial<DataOf<'CreateProgramme'>>, string]>([
    [{ name: ' ' }, 'NameMissing'],
    [{ sponsor: '' }, 'NameMissing'],
    [{ legalBasis: '' }, 'LegalBasisMissing'],
    [{ region: '64' }, 'RegionUnknown'],
    [{ region: '99.01' }, 'RegionUnknown'],
    [{ ageFrom: 65 }, 'AgeWindowInvalid'],
    [{ ageTo: 640 }, 'AgeWindowInvalid'],
  ])('with %o is refused: %s', (changed, code) =>
    programme.given().when(create(changed), rahma).thenRefuses(code),
  );
});

describe('registering a payer', () => {
  test('records the purse', () =>
    programme
      .given(...created)
      .when(payer(), rahma)
      .thenRecords({ type: 'PayerRegistered', data: { payerId: 'djs-jkm', fund: 'DJS JKM' } }));

  test('twice is once', () =>
    programme
      .given(...withPayer)
      .when(payer(), rahma)
      .thenNothing());

  test('with another account under the same id is refused', () =>
    programme
      .given(...withPayer)
      .when(payer({ fundingAccount: sealedField('account-2') }), rahma)
      .thenRefuses('PayerAlreadyRegistered'));

  test('of a programme that does not exist is refused', () =>
    programme.given().when(payer(), rahma).thenRefuses('ProgrammeUnknown'));

  test.each<[Partial<DataOf<'RegisterPayer'>>, string]>([
    [{ legalEntity: '' }, 'NameMissing'],
    [{ fund: '' }, 'NameMissing'],
    [{ legalBasis: '' }, 'LegalBasisMissing'],
    [{ to: localDate('2023-09-30') }, 'PeriodInvalid'],
  ])('with %o is refused: %s', (changed, code) =>
    programme
      .given(...created)
      .when(payer(changed), rahma)
      .thenRefuses(code),
  );
});

describe('proposing a mandate', () => {
  test('records who proposed it, the principal of a delegation too', () => {
    programme
      .given(...withPayer)
      .when(propose(), at(person('rahma', 'grant-mandate', 'dewi')))
      .thenRecords({ type: 'MandateProposed', data: { proposedBy: ['rahma', 'dewi'] } });
    expect(inForce(proposed, '2024-07-08')).toBeNull();
  });

  test('twice is once', () =>
    programme
      .given(...proposed)
      .when(propose(), yusuf)
      .thenNothing());

  test('with other words under the same id is refused', () =>
    programme
      .given(...proposed)
      .when(propose({ mode: 'DISBURSES' }), rahma)
      .thenRefuses('MandateAlreadyProposed'));

  test('for an unknown payer, or before it exists, is refused', () => {
    programme
      .given(...created)
      .when(propose(), rahma)
      .thenRefuses('PayerUnknown');
    programme
      .given(...withPayer)
      .when(propose({ from: localDate('2023-09-30') }), rahma)
      .thenRefuses('PayerNotValidThen');
    programme.given().when(propose(), rahma).thenRefuses('ProgrammeUnknown');
  });
});

describe('confirming a mandate', () => {
  test('by a second person puts it in force', () => {
    programme
      .given(...proposed)
      .when(confirm(), yusuf)
      .thenRecords({ type: 'MandateConfirmed', data: { confirmedBy: ['yusuf'] } });
    expect(inForce(confirmed, '2024-07-08')).toEqual({
      mandateId: 'm-1',
      payerId: 'djs-jkm',
      mode: 'TRACKS',
      programmeId: 'bontang',
    });
  });

  test('twice is once, whoever says it', () => {
    programme
      .given(...confirmed)
      .when(confirm(), yusuf)
      .thenNothing();
    programme
      .given(...confirmed)
      .when(confirm(), rahma)
      .thenNothing();
  });

  test('by the proposer is refused, also through a delegation on either side', () => {
    const code = 'SamePersonProposedMandate';
    programme
      .given(...proposed)
      .when(confirm(), rahma)
      .thenRefuses(code);
    const forRahma = at(person('eko', 'grant-mandate', 'rahma'));
    programme
      .given(...proposed)
      .when(confirm(), forRahma)
      .thenRefuses(code);
    const forDewi = at(person('rahma', 'grant-mandate', 'dewi'));
    const lent = programme.after([create(), rahma], [payer(), rahma], [propose(), forDewi]);
    const dewi = at(person('dewi', 'grant-mandate'));
    programme
      .given(...lent)
      .when(confirm(), dewi)
      .thenRefuses(code);
  });

  test('that nobody proposed is refused', () => {
    programme
      .given(...withPayer)
      .when(confirm(), yusuf)
      .thenRefuses('MandateUnknown');
    programme.given().when(confirm(), yusuf).thenRefuses('ProgrammeUnknown');
  });
});

describe('the mandate in force', () => {
  const disburses = propose({ mandateId: 'm-2', mode: 'DISBURSES', from: localDate('2025-01-01') });
  const changedOver = programme.after(
    [create(), rahma],
    [payer(), rahma],
    [propose(), rahma],
    [disburses, rahma],
    [confirm('m-2'), yusuf],
    [confirm('m-1'), yusuf],
  );

  test('is the one that began last, whatever the order of confirmation', () => {
    expect(inForce(changedOver, '2023-10-05')).toBeNull();
    expect(inForce(changedOver, '2023-10-06')?.mode).toBe('TRACKS');
    expect(inForce(changedOver, '2024-12-31')?.mode).toBe('TRACKS');
    expect(inForce(changedOver, '2025-01-01')?.mode).toBe('DISBURSES');
  });

  test('of two that begin on one day, is the one confirmed last', () => {
    const past = programme.after(
      [create(), rahma],
      [payer(), rahma],
      [propose(), rahma],
      [propose({ mandateId: 'm-2', mode: 'DISBURSES' }), rahma],
      [confirm('m-2'), yusuf],
      [confirm('m-1'), yusuf],
    );
    expect(inForce(past, '2024-07-08')?.mandateId).toBe('m-1');
  });

  test('ends with its payer and never answers for another flow', () => {
    expect(inForce(changedOver, '2026-12-31')?.mode).toBe('DISBURSES');
    expect(inForce(changedOver, '2027-01-01')).toBeNull();
    const state = fold(programmeDecider, changedOver);
    for (const flow of ['CONTRIBUTION', 'LOCAL_AID'] as const)
      expect(mandateInForce(state, flow, localDate('2025-01-01'))).toBeNull();
  });
});
