// A letter with its number: found by it, shown as its file stood then, signed text kept as it was.
import { authoriseAct } from '../../activities/authority.ts';
import { stateOf } from '../../activities/deciders.ts';
import type { ActedBy, Office } from '../../domain/actor.ts';
import { personsBehind } from '../../domain/actor.ts';
import { officeDay } from '../../domain/calendar.ts';
import type { ClaimRejected } from '../../domain/claim/decision/decision-events.ts';
import {
  letterheadDecider,
  letterheadOn,
  signersOn,
} from '../../domain/letter/letterhead-decider.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { actorById } from '../../projections/actor-directory.ts';
import { type ClaimFile, claimFileAt } from '../../projections/claim-file.ts';
import type { LetterRow } from '../../projections/letter-book/letter-row.ts';
import { lettersOfNumber } from '../../projections/letter-book.ts';
import { letterPhrases as phrases } from '../copy/letter-phrases.ts';
import { say } from '../copy/text.ts';
import { letterLines, type Signature } from './letters.ts';
import { type Outcome, refusedWith } from './outcome.ts';
import type { Session } from './session.ts';

/** A rejection that was objected to is no longer in force, but the family still got its letter. */
export const withRejection = async (
  { store }: Pick<Session, 'store'>,
  file: ClaimFile,
): Promise<ClaimFile> => {
  if (file.contents.rejection !== null || file.contents.objections.length === 0) return file;
  const events = await store.loadStream(file.claimId);
  const rejected = events.findLast(
    ({ type, version }) => type === 'ClaimRejected' && version <= file.version,
  );
  if (rejected === undefined) return file;
  const { reason, article, cure, rejectedBy, code = null } = rejected.data as ClaimRejected['data'];
  const at = rejected.effectiveAt;
  const rejection = { reason, article, cure, code, rejectedBy, at };
  return { ...file, contents: { ...file.contents, rejection } };
};

/** By the number on the paper; with a claim where two offices write the same numbers. */
export const letterByNumber = async (
  { db, language }: Session,
  reference: string,
  claimId?: string,
): Promise<{ readonly row: LetterRow } | { readonly outcome: Outcome }> => {
  const rows = (await lettersOfNumber(db, reference.trim())).filter(
    (row) => claimId === undefined || row.claimId === claimId,
  );
  const [row, other] = rows;
  if (row !== undefined && other === undefined) return { row };
  const code = row === undefined ? 'LetterUnknown' : 'LetterNumberTwice';
  const phrase = row === undefined ? phrases.numberUnknown : phrases.numberTwice;
  return { outcome: refusedWith(code, say(language, phrase, { reference }), { reference }) };
};

/** The nearest letterhead of an office above a village: the village's own, the district's, the city's. */
export const areaOfLetterhead = async (
  { store, now }: Pick<Session, 'store' | 'now'>,
  office: Office,
  kelurahan: string,
): Promise<string> => {
  const parts = kelurahan.split('.');
  const areas = parts.map((_, at) => parts.slice(0, parts.length - at).join('.'));
  const day = officeDay(now());
  for (const area of areas) {
    const history = await store.loadStream(streamIds.letterhead(office, area));
    if (letterheadOn(stateOf(letterheadDecider, history), day) !== null) return area;
  }
  // None is set: the engine says so of the city's.
  return areas.at(-2) ?? kelurahan;
};

/** By which letter somebody signs here, and as what; undefined when they may not. */
export const signingTerms = async (
  session: Session,
  { office, area }: Pick<LetterRow, 'office' | 'area'>,
  kelurahan: string | null,
): Promise<{ readonly by: ActedBy; readonly title: string } | undefined> => {
  const ports = { store: session.store, ids: streamIds, clock: session.now };
  const act = { act: 'sign-letter', area: kelurahan } as const;
  const authority = await authoriseAct(ports, session.actorId, act);
  if (!('acting' in authority)) return undefined;
  const { by } = authority.acting;
  const history = await session.store.loadStream(streamIds.letterhead(office, area));
  const signers = signersOn(stateOf(letterheadDecider, history), officeDay(session.now()));
  const signer = signers.find(({ actorId }) => personsBehind(by).includes(actorId));
  return signer && { by, title: signer.title };
};

/** An officer's name stands on every letter they sign. */
const nameOf = async ({ db, keys }: Session, actorId: string): Promise<string | null> => {
  const actor = await actorById(db, actorId);
  const opened = actor === undefined ? undefined : await keys.open(actor.name);
  return opened?.status === 'opened' ? opened.value : null;
};

export const signatureNow = async (
  session: Session,
  { by, title }: { readonly by: ActedBy; readonly title: string },
): Promise<Signature> => ({
  ...{ actorId: by.id, title, letter: by.letter, onBehalfOf: by.onBehalfOf ?? null },
  name: await nameOf(session, by.id),
  signedOn: officeDay(session.now()),
});

const signatureOf = ({ signer, title, signedOn }: LetterRow): Signature | null =>
  signer === null || title === null || signedOn === null
    ? null
    : { ...{ actorId: signer, title, signedOn, name: null }, letter: null, onBehalfOf: null };

/** The letter over the file of its own moment; an official letter speaks Bahasa Indonesia. */
export const numberedLines = async (
  session: Session,
  row: LetterRow,
  how: { readonly name: string | null; readonly signature?: Signature },
): Promise<readonly string[]> => {
  const found = await claimFileAt(session.store, row.claimId, row.claimVersion);
  if (found === undefined) throw new Error(`letter ${row.reference} has no claim`);
  const file = await withRejection(session, found);
  const { reference, head, issuedOn } = row;
  const signature = how.signature ?? signatureOf(row);
  const numbered = { reference, head, issuedOn, signature };
  return letterLines(file, row.kind, { language: 'id', name: how.name, numbered }) ?? [];
};
