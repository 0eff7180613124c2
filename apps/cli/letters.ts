// The letters that a claim gives rise to, put together from its file; unsigned ones are drafts (KONSEP).
import {
  LETTER_KINDS,
  type Letterhead,
  type LetterKind,
} from '../../domain/letter/letter-events.ts';
import type { ClaimFile } from '../../projections/claim-file.ts';
import { lineName } from '../copy/benefits.ts';
import { documentForms, documentKinds } from '../copy/claim-words.ts';
import { offices, wordOf } from '../copy/code-words.ts';
import { formatInstant, formatLongDay, formatRupiah, type Language } from '../copy/format.ts';
import { hospitalPhrases } from '../copy/hospital-phrases.ts';
import { letterKinds, letterPhrases as phrases } from '../copy/letter-phrases.ts';
import { say } from '../copy/text.ts';
import { routingLines } from './routing-lines.ts';

type Body = (file: ClaimFile, language: Language) => readonly string[] | null;

const receipt: Body = ({ contents }, language) => {
  const kept = contents.documents.filter(
    ({ state, form }) => state === 'RECEIVED' && form !== null,
  );
  if (kept.length === 0 && contents.objections.length === 0) return null;
  return [
    ...kept.map(({ kind, form, receivedAt }) =>
      say(language, phrases.received, {
        kind: wordOf(documentKinds, kind, language),
        day: formatInstant(receivedAt, language),
        form: form === null ? '-' : wordOf(documentForms, form, language),
      }),
    ),
    ...contents.objections.map(({ at }) =>
      say(language, phrases.receivedObjection, { day: formatInstant(at, language) }),
    ),
  ];
};

const neededLine = ({ missingDocuments }: ClaimFile, language: Language): string =>
  missingDocuments.length === 0
    ? say(language, phrases.noNeeded)
    : say(language, phrases.needed, {
        kinds: missingDocuments.map((kind) => wordOf(documentKinds, kind, language)).join(', '),
      });

const returned: Body = (file, language) => {
  const back = file.contents.documents.filter(({ state }) => state === 'RETURNED');
  if (back.length === 0) return null;
  return [
    ...back.map(({ kind, returnReason }) =>
      say(language, phrases.returned, {
        kind: wordOf(documentKinds, kind, language),
        reason: returnReason ?? '-',
      }),
    ),
    neededLine(file, language),
    say(language, phrases.waits),
  ];
};

const WAITS_FOR_FAMILY: readonly ClaimFile['stage'][] = [
  'REPORTED',
  'PAPERS_INCOMPLETE',
  'PAPERS_RETURNED',
  'CHECKED',
];

const invitation: Body = (file, language) => {
  if (!WAITS_FOR_FAMILY.includes(file.stage)) return null;
  return [say(language, phrases.invited), neededLine(file, language)];
};

const determination: Body = ({ contents }, language) => {
  const decided = contents.decisions.findLast(
    ({ outcome }) => outcome === 'APPROVED' || outcome === 'DETERMINED_BY_BRANCH',
  );
  if (decided === undefined) return null;
  const { determination: branch, totalIdr } = decided;
  const isWhole = contents.benefits?.totalIdr === totalIdr;
  return [
    branch === null
      ? say(language, phrases.total, { amount: formatRupiah(totalIdr, language) })
      : say(language, phrases.trackedTotal, {
          reference: branch.reference,
          amount: formatRupiah(branch.determinedIdr, language),
        }),
    // A top-up is a sum of its own: the lines of the whole benefit would not add up to it.
    ...(isWhole ? (contents.benefits?.lines ?? []) : []).map(
      ({ code, amountIdr, article }) =>
        `- ${lineName(code, language)}: ${formatRupiah(amountIdr, language)} [${article}]`,
    ),
    say(language, phrases.object),
  ];
};

const rejection: Body = ({ contents }, language) => {
  if (contents.rejection === null) return null;
  const { reason, article, cure } = contents.rejection;
  return [
    say(language, phrases.rejected, { reason }),
    say(language, phrases.article, { article }),
    say(language, phrases.cure, { cure }),
    say(language, phrases.object),
  ];
};

/** What JKK does not cover, and where the member goes: the printed explanation, on paper. */
const jknRouting: Body = (file, language) => {
  const lines = routingLines(file, language);
  return lines.length === 0 ? null : [...lines, say(language, phrases.object)];
};

