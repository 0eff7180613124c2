// Reads the heirs file of `claim heirs`, checks its form, and seals names and accounts at once.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Heir, Payee } from '../../domain/claim/assessment/assessment-events.ts';
import { sameFacts } from '../../domain/claim/assessment/same-facts.ts';
import { failure } from '../../infra/failure.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { claimFileInLog } from '../../projections/claim-file.ts';
import { heirRelations } from '../copy/claim-words.ts';
import { codesOf } from '../copy/code-words.ts';
import {
  type AccountFile,
  type HeirsFault,
  heirsFileSentence,
  notJsonSentence,
} from '../copy/heirs-file-phrases.ts';
import { heirsInTable } from './heirs-table.ts';
import { type Session, sealFields } from './session.ts';

const nameSchema = z.string().trim().min(1).max(120);
const payeeSchema = z.strictObject({
  ref: z.string().regex(/^[a-z0-9-]{1,20}$/),
  name: nameSchema,
  account: z.string().regex(/^\d{8,20}$/),
  bic: z.string().regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/),
});
const heirsFile = z.strictObject({
  heirs: z
    .array(
      z.strictObject({
        ref: z.string().regex(/^[a-z0-9-]{1,20}$/),
        relation: z.enum(codesOf(heirRelations)),
        name: nameSchema,
        minor: z.boolean().default(false),
        guardianName: nameSchema.optional(),
      }),
    )
    .max(30),
  payee: payeeSchema,
});

/** A table as `claim heirs-template` writes it, or JSON: whichever its first sign says. */
const documentIn = (text: string): unknown =>
  /^\uFEFF?\s*([{[]|$)/.test(text) ? jsonIn(text) : heirsInTable(text);

const spelling = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z\s]/g, '')
    .split(/\s+/)
    .join(' ')
    .trim();

/** H-04: whether the account is written in another name than that of the heir, or of the guardian. */
export const namesDiffer = ({ heirs, payee }: HeirsFile): boolean => {
  const heir = heirs.find(({ ref }) => ref === payee.ref);
  const names = heir === undefined ? heirs.map(({ guardianName }) => guardianName) : namesOf(heir);
  const known = names.filter((name) => name !== undefined).map(spelling);
  return known.length > 0 && !known.includes(spelling(payee.name));
};

/** The account of a minor is opened by the guardian, in either name. */
const namesOf = ({ name, minor, guardianName }: HeirRow): readonly (string | undefined)[] =>
  minor ? [name, guardianName] : [name];

/** `{"payee": {…}}`: the worker, on an account in their own name. */
const payeeFile = z.strictObject({ payee: payeeSchema });

/** A hospital is its own payee: nobody has to label it. */
const hospitalFile = z.strictObject({
  payee: payeeSchema.extend({ ref: payeeSchema.shape.ref.default('rs') }),
});

type HeirRow = z.infer<typeof heirsFile>['heirs'][number];

/** The parser's own message quotes the text around the fault: a name, or an account. */
const jsonIn = (text: string, of: AccountFile = 'heirs'): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw failure({
      code: 'HeirsFileUnreadable',
      retryable: false,
      sentence: { id: notJsonSentence(of, 'id'), en: notJsonSentence(of, 'en') },
    });
  }
};

/** Names the person by number, the field, and what is expected there: never the value. */
const heirsFailure = (issues: readonly z.core.$ZodIssue[], of: AccountFile = 'heirs'): Error => {
  const faults = issues.flatMap((issue) => faultsOf(issue));
  return failure({
    code: 'HeirsFileInvalid',
    retryable: false,
    sentence: { id: heirsFileSentence(faults, 'id', of), en: heirsFileSentence(faults, 'en', of) },
  });
};

/** A field that is not in the list is named by itself: each of them is a fault of its own. */
const faultsOf = ({ code, path, ...issue }: z.core.$ZodIssue): readonly HeirsFault[] => {
  const places = path.map((part) => (typeof part === 'number' ? part : String(part)));
  const keys = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : [];
  if (code === 'unrecognized_keys')
    return keys.map((key) => ({ path: [...places, key], isUnknown: true }));
  return [{ path: places, isUnknown: false }];
};

type Target = {
  readonly claimId: string;
  readonly commandId: string;
  readonly path: string;
  /** What the sealed fields are called: the name of a hospital is nobody's. */
  readonly kind?: 'payee' | 'hospital';
};

