// A version of the rule book meets open claims on a real PostgreSQL: pinned, migrated, or chosen by a person.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differing, recomputeClaims } from '../../activities/recompute.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { openClaimsUnder, rulesToCompare } from '../../activities/rule-diff.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { localDate } from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { OpenClaims, RuleBookCommand } from '../../domain/rule-book/events.ts';
import type { RowChange } from '../../domain/rule-book/row-change.ts';
import { RULESET_ID } from '../../domain/rules/law-versions.ts';
import { enrol } from './approved-claims.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import {
  approval,
  claimWish,
  envelope,
  foundOffice,
  must,
  type Office,
  reportDeath,
  type Send,
  verifyClaim,
} from './office-story.ts';

let engine: EngineFixture;
let office: Office;
let send: Send;
let claims: readonly string[];
let bookId: string;

const LAWYER = 'cabang-gita';
const HEAD = 'penetap-budi';
const stream = (id: string) => engine.ports.store.loadStream(id);
const version = (number: number): string => `${RULESET_ID}+${number}`;

const toBook = (command: RuleBookCommand, as: string) =>
  send(envelope('rule_book', bookId, { command, as }));

const propose = (idr: string) =>
  toBook(
    {
      type: 'ProposeRuleVersion',
      data: {
        basis: 'PP contoh 1/2026',
        rows: [
          {
            ...{ rule: 'M-03', from: localDate('2026-01-01'), law: null, confidence: 'V' },
            ...{ article: 'PP contoh 1/2026 Pasal 2', value: { idr } },
          },
        ],
      },
    },
    LAWYER,
  );

const activate = (number: number, openClaims: OpenClaims, as = HEAD) =>
  toBook({ type: 'ActivateRuleVersion', data: { rulesetId: version(number), openClaims } }, as);

const recommend = (claimId: string) =>
  send(
    claimWish(claimId, 'verifikator-ani', {
      type: 'RecommendClaim',
      data: { mandate: null, reason: 'lengkap' },
    }),
  );

const choose = (claimId: string, choice: 'PIN' | 'MIGRATE') =>
  send(
    claimWish(claimId, 'verifikator-ani', {
      type: 'ChooseRuleVersion',
      data: { choice, reason: 'surat Kanwil 12/2026', rules: null },
    }),
  );

const check = (claimId: string) =>
  send(claimWish(claimId, 'verifikator-ani', { type: 'CheckClaim', data: { cover: null } }));

const benefitsOf = async (claimId: string) => {
  const benefits = lastOf(await stream(claimId), 'BenefitsDetermined')?.data;
  return [benefits?.totalIdr, benefits?.rulesetId];
};

beforeAll(async () => {
  engine = await openEngineFixture();
  const { ports } = engine;
  send = createRecordDecision(ports);
  office = await foundOffice(send, ports);
  bookId = ports.ids.ruleBook();
  const workers = await enrol({ engine, send, office }, 3);
  claims = workers.map((workerId) => ports.ids.deathClaim(workerId));
  for (const workerId of workers) await must(send(await reportDeath(ports, workerId)));
  for (const claimId of claims.slice(0, 2)) await verifyClaim(send, ports, claimId);
}, 300_000);
afterAll(() => engine?.close());

test('before anybody activates it, the difference over open claims is shown', async () => {
  await must(propose('12000000'));
  const sets = await rulesToCompare(engine.ports, version(1));
  if (sets === null) throw new Error('no version');
  const under = await openClaimsUnder(engine.ports, sets.to);
  expect(under).toMatchObject({ open: 3 });
  expect(under.changed.map(({ before, after }) => [before?.totalIdr, after?.totalIdr])).toEqual(
    Array.from({ length: 3 }, () => ['42000000', '44000000']),
  );
});

test('an activation by another person stops every open claim that it changes, at once', async () => {
  expect(await activate(1, 'REVIEW', LAWYER)).toMatchObject({ code: 'SamePersonProposedRules' });
  await must(activate(1, 'REVIEW'));
  // No fact is on the claim yet: what holds follows from the log.
  expect(await send(approval(claims[0] ?? ''))).toMatchObject({ code: 'RulesUnderReview' });
});

test('each claim gets its own fact with its cause, once', async () => {
  await engine.activities.meetOpenClaims(bookId);
  await engine.activities.meetOpenClaims(bookId);
  const activated = lastOf(await stream(bookId), 'RuleVersionActivated')?.stored;
  for (const claimId of claims) {
    const facts = allOf(await stream(claimId), 'RuleVersionApplied');
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({
      treatment: 'REVIEW',
      cause: { streamId: bookId, position: activated?.position },
      before: { totalIdr: '42000000' },
      after: { totalIdr: '44000000' },
    });
  }
  expect(allOf(await stream(bookId), 'OpenClaimsMet')).toEqual([
    { rulesetId: version(1), open: 3, pinned: 0, migrated: 0, review: 3 },
  ]);
});

test('a person chooses: pinned it is paid by the former rules, migrated it is checked by the new', async () => {
  const [pinned = '', migrated = ''] = claims;
  await must(choose(pinned, 'PIN'));
  await must(send(approval(pinned)));
  expect(await benefitsOf(pinned)).toEqual(['42000000', RULESET_ID]);
  await must(choose(migrated, 'MIGRATE'));
  expect(await send(approval(migrated))).toMatchObject({ code: 'ClaimNotRecommended' });
  await must(check(migrated));
  expect(await benefitsOf(migrated)).toEqual(['44000000', version(1)]);
  await must(recommend(migrated));
});

test('the next version leaves decided claims alone, and pins those that are open', async () => {
  const [decided = '', open = '', waiting = ''] = claims;
  await must(propose('13000000'));
  await must(activate(2, 'PIN'));
  await engine.activities.meetOpenClaims(bookId);
  expect(allOf(await stream(decided), 'RuleVersionApplied').at(-1)).toMatchObject({
    to: version(1),
  });
  expect(allOf(await stream(open), 'RuleVersionApplied').at(-1)).toMatchObject({
    ...{ treatment: 'PINNED', from: version(1), to: version(2) },
  });
  const data = { totalIdr: '44000000' as RupiahText, cover: null };
  await must(send(claimWish(open, HEAD, { type: 'ApproveClaim', data })));
  expect(await benefitsOf(open)).toEqual(['44000000', version(1)]);
  // What still waits for a choice goes on waiting.
  await expect(verifyClaim(send, engine.ports, waiting)).rejects.toThrow('RulesUnderReview');
});

test('every decision is the same again by the rules that it used; one row altered names its users', async () => {
  const altered: RowChange = {
    ...{ rule: 'M-03', from: localDate('2019-12-02'), article: 'PP 82/2019' },
    ...{ law: 'L1', confidence: 'P', value: { idr: '9000000' } },
  };
  const benefits: string[] = [];
  let taken = 0;
  for await (const claim of recomputeClaims(engine.ports)) {
    expect(differing(claim)).toEqual([]);
    taken += claim.decisions.length;
  }
  for await (const claim of recomputeClaims(engine.ports, { altered }))
    for (const { type, position } of differing(claim))
      if (type === 'BenefitsDetermined') benefits.push(position);
  expect(taken).toBeGreaterThan(5);
  const all = (await Promise.all(claims.map(stream))).flat();
  // Rules of a later version that say it anew do not read the altered row.
  const byShipped = all.filter(
    ({ type, data }) =>
      type === 'BenefitsDetermined' && (data as { rulesetId?: string }).rulesetId === RULESET_ID,
  );
  expect(benefits).toEqual(expect.arrayContaining(byShipped.map(({ position }) => position)));
});
