// Compares a list of the dead with the members: by NIK first, then by blind keys; opens candidates only.

import { isLocalDate } from '../../domain/calendar.ts';
import { blindKeys } from '../../domain/outreach/blind-keys.ts';
import {
  type DeathMatch,
  type MemberFacts,
  matchDeath,
} from '../../domain/outreach/death-match.ts';
import { isWithin } from '../../domain/region.ts';
import type { DeathRow } from '../../infra/rosters/deaths-csv.ts';
import { comparables, indexPersons, workersUnder } from '../../projections/person-index.ts';
import type { Session } from './session.ts';

type Parts = Pick<Session, 'db' | 'keys' | 'store'>;
export type MatchedRow = { readonly row: DeathRow; readonly match: DeathMatch };

const ROWS_AT_ONCE = 500;

type Candidates = {
  readonly row: DeathRow;
  readonly workerIds: readonly string[];
  readonly byNik: boolean;
};

/** Whose NIK it is; null: nobody's here, or the row has none. */
const byNik = async (
  { keys, store }: Parts,
  rows: readonly DeathRow[],
): Promise<readonly (string | undefined)[]> => {
  const hashes = rows.map(({ nik }) => keys.keyedHash('nik', nik ?? ''));
  const found = await store.findIdentities('nik', hashes);
  return rows.map(({ nik }, at) => (nik === null ? undefined : found[at]));
};

const keysOf = ({ name, birthDate }: DeathRow): readonly string[] =>
  birthDate === null ? [] : blindKeys(name, birthDate);

const candidatesOf = async (
  parts: Parts,
  rows: readonly DeathRow[],
): Promise<readonly Candidates[]> => {
  const owners = await byNik(parts, rows);
  const others = rows.filter((_, at) => owners[at] === undefined);
  const texts = [...new Set(others.flatMap(keysOf))];
  const under = texts.length === 0 ? new Map() : await workersUnder(parts.db, parts.keys, texts);
  return rows.map((row, at): Candidates => {
    const owner = owners[at];
    if (owner !== undefined) return { row, workerIds: [owner], byNik: true };
    const found = keysOf(row).flatMap((key): readonly string[] => under.get(key) ?? []);
    return { row, workerIds: [...new Set(found)], byNik: false };
  });
};

/** Of those who live in the area of the list; whoever's key was destroyed is nobody any more. */
const opened = async (
  { db, keys }: Parts,
  workerIds: readonly string[],
  area: string,
): Promise<ReadonlyMap<string, Omit<MemberFacts, 'byNik'>>> => {
  const members = (await comparables(db, workerIds)).filter(({ kelurahan }) =>
    isWithin(kelurahan, area),
  );
  const values = await keys.openMany(members.flatMap(({ name, birthDate }) => [name, birthDate]));
  const facts = members.flatMap(({ workerId, kelurahan }, at) => {
    const [name, birth] = [values[at * 2], values[at * 2 + 1]];
    if (name?.status !== 'opened' || birth?.status !== 'opened') return [];
    const birthDate = birth.value;
    if (!isLocalDate(birthDate)) return [];
    return [[workerId, { workerId, kelurahan, name: name.value, birthDate }] as const];
  });
  return new Map(facts);
};

const inChunk = async (
  parts: Parts,
  rows: readonly DeathRow[],
  area: string,
): Promise<readonly MatchedRow[]> => {
  const candidates = await candidatesOf(parts, rows);
  const ids = [...new Set(candidates.flatMap(({ workerIds }) => workerIds))];
  const members = await opened(parts, ids, area);
  return candidates.map(({ row, workerIds, byNik: isByNik }) => {
    const facts = workerIds.flatMap((id): MemberFacts[] => {
      const member = members.get(id);
      return member === undefined ? [] : [{ ...member, byNik: isByNik }];
    });
    return { row, match: matchDeath(row, facts) };
  });
};

export const matchDeathList = async (
  parts: Parts,
  rows: readonly DeathRow[],
  area: string,
): Promise<{ readonly matches: readonly MatchedRow[]; readonly indexed: number }> => {
  const indexed = await indexPersons(parts.db, parts.keys);
  const matches: MatchedRow[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    matches.push(...(await inChunk(parts, rows.slice(from, from + ROWS_AT_ONCE), area)));
  return { matches, indexed };
};
