// A row of a list of the dead and the members it may speak of: sure, unsure, nobody; and how often right.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { blindKeys } from '../../../domain/outreach/blind-keys.ts';
import {
  type DeadPerson,
  type MemberFacts,
  matchDeath,
} from '../../../domain/outreach/death-match.ts';
import { birthLikeness, nameLikeness } from '../../../domain/outreach/likeness.ts';
import { deathListOf, qualityOf, townOf } from './generated-deaths.ts';

const dead = (change: Partial<DeadPerson> = {}): DeadPerson => ({
  ...{ name: 'SITI AMINAH', birthDate: localDate('1979-03-21'), kelurahan: '64.74.02.1003' },
  ...{ hasNik: false, ...change },
});
const member = (change: Partial<MemberFacts> = {}): MemberFacts => ({
  ...{ workerId: 'siti', name: 'Siti Aminah', birthDate: localDate('1979-03-21') },
  ...{ kelurahan: '64.74.02.1003', byNik: false, ...change },
});

describe('a name', () => {
  test.each([
    ['H. Moh. Yusuf, S.Pd', 'MUHAMMAD JUSUP'],
    ['SOEKARNO', 'Sukarno'],
    ['AMINAH SITI', 'Siti Aminah'],
    ['Abdul Rahman', 'ABDURRAHMAN'],
    ['Suparman bin Ali', 'SUPARMAN'],
    ['Almh. Nurhayati', 'NUR HAYATI'],
  ])('%s is %s', (one, other) => expect(nameLikeness(one, other)).toBeGreaterThan(0.93));

  test.each([
    ['SITI AMINAH', 'SITI RAHMAH'],
    ['MUHAMMAD ALI', 'MUHAMMAD YUSUF'],
    ['BUDI', 'SLAMET'],
    ['', 'SITI'],
  ])('%s is not %s', (one, other) => expect(nameLikeness(one, other)).toBeLessThan(0.8));
});

describe('a birth date', () => {
  test('slips in the ways people slip', () => {
    const born = localDate('1979-03-11');
    const like = (other: string) => birthLikeness(localDate(other), born);
    expect(like('1979-03-11')).toBe(1);
    expect(like('1979-11-03')).toBeGreaterThan(0.7);
    expect(like('1979-03-12')).toBeGreaterThan(0.7);
    expect(like('1979-01-01')).toBeGreaterThan(0.5);
    expect(like('1981-07-29')).toBe(0);
  });
});

describe('a row', () => {
  test('with the NIK and the name of a member is that member', () =>
    expect(matchDeath(dead({ hasNik: true, birthDate: null }), [member({ byNik: true })])).toEqual({
      ...{ verdict: 'CERTAIN', by: 'NIK' },
      member: { workerId: 'siti', score: 660 },
    }));

  test('with the NIK of a member but another name waits for a person', () =>
    expect(
      matchDeath(dead({ hasNik: true }), [
        member({ byNik: true, name: 'Slamet Riyadi', birthDate: localDate('1979-03-12') }),
      ]).verdict,
    ).toBe('DOUBT'));

  test('with nothing but the NIK in common is no member: the number was mistyped', () =>
    expect(
      matchDeath(dead({ hasNik: true }), [
        member({ byNik: true, name: 'Joko', birthDate: localDate('1991-12-02') }),
      ]),
    ).toEqual({ verdict: 'NONE' }));

  test('with name and birth date of one member only is that member', () =>
    expect(matchDeath(dead(), [member()])).toMatchObject({ by: 'NAME_AND_BIRTH' }));

  test('that two members fit waits for a person, who sees both', () => {
    const match = matchDeath(dead(), [member(), member({ workerId: 'siti-2' })]);
    expect(match).toMatchObject({
      verdict: 'DOUBT',
      members: [{ workerId: 'siti' }, { workerId: 'siti-2' }],
    });
  });

  test('of another kelurahan, or with a NIK of its own, is never certain by name', () => {
    expect(matchDeath(dead({ kelurahan: '64.74.01.1001' }), [member()]).verdict).toBe('DOUBT');
    expect(matchDeath(dead({ hasNik: true }), [member()]).verdict).toBe('DOUBT');
  });

  test('without a candidate is a stranger', () =>
    expect(matchDeath(dead(), [])).toEqual({ verdict: 'NONE' }));
});

test('a mistyped name is still brought up by the day, a wrong day by the name', () => {
  const keys = blindKeys('SITI AMINAH', localDate('1979-03-21'));
  const shares = (name: string, birth: string) =>
    blindKeys(name, localDate(birth)).some((key) => keys.includes(key));
  expect(shares('SITI AMNAH', '1979-03-21')).toBe(true);
  expect(shares('Aminah Siti', '1979-12-03')).toBe(true);
  expect(shares('SITI AMINAH', '1980-03-21')).toBe(true);
  expect(shares('JOKO', '1979-04-21')).toBe(false);
});

test('of a made list nobody is declared dead wrongly, and 19 of 20 members are found', () => {
  const town = townOf(6_000, 7);
  const quality = qualityOf(town, deathListOf(town, 600, 11));
  expect(quality.members).toBeGreaterThan(200);
  expect(quality.certainRight).toBe(quality.certain);
  expect(quality.found / quality.members).toBeGreaterThan(0.95);
  expect(quality.foundCertain / quality.members).toBeGreaterThan(0.8);
});