const sealPayee = async (
  session: Session,
  { claimId, commandId, kind = 'payee' }: Omit<Target, 'path'>,
  payee: z.infer<typeof payeeSchema>,
): Promise<Payee> => {
  const sealed = await sealFields(session, streamIds.person(claimId, payee.ref), commandId, {
    name: [`${kind}.name`, payee.name],
    account: [`${kind}.account`, payee.account],
  });
  const index = session.keys.keyedHash('account', `${payee.bic}|${payee.account}`);
  return {
    ref: payee.ref,
    bic: payee.bic,
    accountIndex: Buffer.from(index).toString('hex'),
    ...sealed,
  };
};

export const readPayeeFile = async (session: Session, target: Target): Promise<Payee> => {
  const of = target.kind ?? 'payee';
  const schema = of === 'hospital' ? hospitalFile : payeeFile;
  const parsed = schema.safeParse(jsonIn(await readFile(target.path, 'utf8'), of));
  if (!parsed.success) throw heirsFailure(parsed.error.issues, of);
  return sealPayee(session, target, parsed.data.payee);
};

type HeirsFile = z.infer<typeof heirsFile>;
type Determined = { readonly heirs: readonly Heir[]; readonly payee: Payee };

/** What one file says, comparable: the sealed values are opened, and shown to nobody. */
const plainOf = async (session: Session, { heirs, payee }: Determined): Promise<HeirsFile> => {
  const values = await session.keys.openMany([
    ...[payee.name, payee.account],
    ...heirs.flatMap(({ name, guardianName }) => [name, guardianName ?? name]),
  ]);
  const texts = values.map((value) => (value.status === 'opened' ? value.value : ''));
  return {
    heirs: heirs.map(({ ref, relation, minor, guardianName }, index) => ({
      ...{ ref, relation, minor, name: texts[2 + index * 2] ?? '' },
      ...(guardianName !== undefined && { guardianName: texts[3 + index * 2] ?? '' }),
    })),
    payee: { ref: payee.ref, bic: payee.bic, name: texts[0] ?? '', account: texts[1] ?? '' },
  };
};

/**
 * Another command seals equal words to other bytes. A file that says what stands already is sent as
 * it stands, so that the decider can see that nothing is new.
 */
const sayAgain = async (
  session: Session,
  claimId: string,
  file: HeirsFile,
): Promise<Determined | undefined> => {
  const known = (await claimFileInLog(session.store, claimId))?.contents.heirs ?? null;
  if (known === null) return undefined;
  const { heirs, payee } = known;
  return sameFacts(await plainOf(session, { heirs, payee }), file) ? { heirs, payee } : undefined;
};

type Sealing = Pick<Target, 'claimId' | 'commandId'>;
type SealedHeirs = Determined & { readonly nameDiffers?: true };

/** Names and accounts are sealed here, whichever way they came in; faults name places, never values. */
export const sealHeirs = async (
  session: Session,
  target: Sealing,
  given: unknown,
): Promise<{ readonly data: SealedHeirs } | { readonly issues: readonly z.core.$ZodIssue[] }> => {
  const parsed = heirsFile.safeParse(given);
  if (!parsed.success) return { issues: parsed.error.issues };
  const subjectOf = (ref: string) => streamIds.person(target.claimId, ref);
  const sealHeir = async (row: HeirRow): Promise<Heir> => {
    const sealed = await sealFields(session, subjectOf(row.ref), target.commandId, {
      name: ['heir.name', row.name],
      ...(row.guardianName !== undefined && {
        guardianName: ['heir.guardian', row.guardianName] as const,
      }),
    });
    return { ref: row.ref, relation: row.relation, minor: row.minor, ...sealed };
  };
  const said = await sayAgain(session, target.claimId, parsed.data);
  const differs = namesDiffer(parsed.data) ? ({ nameDiffers: true } as const) : {};
  if (said !== undefined) return { data: { ...said, ...differs } };
  const heirs = await Promise.all(parsed.data.heirs.map(sealHeir));
  const payee = await sealPayee(session, target, parsed.data.payee);
  return { data: { heirs, payee, ...differs } };
};

/** Throws with the place of the problem, never with the value. */
export const readHeirsFile = async (session: Session, target: Target): Promise<SealedHeirs> => {
  const text = await readFile(target.path, 'utf8');
  const sealed = await sealHeirs(session, target, documentIn(text));
  if ('issues' in sealed) throw heirsFailure(sealed.issues);
  return sealed.data;
};
