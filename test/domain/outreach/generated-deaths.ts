// Members and a death list about some of them, made from a seed: typos, swapped words, wrong days.
import { addDays, type LocalDate, localDate } from '../../../domain/calendar.ts';
import { blindKeys } from '../../../domain/outreach/blind-keys.ts';
import {
  type DeadPerson,
  type MemberFacts,
  matchDeath,
} from '../../../domain/outreach/death-match.ts';

export type Person = {
  readonly workerId: string;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly kelurahan: string;
};

export type DeathRow = {
  readonly nik: string | null;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly kelurahan: string | null;
  /** Whom it truly speaks of; null: a stranger. */
  readonly truth: string | null;
};

/** xorshift32: the same seed is the same town, on every machine. */
const drawing = (seed: number) => {
  let state = seed | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { next, below, pick: <T>(of: readonly T[]): T => of[below(of.length)] as T };
};
type Draw = ReturnType<typeof drawing>;

const FIRST = (
  'MUHAMMAD AHMAD ABDUL SITI NUR SRI AGUS BAMBANG BUDI DEDI DEWI EKO ENDANG FITRI HADI HASAN HENDRA ' +
  'HERI INDAH IRWAN JOKO JUMADI KARTINI KASMAN LINA MARDI MARIA MARYAM MISRAN MULYADI NANI NINGSIH ' +
  'NURHAYATI PARDI RAHMAT RATNA RIDWAN RINA RUDI RUSDI SALMAH SAMSUL SARI SLAMET SOLEH SUGENG SUHARTI ' +
  'SUPRI SURYANI SUTRISNO SYAHRUL TITIK TRI UMAR USMAN WAHYU WATI YANTI YUSUF ZAINAL ZUBAIDAH'
).split(' ');
const LAST = (
  'ABDULLAH ADI ALAMSYAH AMINAH ANSHARI ARIFIN ASTUTI AZIS BAHRI BASRI DARMAWAN EFENDI FADILAH FAUZI ' +
  'GUNAWAN HAKIM HALIM HAMZAH HANDAYANI HARAHAP HARTONO HASANAH HIDAYAT IBRAHIM ISMAIL JAMALUDDIN ' +
  'KADIR KURNIAWAN LESTARI LUBIS MAHMUD MANSYUR MAULANA MUSTAFA NASUTION NUGROHO PERMANA PRASETYO ' +
  'PURNOMO RAHAYU RAHMAN RASYID ROHANI SAFITRI SANTOSO SAPUTRA SETIAWAN SIREGAR SULAIMAN SUSANTI ' +
  'SUSANTO SYARIF TAHIR UTAMI WAHAB WIBOWO WIDODO WIJAYA YULIANA YUNUS ZAINUDDIN'
).split(' ');

const KELURAHAN = Array.from({ length: 15 }, (_, at) => `64.74.0${1 + (at % 3)}.10${10 + at}`);
const FIRST_BIRTH = localDate('1960-01-01');
const BIRTH_DAYS = 45 * 365;

/** Half have three words; every tenth name comes from a few dozen only, as in life. */
const drawName = (draw: Draw): string => {
  if (draw.next() < 0.1) return `${draw.pick(FIRST.slice(0, 6))} ${draw.pick(LAST.slice(0, 6))}`;
  const middle = draw.next() < 0.5 ? ` ${draw.pick(FIRST)}` : '';
  return `${draw.pick(FIRST)}${middle} ${draw.pick(LAST)}`;
};

const drawPerson = (draw: Draw, at: number): Person => {
  const birthDate = addDays(FIRST_BIRTH, draw.below(BIRTH_DAYS));
  const [year, month, day] = [birthDate.slice(2, 4), birthDate.slice(5, 7), birthDate.slice(8)];
  const sequence = String(at % 10_000).padStart(4, '0');
  const district = String(1 + Math.floor(at / 10_000)).padStart(2, '0');
  return {
    ...{ workerId: `worker-${at}`, nik: `6474${district}${day}${month}${year}${sequence}` },
    ...{ name: drawName(draw), birthDate, kelurahan: draw.pick(KELURAHAN) },
  };
};

export const townOf = (members: number, seed: number): readonly Person[] => {
  const draw = drawing(seed);
  return Array.from({ length: members }, (_, at) => drawPerson(draw, at));
};

const LETTERS = 'AEIOUNRSTL';

const mistyped = (name: string, draw: Draw): string => {
  const at = 1 + draw.below(name.length - 2);
  const kind = draw.below(4);
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1);
  if (kind === 1) return name.slice(0, at) + draw.pick([...LETTERS]) + name.slice(at);
  if (kind === 2) return name.slice(0, at) + draw.pick([...LETTERS]) + name.slice(at + 1);
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
};

