// Reading claims over the API: the queue of one's area, one claim, what can be done, its history.
import { z } from 'zod';
import { officeDay } from '../../../domain/calendar.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { sightOf } from '../../../domain/office/visibility.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import type { ClaimDue } from '../../../projections/claim-queue/claim-due.ts';
import { type ClaimListItem, claimInQueue, listClaims } from '../../../projections/claim-queue.ts';
import { isCursor } from '../../../projections/page.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { claimStages, documentKinds, openTasks, waitingFor } from '../../copy/claim-words.ts';
import { codesOf, offices, type Words as WordsOf } from '../../copy/code-words.ts';
import { claimKinds } from '../../copy/incident-phrases.ts';
import { claimDues } from '../../copy/queue-words.ts';
import { caseActs } from '../cases/case-acts.ts';
import { readableCase } from '../cases/readable-case.ts';
import { workerNames } from '../cases/worker-names.ts';
import type { Visit } from '../house.ts';
import { notFoundProblem } from '../not-found.ts';
import { listWishOf, PRESETS } from '../screens/queue/queue-wish.ts';
import { defineOperation, type Operation } from './operation.ts';
import { Coded, Day, Id, Instant, PageQuery, pageOf, Rupiah, Words, wordsOf } from './schemas.ts';

const Due = z
  .object({
    what: Coded,
    on: Day,
    workingDaysLeft: z.number().int().nullable(),
    passed: z.boolean(),
  })
  .meta({ id: 'Due' });

const ClaimItem = z
  .object({
    claimId: Id,
    workerId: Id,
    kind: Coded,
    stage: Coded,
    waitingFor: Coded,
    openTask: Coded.nullable(),
    name: z.string().nullable().describe('Initials where the office sees no names.'),
    kelurahan: z.string().nullable(),
    eventDate: Day,
    reportedAt: Instant,
    missingDocuments: z.array(Coded),
    due: Due.nullable(),
    amountIdr: Rupiah.nullable().describe('Null where none was computed, or not for the office.'),
    assignedTo: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'ClaimItem' });

const coded = (words: WordsOf, code: string) => ({
  code,
  words: wordsOf(words[code] ?? [code, code]),
});

const dueOf = ({ code, dueOn, workingDaysLeft, state }: ClaimDue) => ({
  what: coded(claimDues, code),
  ...{ on: dueOn, workingDaysLeft, passed: state === 'PASSED' },
});

/** What this office may see of a claim of the queue; every answer of the API passes here. */
const itemOf = (
  { visitor }: Visit,
  row: ClaimListItem,
  name: string | undefined,
): z.input<typeof ClaimItem> => ({
  claimId: row.claimId,
  workerId: row.workerId,
  kind: coded(claimKinds, row.kind),
  stage: coded(claimStages, row.stage),
  waitingFor: coded(waitingFor, row.waitingFor),
  openTask: row.openTask === null ? null : coded(openTasks, row.openTask),
  name: name ?? null,
  kelurahan: row.kelurahan,
  eventDate: row.eventDate,
  reportedAt: row.reportedAt,
  missingDocuments: row.missingDocuments.map((kind) => coded(documentKinds, kind)),
  due: row.due === null ? null : dueOf(row.due),
  amountIdr:
    sightOf(visitor.office, 'MONEY') === 'NONE' ? null : (row.decidedIdr ?? row.totalIdr ?? null),
  assignedTo: row.assignedTo,
  version: row.version,
});

const itemsOf = async (visit: Visit, rows: readonly ClaimListItem[]) => {
  const names = await workerNames(visit.desk, visit.visitor, rows);
  return rows.map((row) => itemOf(visit, row, names.get(row.workerId)));
};

