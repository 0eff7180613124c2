// Puts together what proves one claim to a stranger: events, their proofs, papers, rules, chosen fields.
import { createHash } from 'node:crypto';
import type { ClaimField } from '../../domain/claim/desk/look-events.ts';
import type { Json } from '../../domain/envelope.ts';
import { RULE_BOOK } from '../../domain/rules/book/rule-book.ts';
import { DOCUMENT_LISTS } from '../../domain/rules/document-list.ts';
import { LAW_VERSIONS, RULESET_ID } from '../../domain/rules/law-versions.ts';
import { isSealed, type Sealed } from '../../domain/sealed.ts';
import type { LocalKeyService } from '../../infra/keys/local-key-service.ts';
import type { Checkpoint } from '../../infra/seals/checkpoint.ts';
import { type LeafText, leavesOfStreams } from '../../infra/seals/leaf-reading.ts';
import { type Database, inclusionProof } from '../../infra/seals/tree-store.ts';
import { eventText } from '../copy/catalogue.ts';
import { codesOf, offices, wordOf } from '../copy/code-words.ts';
import type { Language } from '../copy/format.ts';

type Disclosing = Pick<LocalKeyService, 'discloseMany'>;

/** By which name a field of a claim is sealed. */
const SEALED_AS: Readonly<Record<ClaimField, string>> = {
  PAYEE_NAME: 'payee.name',
  PAYEE_ACCOUNT: 'payee.account',
  HEIR_NAME: 'heir.name',
  GUARDIAN_NAME: 'heir.guardian',
  REPORTER_NAME: 'report.name',
  REPORTER_CONTACT: 'report.contact',
  CIRCUMSTANCES: 'report.circumstances',
  OBJECTOR_NAME: 'objection.name',
  OBJECTION_GROUNDS: 'objection.grounds',
  VISIT_MINUTES: 'visit.minutes',
  VISIT_SIGNERS: 'visit.signer',
};

type Path = readonly (string | number)[];
type Closed = { readonly position: string; readonly path: Path; readonly sealed: Sealed };

const closedIn = (value: unknown, path: Path): readonly Omit<Closed, 'position'>[] => {
  if (isSealed(value)) return [{ path, sealed: value }];
  if (Array.isArray(value)) return value.flatMap((part, at) => closedIn(part, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => closedIn(part, [...path, name]));
};

type LeafJson = { readonly event: { readonly type: string; readonly data: Json & object } };

const eventOf = ({ text }: LeafText): LeafJson['event'] => {
  const { event }: LeafJson = JSON.parse(text);
  return event;
};

/** The fields to be opened, each with its salt; of a destroyed key nothing comes back. */
const openedIn = async (
  keys: Disclosing,
  leaves: readonly LeafText[],
  fields: readonly ClaimField[],
) => {
  const names = new Set(fields.map((field) => SEALED_AS[field]));
  const closed: readonly Closed[] = leaves.flatMap((leaf) =>
    closedIn(eventOf(leaf), [])
      .filter(({ sealed }) => names.has(sealed.field))
      .map((one) => ({ ...one, position: leaf.position })),
  );
  const disclosed = await keys.discloseMany(closed.map(({ sealed }) => sealed));
  return closed.flatMap(({ position, path }, at) => {
    const one = disclosed[at];
    return one == null
      ? []
      : [{ position, path, salt: one.salt.toString('base64'), value: one.value }];
  });
};

const papersIn = (leaves: readonly LeafText[]) =>
  leaves.flatMap((leaf) => {
    const { type, data } = eventOf(leaf);
    return type === 'DocumentReceived' ? [{ position: leaf.position, ...data }] : [];
  });

/** The tables of this release, as text, so that its digest is of what is read. */
const rules = () => {
  const tables = JSON.stringify([LAW_VERSIONS, RULE_BOOK, DOCUMENT_LISTS], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return { id: RULESET_ID, sha256: createHash('sha256').update(tables).digest('hex'), tables };
};

/** What the codes of its events are called, for the small verifier, which knows none of ours. */
const wordsOf = (leaves: readonly LeafText[], language: Language) =>
  Object.fromEntries([
    ...leaves.map((leaf) => eventOf(leaf).type).map((type) => [type, eventText(type, language)]),
    ...codesOf(offices).map((office) => [office, wordOf(offices, office, language)]),
  ]);

export type BundleWish = {
  readonly kind: 'claim' | 'receipt';
  readonly claimId: string;
  /** The claim's own first. */
  readonly streamIds: readonly string[];
  readonly fields: readonly ClaimField[];
  readonly sealed: { readonly note: string; readonly checkpoint: Checkpoint };
};

/** A receipt holds the first event of the claim and no more: that it was reported, and when. */
export const claimBundle = async (keys: Disclosing, pool: Database, wish: BundleWish) => {
  const { kind, claimId, streamIds, fields, sealed } = wish;
  const { size, position } = sealed.checkpoint;
  const all = await leavesOfStreams(pool, streamIds, position);
  const leaves = kind === 'receipt' ? all.filter(({ version }) => version === 1) : all;
  const events: Json[] = [];
  for (const { leaf, text } of leaves) {
    const { path } = await inclusionProof(pool, leaf, size);
    events.push({ leaf, text, path: path.map((hash) => Buffer.from(hash).toString('base64')) });
  }
  return {
    ...{ format: 'lindung-bundle/1', kind, claimId, checkpoint: sealed.note, events },
    documents: papersIn(leaves),
    opened: await openedIn(keys, leaves, fields),
    rules: kind === 'receipt' ? [] : [rules()],
    words: { id: wordsOf(leaves, 'id'), en: wordsOf(leaves, 'en') },
  };
};