/** To the hospital: what is guaranteed, and what it needs for its bill. */
const guarantee: Body = ({ facts }, language) => {
  const last = facts.hospital.guarantees.at(-1);
  if (last === undefined) return null;
  const { article, from } = last;
  const day = formatLongDay(from, language);
  return [
    say(language, hospitalPhrases.letterCare, { day, article }),
    say(language, hospitalPhrases.letterBilling),
    say(language, hospitalPhrases.letterStatement),
  ];
};

const addresseeOf = (
  { contents, facts }: ClaimFile,
  kind: LetterKind,
  { language, name }: { readonly language: Language; readonly name: string | null },
): string => {
  if (kind === 'GUARANTEE') return facts.hospital.guarantees.at(-1)?.hospital.name ?? '-';
  return name ?? say(language, contents.heirs === null ? phrases.heirs : phrases.nameSealed);
};

const BODIES: Readonly<Record<LetterKind, Body>> = {
  RECEIPT: receipt,
  PAPERS_RETURNED: returned,
  INVITATION: invitation,
  DETERMINATION: determination,
  REJECTION: rejection,
  JKN_ROUTING: jknRouting,
  GUARANTEE: guarantee,
};

/** The letters that the claim has facts for, now. */
export const lettersOf = (file: ClaimFile): readonly LetterKind[] =>
  LETTER_KINDS.filter((kind) => BODIES[kind](file, 'id') !== null);

/** The office whose act the letter tells of: the last one that touched the case. */
const officeOf = ({ contents }: ClaimFile, language: Language): string => {
  const office = contents.acts.findLast(({ by }) => by.office !== 'SYSTEM')?.by.office;
  return office === undefined ? '-' : wordOf(offices, office, language).toUpperCase();
};

export type Signature = {
  /** Null where the name stays sealed. */
  readonly name: string | null;
  readonly actorId: string;
  readonly title: string;
  readonly signedOn: string;
  readonly letter: string | null;
  readonly onBehalfOf: string | null;
};

/** What a number adds to a draft; `signature` is null until somebody has signed. */
export type Numbered = {
  readonly reference: string;
  readonly head: Letterhead;
  readonly issuedOn: string;
  readonly signature: Signature | null;
};

type Lines = readonly string[];

const headLines = (file: ClaimFile, of: Numbered | null, language: Language): Lines => {
  if (of === null) return [officeOf(file, language), `*** ${say(language, phrases.draft)} ***`, ''];
  const { name, address, contact } = of.head;
  const draft = of.signature === null ? [`*** ${say(language, phrases.draftNumbered)} ***`] : [];
  return [name.toUpperCase(), address, contact, ...draft, ''];
};

const footLines = (of: Numbered | null, language: Language): Lines => {
  if (of === null) return [say(language, phrases.signature)];
  const { signature } = of;
  const day = formatLongDay(signature?.signedOn ?? of.issuedOn, language);
  const dated = say(language, phrases.placeAndDay, { place: of.head.place, day });
  if (signature === null) return [dated, say(language, phrases.signature)];
  const { name, actorId, title, letter, onBehalfOf } = signature;
  return [
    ...[dated, title],
    ...(onBehalfOf === null ? [] : [say(language, phrases.onBehalf, { principal: onBehalfOf })]),
    say(language, phrases.signedBy, { name: name ?? actorId }),
    ...(letter === null ? [] : [say(language, phrases.appointedBy, { letter })]),
  ];
};

/** Null where the claim has no such letter; `name` only after the look was recorded. */
export const letterLines = (
  file: ClaimFile,
  kind: LetterKind,
  how: {
    readonly language: Language;
    readonly name: string | null;
    readonly numbered?: Numbered;
  },
): Lines | null => {
  const { language, name, numbered = null } = how;
  const body = BODIES[kind](file, language);
  if (body === null) return null;
  const { deathDate } = file.facts;
  return [
    ...headLines(file, numbered, language),
    numbered === null
      ? say(language, phrases.number)
      : say(language, phrases.numberIs, { reference: numbered.reference }),
    say(language, phrases.claim, {
      kind: wordOf(letterKinds, kind, language),
      claim: file.claimId,
    }),
    say(language, phrases.addressee, { name: addresseeOf(file, kind, { language, name }) }),
    '',
    ...(deathDate === null
      ? []
      : [say(language, phrases.died, { day: formatLongDay(deathDate, language) })]),
    ...body,
    '',
    ...footLines(numbered, language),
  ];
};
