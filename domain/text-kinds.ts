// Which field of a command is a person's own words, which the number of a paper, which a code.
import type { TextKind } from './free-text.ts';

/** Numbers that an office, a bank or BPJS gave: as long as an account, yet nobody's. */
const NUMBERS: readonly string[] = [
  ...[
    'accountCode',
    'agenda',
    'agendaNumber',
    'bankReference',
    'budgetDocument',
    'code',
    'contact',
    'decisionReference',
  ],
  ...['decreeNumber', 'deliveryNote', 'document', 'letter', 'number', 'paymentCode'],
  ...['paymentReference', 'reference'],
];

/** Chosen from a list, made by a machine, or the account name of an officer. */
const CODES: readonly string[] = [
  ...['act', 'acts', 'accountIndex', 'actorId', 'against', 'area', 'asOf', 'assignee', 'authority'],
  ...[
    'bank',
    'basedOn',
    'benefit',
    'benefits',
    'bic',
    'by',
    'calendarVersion',
    'category',
    'cause',
    'channel',
  ],
  ...['column', 'conclusion', 'confidence', 'end', 'endToEndId', 'fields', 'flags', 'flow', 'form'],
  ...['from', 'gate', 'ground', 'handedness', 'kelurahan', 'keyedHash', 'kind', 'kinds', 'law'],
  ...[
    'lawVersion',
    'lineCodes',
    'malware',
    'method',
    'milestone',
    'mode',
    'month',
    'nonWorkingDays',
    'of',
  ],
  ...[
    'occupation',
    'office',
    'paper',
    'officer',
    'part',
    'result',
    'on',
    'openClaims',
    'outcome',
    'papers',
    'paidThrough',
    'position',
  ],
  ...['problem', 'reasonCode', 'receivedBy', 'recommendedBy', 'decidedBy', 'region', 'relation'],
  ...['requests', 'replaces', 'rule', 'scanner', 'severity', 'sha256', 'slot', 'stage', 'state'],
  ...['matchedBy', 'population', 'positions', 'root', 'source'],
  ...['step', 'through', 'throughMonth', 'time', 'to', 'treatment', 'type', 'unit', 'verdict'],
];

/** Ids, days, instants, sums and hashes say so in their names. */
const CODE_ENDINGS = /(?:Id|Ids|Idr|On|At|By|Date|Sha256|Hash|Version)$/;

/** Account names of officers; eighteen digits are a civil servant's number (NIP). */
const OFFICERS: readonly string[] = [
  'officer',
  ...['actorId', 'assignee', 'by', 'decidedBy', 'from', 'principalId', 'recommendedBy', 'to'],
];
const LIKE_AN_ACCOUNT = /^\d{10,17}$/;

const isCode = (field: string, text: string): boolean => {
  if (!CODES.includes(field) && !CODE_ENDINGS.test(field)) return false;
  return !/\s/.test(text) && !(OFFICERS.includes(field) && LIKE_AN_ACCOUNT.test(text));
};

/**
 * A field that nobody classed is prose: it is guarded the most. So is a code with a blank in it, and
 * an account name that could be an account.
 */
export const textKindOf = (field: string, text: string): TextKind => {
  if (NUMBERS.includes(field)) return 'NUMBER';
  return isCode(field, text.trim()) ? 'CODE' : 'PROSE';
};
