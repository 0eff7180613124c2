// People of the offices: registered once, appointed by others, delegated within what is held.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { actorDecider, actorStage } from '../../../domain/office/decider.ts';
import type { ActorCommand, ActorEvent } from '../../../domain/office/events.ts';
import { sealedField } from '../sealed-field.ts';
import { at, person, specify } from '../specification.ts';

const actor = specify(actorDecider);
const admin = at(person('admin-nur', 'administer'));

type DataOf<T extends ActorCommand['type']> = Extract<ActorCommand, { type: T }>['data'];

const register = (changed: Partial<DataOf<'RegisterActor'>> = {}): ActorCommand => ({
  type: 'RegisterActor',
  data: {
    actorId: 'ani',
    office: 'DISNAKER',
    name: sealedField('ani'),
    firstAdministrator: false,
    ...changed,
  },
});

const appoint = (changed: Partial<DataOf<'AppointRole'>> = {}): ActorCommand => ({
  type: 'AppointRole',
  data: {
    actorId: 'ani',
    act: 'recommend-claim',
    area: '64.74',
    from: localDate('2024-01-02'),
    to: null,
    letter: 'SK 800/1',
    ...changed,
  },
});

const delegate = (changed: Partial<DataOf<'DelegateRole'>> = {}): ActorCommand => ({
  type: 'DelegateRole',
  data: {
    actorId: 'ani',
    principalId: 'budi',
    act: 'approve-claim',
    area: '64.74',
    from: localDate('2024-07-01'),
    to: localDate('2024-07-14'),
    letter: 'ST 12/2024',
    principalHolds: true,
    ...changed,
  },
});

const end = (changed: Partial<DataOf<'EndRole'>> = {}): ActorCommand => ({
  type: 'EndRole',
  data: {
    actorId: 'ani',
    act: 'recommend-claim',
    on: localDate('2024-07-08'),
    reason: 'mutasi',
    ...changed,
  },
});

const registered = actor.after([register(), admin]);
const appointed = actor.after([register(), admin], [appoint(), admin]);
const stateAfter = (past: readonly ActorEvent[]) => fold(actorDecider, past);

describe('registering a person', () => {
  test('makes them known without any act', () => {
    actor.given().when(register(), admin).thenRecords({ type: 'ActorRegistered', data: {} });
    expect(actorStage(stateAfter([]))).toBe('UNKNOWN');
    expect(actorStage(stateAfter(registered))).toBe('REGISTERED');
    expect(stateAfter(registered).roles).toEqual([]);
  });

  test('twice is once', () =>
    actor
      .given(...registered)
      .when(register(), admin)
      .thenNothing());

  test('under an id that somebody has is refused', () => {
    const other = register({ office: 'BPKAD' });
    actor
      .given(...registered)
      .when(other, admin)
      .thenRefuses('ActorAlreadyRegistered');
    const namesake = register({ name: sealedField('other') });
    actor
      .given(...registered)
      .when(namesake, admin)
      .thenRefuses('ActorAlreadyRegistered');
  });

  test('as the engine itself is refused', () =>
    actor
      .given()
      .when(register({ office: 'SYSTEM' }), admin)
      .thenRefuses('SystemOfficeReserved'));
});

describe('the first administrator', () => {
  const appointment = {
    area: '64.74',
    from: localDate('2024-01-02'),
    to: null,
    letter: 'SK 800/0',
  };

  test('is registered and appointed in one decision', () =>
    actor
      .given()
      .when(register({ firstAdministrator: true, appointment }), admin)
      .thenRecords(
        { type: 'ActorRegistered', data: { actorId: 'ani' } },
        { type: 'RoleAppointed', data: { act: 'administer', area: '64.74', letter: 'SK 800/0' } },
      ));

  test('needs a letter like everybody', () => {
    actor
      .given()
      .when(register({ firstAdministrator: true }), admin)
      .thenRefuses('AppointmentMissing');
    const unsigned = { ...appointment, letter: ' ' };
    actor
      .given()
      .when(register({ firstAdministrator: true, appointment: unsigned }), admin)
      .thenRefuses('LetterMissing');
  });

  test('told twice is told once', () => {
    const wish = register({ firstAdministrator: true, appointment });
    actor
      .given(...actor.after([wish, admin]))
      .when(wish, admin)
      .thenNothing();
  });
});

