// Reads the heirs file of `claim heirs`, checks its form, and seals names and accounts at once.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Heir, HeirRelation, Payee } from '../../domain/claim/assessment-events.ts';
import { failure } from '../../infra/failure.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { type Session, sealFields } from './session.ts';

const RELATIONS = [
  'SPOUSE',
  'CHILD',
  'PARENT',
  'GRANDPARENT',
  'GRANDCHILD',
  'SIBLING',
  'PARENT_IN_LAW',
  'WILL',
  'FUNERAL_ORGANISER',
] as const satisfies readonly HeirRelation[];

const nameSchema = z.string().trim().min(1).max(120);
const heirsFile = z.strictObject({
  heirs: z
    .array(
      z.strictObject({
        ref: z.string().regex(/^[a-z0-9-]{1,20}$/),
        relation: z.enum(RELATIONS),
        name: nameSchema,
        minor: z.boolean().default(false),
        guardianName: nameSchema.optional(),
      }),
    )
    .max(30),
  payee: z.strictObject({
    ref: z.string().regex(/^[a-z0-9-]{1,20}$/),
    name: nameSchema,
    account: z.string().regex(/^\d{8,20}$/),
    bic: z.string().regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/),
  }),
});

type HeirRow = z.infer<typeof heirsFile>['heirs'][number];

/** The parser's own message quotes the text around the fault: a name, or an account. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw failure({
      code: 'HeirsFileUnreadable',
      retryable: false,
      sentence: {
        id: 'Berkas ahli waris bukan JSON yang utuh. Periksa tanda kutip, koma, dan kurungnya.',
        en: 'The heirs file is not whole JSON. Check its quotes, commas and brackets.',
      },
    });
  }
};

/** Throws with the place of the problem, never with the value. */
export const readHeirsFile = async (
  session: Session,
  target: { readonly claimId: string; readonly commandId: string; readonly path: string },
): Promise<{ readonly heirs: readonly Heir[]; readonly payee: Payee }> => {
  const parsed = heirsFile.safeParse(jsonIn(await readFile(target.path, 'utf8')));
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    throw new Error(`berkas ahli waris / heirs file: ${places.join('; ')}`);
  }
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
  const heirs = await Promise.all(parsed.data.heirs.map(sealHeir));
  const { payee } = parsed.data;
  const sealed = await sealFields(session, subjectOf(payee.ref), target.commandId, {
    name: ['payee.name', payee.name],
    account: ['payee.account', payee.account],
  });
  const index = session.keys.keyedHash('account', `${payee.bic}|${payee.account}`);
  return {
    heirs,
    payee: {
      ref: payee.ref,
      bic: payee.bic,
      accountIndex: Buffer.from(index).toString('hex'),
      ...sealed,
    },
  };
};