const listOperation = defineOperation({
  method: 'get',
  path: '/v1/claims',
  name: 'listClaims',
  group: 'claims',
  summary: ['Antrean klaim di wilayah Anda', 'The queue of claims in your area'],
  query: PageQuery.extend({
    preset: z.enum(PRESETS).default('open'),
    kelurahan: z
      .string()
      .regex(/^\d\d(\.\d\d){0,2}(\.\d{4})?$/)
      .optional(),
    stage: z.enum(codesOf(claimStages) as [string, ...string[]]).optional(),
  }),
  answer: pageOf(ClaimItem),
  async handle({ visit, query: { preset, kelurahan, stage, cursor, limit } }) {
    const wish = await listWishOf(visit, {
      ...{ preset, kelurahan },
      stage: codesOf(claimStages).find((one) => one === stage),
      cursor: cursor !== undefined && isCursor(cursor) ? cursor : undefined,
    });
    const { rows, nextCursor } = await listClaims(visit.desk.db, { ...wish, limit });
    return { body: { items: await itemsOf(visit, rows), nextCursor } };
  },
});

const rowOf = async (visit: Visit, claimId: string): Promise<ClaimListItem | undefined> => {
  if ((await readableCase(visit.desk, claimId)) === undefined) return undefined;
  const { desk } = visit;
  const office = { today: officeDay(desk.now()), calendar: NATIONAL_HOLIDAYS };
  return claimInQueue(desk.db, claimId, office);
};

const showOperation = defineOperation({
  method: 'get',
  path: '/v1/claims/{id}',
  name: 'getClaim',
  group: 'claims',
  summary: ['Satu klaim', 'One claim'],
  answer: ClaimItem,
  hasVersion: true,
  async handle({ visit, id }) {
    const row = await rowOf(visit, id);
    if (row === undefined) return { problem: notFoundProblem };
    const [body] = await itemsOf(visit, [row]);
    return { body, version: row.version };
  },
});

const Possibility = z
  .object({
    command: z.string(),
    act: z.string().describe('The permission it needs.'),
    answer: z.enum(['POSSIBLE', 'ALREADY_SO', 'REFUSED']),
    code: z.string().nullable().describe('What it would be refused with.'),
    why: Words.nullable(),
  })
  .meta({ id: 'Possibility' });

const actsOperation = defineOperation({
  method: 'get',
  path: '/v1/claims/{id}/acts',
  name: 'listClaimActs',
  group: 'claims',
  summary: [
    'Yang dapat Anda lakukan sekarang, dan alasan untuk yang tidak',
    'What you can do now, and why not the rest',
  ],
  answer: z.object({ stage: Coded, acts: z.array(Possibility) }),
  async handle({ visit, id }) {
    const found = await readableCase(visit.desk, id);
    if (found === undefined) return { problem: notFoundProblem };
    const acts = await caseActs(visit.desk, id);
    return {
      body: {
        stage: coded(claimStages, claimStage(found.file.facts)),
        acts: acts.map(({ command, act, answer, code, facts }) => {
          const refused = { status: 'refused', code: code ?? '', facts } as const;
          const why =
            code === null
              ? null
              : { id: refusalText(refused, 'id'), en: refusalText(refused, 'en') };
          return { command, act, answer, code, why };
        }),
      },
    };
  },
});

const HistoryEntry = z
  .object({
    type: z.string(),
    at: Instant,
    by: z.string(),
    office: Coded,
    onBehalfOf: z.string().nullable(),
    reason: z.string().nullable(),
    version: z.number().int(),
    position: z.string(),
  })
  .meta({ id: 'HistoryEntry' });

const historyOperation = defineOperation({
  method: 'get',
  path: '/v1/claims/{id}/history',
  name: 'listClaimHistory',
  group: 'claims',
  summary: ['Siapa mencatat apa, kapan', 'Who recorded what, and when'],
  answer: z.object({ items: z.array(HistoryEntry) }),
  async handle({ visit, id }) {
    const found = await readableCase(visit.desk, id);
    if (found === undefined) return { problem: notFoundProblem };
    const items = found.file.contents.acts.map(({ type, by, at, reason, version, position }) => ({
      ...{ type, at, by: by.id, office: coded(offices, by.office) },
      onBehalfOf: by.onBehalfOf ?? null,
      ...{ reason, version, position },
    }));
    return { body: { items } };
  },
});

export const claimOperations: readonly Operation[] = [
  listOperation,
  showOperation,
  actsOperation,
  historyOperation,
];