describe('appointing', () => {
  test('gives an act in an area from a day on', () =>
    actor
      .given(...registered)
      .when(appoint(), admin)
      .thenRecords({
        type: 'RoleAppointed',
        data: { actorId: 'ani', act: 'recommend-claim', area: '64.74', from: '2024-01-02' },
      }));

  test('by the same letter again changes nothing', () =>
    actor
      .given(...appointed)
      .when(appoint(), admin)
      .thenNothing());

  test('an unknown person is refused', () =>
    actor.given().when(appoint(), admin).thenRefuses('ActorNotRegistered'));

  test('oneself is refused, also on behalf of somebody', () => {
    const ani = at(person('ani', 'administer'));
    actor
      .given(...registered)
      .when(appoint(), ani)
      .thenRefuses('SelfAppointment');
    const forAni = at(person('budi', 'administer', 'ani'));
    actor
      .given(...registered)
      .when(appoint(), forAni)
      .thenRefuses('SelfAppointment');
  });

  test.each<[Partial<DataOf<'AppointRole'>>, string]>([
    [{ act: 'follow-up' }, 'ActReservedForSystem'],
    [{ area: '64.7' }, 'AreaUnknown'],
    [{ area: '' }, 'AreaUnknown'],
    [{ letter: '' }, 'LetterMissing'],
    [{ to: localDate('2024-01-01') }, 'PeriodInvalid'],
  ])('with %o is refused: %s', (changed, code) =>
    actor
      .given(...registered)
      .when(appoint(changed), admin)
      .thenRefuses(code),
  );
});

describe('delegating', () => {
  test('lends an act for a time', () =>
    actor
      .given(...registered)
      .when(delegate(), admin)
      .thenRecords({
        type: 'RoleDelegated',
        data: { actorId: 'ani', principalId: 'budi', act: 'approve-claim', to: '2024-07-14' },
      }));

  test('keeps the collected fact out of the event', () => {
    const [, event] = actor.after([register(), admin], [delegate(), admin]);
    expect(event?.data).not.toHaveProperty('principalHolds');
  });

  test('by the same letter again changes nothing, even after the principal lost the act', () => {
    const past = actor.after([register(), admin], [delegate(), admin]);
    actor
      .given(...past)
      .when(delegate({ principalHolds: false }), admin)
      .thenNothing();
  });

  test('what the principal does not hold is refused', () =>
    actor
      .given(...registered)
      .when(delegate({ principalHolds: false }), admin)
      .thenRefuses('PrincipalDoesNotHoldAct', { act: 'approve-claim' }));

  test('to oneself is refused, whoever writes the letter down', () => {
    actor
      .given(...registered)
      .when(delegate({ principalId: 'ani' }), admin)
      .thenRefuses('SelfDelegation');
    const ani = at(person('ani', 'administer'));
    actor
      .given(...registered)
      .when(delegate(), ani)
      .thenRefuses('SelfDelegation');
  });

  test('to an unknown person is refused', () =>
    actor.given().when(delegate(), admin).thenRefuses('ActorNotRegistered'));

  test('the engine’s own act is refused', () =>
    actor
      .given(...registered)
      .when(delegate({ act: 'follow-up' }), admin)
      .thenRefuses('ActReservedForSystem'));
});

describe('ending', () => {
  test('takes the act away from that day on', () => {
    actor
      .given(...appointed)
      .when(end(), admin)
      .thenRecords({ type: 'RoleEnded', data: { act: 'recommend-claim', on: '2024-07-08' } });
    expect(stateAfter(appointed).roles[0]?.to).toBeNull();
    const ended = actor.after([register(), admin], [appoint(), admin], [end(), admin]);
    expect(stateAfter(ended).roles[0]?.to).toBe('2024-07-07');
  });

  test('twice is once', () => {
    const past = actor.after([register(), admin], [appoint(), admin], [end(), admin]);
    actor
      .given(...past)
      .when(end(), admin)
      .thenNothing();
  });

  test('an act that is not held is refused', () =>
    actor
      .given(...appointed)
      .when(end({ act: 'approve-claim' }), admin)
      .thenRefuses('ActNotHeld', { act: 'approve-claim' }));

  test('without a reason, or of an unknown person, is refused', () => {
    actor
      .given(...appointed)
      .when(end({ reason: ' ' }), admin)
      .thenRefuses('ReasonMissing');
    actor.given().when(end(), admin).thenRefuses('ActorNotRegistered');
  });

  test('leaves other acts and later letters alone', () => {
    const past = actor.after(
      [register(), admin],
      [appoint(), admin],
      [appoint({ act: 'audit' }), admin],
      [end(), admin],
      [appoint({ from: localDate('2025-01-02'), letter: 'SK 800/9' }), admin],
    );
    expect(stateAfter(past).roles.map(({ act, to }) => [act, to])).toEqual([
      ['recommend-claim', '2024-07-07'],
      ['audit', null],
      ['recommend-claim', null],
    ]);
  });
});
