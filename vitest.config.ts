// Rules without services, replay of histories, parts on real services, journeys on a whole stack.
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const SERVICES = [
  'test/{activities,projections,second-calculator}/**/*.test.ts',
  'test/infra/{bank,cards,config,database,documents,event-store,ids,keys,reports}/**/*.test.ts',
  'test/infra/{rosters,seals,telemetry}/**/*.test.ts',
  'test/apps/{cli,gateway}/**/*.test.ts',
];
/** On a server that flushes to disk, as an office's does; the others need not. */
const RACES = [
  'test/infra/event-store/{race,group-race,safe-read}.test.ts',
  'test/infra/local/postgres.test.ts',
];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'domain',
          isolate: false,
          include: ['test/{domain,architecture,golden}/**/*.test.ts'],
          // Only a failure waits this long: a slow machine must not look like one.
          testTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'histories',
          include: ['test/histories/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Readers race with writers: another test on the same server would be part of the race.
        test: {
          name: 'races',
          include: RACES,
          globalSetup: ['test/support/services.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // They start servers or programs; what a file starts it stops, and what it loads may stay loaded.
        test: {
          name: 'programs',
          isolate: false,
          include: ['test/{infra,workflows,apps}/**/*.test.ts'],
          exclude: [...RACES, ...SERVICES],
          globalSetup: ['test/support/services.ts'],
          pool: 'forks',
          // Two at a time: most of them wait for servers, and each has databases and ports of its own.
          maxWorkers: 2,
          // Only a failure waits this long: a slow machine must not look like one.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        // Each file has a database of its own on one server, and what it loads may stay loaded.
        test: {
          name: 'services',
          isolate: false,
          include: SERVICES,
          exclude: RACES,
          globalSetup: ['test/support/services.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'journeys',
          isolate: false,
          include: ['test/journeys/**/*.test.ts'],
          exclude: ['test/journeys/outage*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 5 },
        },
      },
      {
        // Kills every process on purpose, each at a seeded moment and at its named point.
        test: {
          name: 'outages',
          isolate: false,
          include: ['test/journeys/outage*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 6 },
        },
      },
    ],
  },
});
