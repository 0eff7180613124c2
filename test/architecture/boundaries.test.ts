// The table "who may import whom" of ARCHITECTURE.md, enforced on every import, and no cycles.
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const rooms = 'domain|workflows|activities|projections|infra|apps|bench|test';

const forbidden: IForbiddenRuleType[] = [
  {
    name: 'domain imports nothing from outside domain',
    severity: 'error',
    from: { path: '^domain/' },
    to: { pathNot: '^domain/' },
  },
  {
    name: 'workflows import @temporalio/workflow, types of domain and types of activities',
    severity: 'error',
    from: { path: '^workflows/' },
    to: { pathNot: '^(workflows|domain|activities)/|@temporalio/(workflow|common)' },
  },
  {
    name: 'workflows run no code of domain or activities: stage codes and types only',
    severity: 'error',
    from: { path: '^workflows/' },
    to: { path: '^(domain|activities)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'activities import domain, port types of infra, @temporalio/activity',
    severity: 'error',
    from: { path: '^activities/' },
    to: { pathNot: '^(activities|domain|infra)/|@temporalio/(activity|common)' },
  },
  {
    name: 'activities know ports of infra by type only',
    severity: 'error',
    from: { path: '^activities/' },
    to: { path: '^infra/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'projections import domain and infra/database (and port types)',
    severity: 'error',
    from: { path: '^projections/' },
    to: { path: '^(workflows|activities|apps|test|bench)/' },
  },
  {
    name: 'projections use no adapter of infra but the database',
    severity: 'error',
    from: { path: '^projections/' },
    to: { path: '^infra/(?!database/)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'infra imports domain and npm, never a room above it',
    severity: 'error',
    from: { path: '^infra/' },
    to: { path: '^(workflows|activities|projections|apps|test|bench)/' },
  },
  {
    name: 'nothing imports tests or benchmarks',
    severity: 'error',
    from: { pathNot: '^(test|bench)/' },
    to: { path: '^(test|bench)/' },
  },
  {
    name: "nothing imports a program's entry file",
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^apps/[^/]+/main\\.ts$' },
  },
  {
    name: 'figures are counted by code that reaches no story and no scenario',
    severity: 'error',
    from: { path: '^(projections/|apps/demo/programme-figures\\.ts$)' },
    to: { path: '^apps/demo/[^/]+/', reachable: true },
  },
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
];

test('every import obeys the table of rooms, and there are no cycles', async () => {
  const { output } = await cruise(
    rooms.split('|').filter((room) => room !== 'bench'),
    {
      ruleSet: { forbidden },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      exclude: { path: '^test/histories/.*\\.json$' },
    },
  );
  const { summary, modules } = output as ICruiseResult;
  const broken = summary.violations.map(
    (violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`,
  );
  expect(broken).toEqual([]);
  expect(modules.filter(({ source }) => source.startsWith('domain/')).length).toBeGreaterThan(10);
  const sources = modules.map(({ source }) => source);
  expect(sources).toContain('apps/demo/programme-figures.ts');
}, 60_000);
