import {
  coverageStates,
  lateParties,
  paperKinds,
  reportChannels,
  reporterRelations,
} from './claim-words.ts';
import { batchSteps, type Words } from './code-words.ts';
import { reasonWords, startsWords, wasWithName } from './event-part-words.ts';
import { reportKinds } from './incident-phrases.ts';
import type { Text } from './text.ts';
import { gateBases, gateWholes } from './tranche-words.ts';

/** A field of the data; where it is a code, its words; its name, where it means another thing here. */
export type Part = readonly [path: string, words?: Words, name?: Text];

/** The name of the event says it all. */
export const nothingMoreParts: readonly Part[] = [];

export const reasonPart: Part = ['reason', reasonWords];
export const kindPart: Part = ['kind', paperKinds];
export const amountPart: Part = ['amountIdr'];
export const attemptPart: Part = ['endToEndId'];
export const reportParts: readonly Part[] = [
  ['deathDate'],
  ['channel', reportChannels],
  ['relation', reporterRelations],
  ['workAccidentSuspected'],
];
export const coverParts: readonly Part[] = [
  ['before.state', coverageStates],
  ['now.state', coverageStates],
];

export const fromPart: Part = ['from'];
export const toPart: Part = ['to', {}, ['sampai', 'until']];
export const letterPart: Part = ['letter'];
export const runPart: Part = ['runId'];
export const tooLatePart: Part = ['late', {}, ['melewati tenggat', 'after its time']];
export const lateAtPart: Part = ['late', lateParties, ['terlambat pada', 'late at']];
export const beforeWithPart: Part = ['before', {}, wasWithName];
export const fromRulesPart: Part = ['from', {}, ['aturan semula', 'rules before']];
export const toRulesPart: Part = ['to', {}, ['aturan baru', 'new rules']];

export const slotParts: readonly Part[] = [
  ['scheduledAt'],
  ['cause', startsWords, ['dimulai oleh', 'begun by']],
];
export const gateRuleParts: readonly Part[] = [
  ['sharePercent'],
  ['of', gateWholes, ['dari', 'of']],
  ['basis', gateBases, ['yang dihitung', 'what counts']],
];
/** The work on a list, stopped, going on or ended by a person. */
export const steeredParts: readonly Part[] = [
  ['step', batchSteps],
  ['done'],
  ['skipped'],
  ['left'],
  reasonPart,
];
export const incidentParts: readonly Part[] = [
  ['kind', reportKinds, ['kejadian', 'event']],
  ['eventDate'],
  ['channel', reportChannels],
  ['relation', reporterRelations],
  tooLatePart,
];