const OLD: readonly (readonly [RegExp, string])[] = [
  [/U/g, 'OE'],
  [/^MUHAMMAD/, 'M.'],
  [/Y/g, 'J'],
  [/^ABDUL /, 'ABD. '],
  [/SY/g, 'SJ'],
];

const slippedName = (name: string, draw: Draw): string => {
  const [kind, words] = [draw.next(), name.split(' ')];
  if (kind < 0.5) return name;
  if (kind < 0.68) return mistyped(name, draw);
  if (kind < 0.78) return [...words].reverse().join(' ');
  if (kind < 0.86) return `H. ${name}, S.Pd`;
  if (kind < 0.93) return name.replace(...(draw.pick(OLD) as [RegExp, string]));
  return words.length > 2 ? words.filter((_, at) => at !== 1).join(' ') : `${name} BIN ABBAS`;
};

const slippedBirth = (birth: LocalDate, draw: Draw): LocalDate => {
  const [kind, [year, month, day]] = [draw.next(), birth.split('-')];
  if (kind < 0.84 || year === undefined) return birth;
  if (kind < 0.9 && Number(day) <= 12) return localDate(`${year}-${day}-${month}`);
  if (kind < 0.95) return localDate(`${Number(year) + (draw.next() < 0.5 ? 1 : -1)}-${month}-15`);
  return localDate(`${year}-01-01`);
};

/** Two of five rows speak of members; three of five of those name the NIK, a few with a slip. */
export const deathListOf = (
  town: readonly Person[],
  rows: number,
  seed: number,
): readonly DeathRow[] => {
  const draw = drawing(seed);
  return Array.from({ length: rows }, (_, at) => {
    const isMember = draw.next() < 0.4;
    // A town's dead come from the same names and years as its members.
    const person = isMember ? draw.pick(town) : drawPerson(draw, town.length + at);
    const withNik = draw.next() < 0.6;
    const nik = draw.next() < 0.04 ? `${person.nik.slice(0, 14)}99` : person.nik;
    return {
      ...{ nik: withNik ? nik : null, name: slippedName(person.name, draw) },
      birthDate: slippedBirth(person.birthDate, draw),
      kelurahan: draw.next() < 0.8 ? person.kelurahan : null,
      truth: isMember ? person.workerId : null,
    };
  });
};

/** The register as the product holds it: by NIK and by blind key. */
export const registerOf = (town: readonly Person[]) => {
  const byNik = new Map(town.map((person) => [person.nik, person]));
  const byKey = new Map<string, Person[]>();
  for (const person of town)
    for (const key of blindKeys(person.name, person.birthDate)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [person]);
      else known.push(person);
    }
  return { byNik, byKey };
};

const factsOf = ({ nik: _, ...person }: Person, byNik: boolean): MemberFacts => ({
  ...person,
  byNik,
});

export const matchRow = (register: ReturnType<typeof registerOf>, row: DeathRow) => {
  const { nik, name, birthDate, kelurahan } = row;
  const dead: DeadPerson = { name, birthDate, kelurahan, hasNik: nik !== null };
  const own = nik === null ? undefined : register.byNik.get(nik);
  if (own !== undefined) return matchDeath(dead, [factsOf(own, true)]);
  const found = blindKeys(name, birthDate).flatMap((key) => register.byKey.get(key) ?? []);
  return matchDeath(
    dead,
    [...new Set(found)].map((person) => factsOf(person, false)),
  );
};

export type Quality = {
  readonly certain: number;
  readonly certainRight: number;
  readonly doubts: number;
  readonly members: number;
  readonly found: number;
  readonly foundCertain: number;
};

export const qualityOf = (town: readonly Person[], list: readonly DeathRow[]): Quality => {
  const register = registerOf(town);
  const count = { certain: 0, certainRight: 0, doubts: 0, members: 0, found: 0, foundCertain: 0 };
  for (const row of list) {
    const match = matchRow(register, row);
    if (row.truth !== null) count.members += 1;
    if (match.verdict === 'CERTAIN') {
      count.certain += 1;
      const isRight = match.member.workerId === row.truth;
      count.certainRight += Number(isRight);
      count.found += Number(isRight);
      count.foundCertain += Number(isRight);
    }
    if (match.verdict === 'DOUBT') {
      count.doubts += 1;
      count.found += Number(match.members.some(({ workerId }) => workerId === row.truth));
    }
  }
  return count;
};
