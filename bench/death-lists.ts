// `node bench/death-lists.ts`: a list of 5,000 dead against 150,000 sealed members, as `outreach match` compares them.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { matchDeathList } from '../apps/cli/death-list-match.ts';
import { kyselyOver, openPools } from '../infra/database/connect.ts';
import { createPostgresEventStore } from '../infra/event-store/postgres-event-store.ts';
import { streamIds } from '../infra/ids/stream-ids.ts';
import { type LocalKeyService, openLocalKeyService } from '../infra/keys/local-key-service.ts';
import { loadMasterKey } from '../infra/keys/master-key.ts';
import type { DeathRow } from '../infra/rosters/deaths-csv.ts';
import { writeRows } from '../projections/keyed-table.ts';
import { memberFold } from '../projections/member-roster/member-row.ts';
import { personFold } from '../projections/member-roster/person-row.ts';
import type { ProjectionDb } from '../projections/projection.ts';
import { ensureReadModelTables } from '../projections/read-model-tables.ts';
import type { RecordedEvent } from '../projections/recorded-event.ts';
import { projections } from '../projections/registry.ts';
import { deathListOf, type Person, townOf } from '../test/domain/outreach/generated-deaths.ts';
import { progress } from './progress.ts';
import { openServices } from './services.ts';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '150000' },
    rows: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '7' },
  },
});
const [memberCount, rowCount, seed] = [values.members, values.rows, values.seed].map(Number);
const AREA = '64.74';
const AT_ONCE = 5_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;

type Parts = { readonly db: ProjectionDb; readonly keys: LocalKeyService; readonly owner: pg.Pool };

/** As the projector leaves them after a nomination: every personal field sealed by its person's key. */
const enrol = async ({ db, keys, owner }: Parts, town: readonly Person[], from: number) => {
  const part = town.slice(from, from + AT_ONCE);
  const field = (person: Person, name: string, value: string) => ({
    ...{ subject: person.workerId, field: `worker.${name}`, value },
    commandId: person.workerId,
  });
  const sealed = await keys.sealMany(
    part.flatMap((person) => [
      field(person, 'nik', person.nik),
      field(person, 'name', person.name),
      field(person, 'birthDate', person.birthDate),
    ]),
  );
  const events = part.map(({ workerId, kelurahan }, at) => {
    const [nik, name, birthDate] = sealed.slice(at * 3, at * 3 + 3);
    const list = { programmeId: 'p', trancheId: 't', rosterId: 'r', rosterRow: from + at };
    const rest = { kelurahan, neighbourhood: nik, occupation: 'FISHER', disability: nik };
    return {
      ...{ category: 'worker', type: 'WorkerNominated', version: 1, meta: { origin: 'live' } },
      ...{ position: String(from + at + 1), effectiveAt: '2026-01-05T00:00:00.000Z' },
      data: { workerId, ...list, ...rest, nik, name, birthDate },
    } as unknown as RecordedEvent;
  });
  const rowsOf = <Row>(fold: (row: undefined, event: RecordedEvent, key: string) => Row) =>
    events.map((event) => fold(undefined, event, '')).filter((row) => row !== undefined);
  await writeRows(db, memberFold.table, rowsOf(memberFold.fold));
  await writeRows(db, personFold.table, rowsOf(personFold.fold));
  await owner.query(
    `insert into es.identities (kind, keyed_hash, stream_id)
     select 'nik', * from unnest($1::bytea[], $2::uuid[])`,
    [
      part.map(({ nik }) => Buffer.from(keys.keyedHash('nik', nik))),
      part.map(({ workerId }) => workerId),
    ],
  );
};

const services = openServices();
try {
  const { ownerUrl, appUrl } = await services.database('deaths');
  await ensureReadModelTables(ownerUrl, projections);
  const pools = openPools({ url: appUrl, applicationName: 'death-lists', log: () => undefined });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const keys = await openLocalKeyService({
    ...{ pool: pools.app, master: loadMasterKey({ dataDir: services.folder }) },
  });
  const [db, store] = [kyselyOver(pools.app), createPostgresEventStore({ pools })];
  const town = townOf(memberCount ?? 0, seed ?? 0).map((person, at) => ({
    ...person,
    workerId: streamIds.rosterWorker('bench', at),
  }));
  for (let from = 0; from < town.length; from += AT_ONCE)
    await enrol({ db, keys, owner }, town, from);
  progress(`${town.length} members are there`);
  const list = deathListOf(town, rowCount ?? 0, (seed ?? 0) + 4);
  const rows: readonly DeathRow[] = list.map(({ truth: _, ...each }, at) => ({
    ...{ ...each, row: at + 1, hasNik: each.nik !== null, deathDate: each.birthDate },
  }));
  const firstAt = performance.now();
  const { indexed } = await matchDeathList({ db, keys, store }, rows.slice(0, 1), AREA);
  say(`first list after an enrolment: ${indexed} members indexed in ${seconds(firstAt)} s`);
  const startedAt = performance.now();
  const { matches } = await matchDeathList({ db, keys, store }, rows, AREA);
  say(`${rows.length} rows against ${town.length} members: ${seconds(startedAt)} s`);
  const count = { certain: 0, right: 0, doubts: 0, members: 0, found: 0 };
  for (const [at, { match }] of matches.entries()) {
    const truth = list[at]?.truth ?? null;
    if (truth !== null) count.members += 1;
    if (match.verdict === 'CERTAIN') {
      const isRight = match.member.workerId === truth;
      count.certain += 1;
      count.right += Number(isRight);
      count.found += Number(isRight);
    }
    if (match.verdict === 'DOUBT') {
      count.doubts += 1;
      count.found += Number(match.members.some(({ workerId }) => workerId === truth));
    }
  }
  const { certain, right, doubts, members, found } = count;
  say(`certain: ${certain}, precision ${share(right, certain)}, recall ${share(right, members)}`);
  say(`with the doubts (${doubts}) that a person decides: recall ${share(found, members)}`);
  say(`memory: ${Math.round(process.memoryUsage().rss / 1024 ** 2)} MB`);
  await pools.close();
  await owner.end();
  process.exitCode = right === certain ? 0 : 1;
} finally {
  await services.close();
}
