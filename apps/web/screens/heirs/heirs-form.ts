// What the form of heirs brings, as the same thing that a heirs file holds; and what is wrong, by field.

import type { Text } from '../../../copy/text.ts';
import type { Form } from '../../screen.ts';
import { fieldOf } from '../../screen.ts';
import { heirsPhrases as phrases } from './heirs-phrases.ts';

export const PERSONS_MAX = 12;

export type Row = {
  readonly at: number;
  readonly relation: string;
  readonly name: string;
  readonly minor: boolean;
  readonly guardian: string;
};

export const nameIn = (kind: 'relation' | 'name' | 'minor' | 'guardian', at: number): string =>
  `${kind}${at}`;

/** How many persons the form has room for; one more when that was asked for. */
export const personsIn = (form: Form): number => {
  const asked = Number(fieldOf(form, 'persons')) || 2;
  const more = form.has('add') ? 1 : 0;
  return Math.min(PERSONS_MAX, Math.max(1, Math.trunc(asked) + more));
};

export const rowsIn = (form: Form): readonly Row[] =>
  Array.from({ length: personsIn(form) }, (_, index) => {
    const at = index + 1;
    return {
      at,
      relation: fieldOf(form, nameIn('relation', at)),
      name: fieldOf(form, nameIn('name', at)),
      minor: form.has(nameIn('minor', at)),
      guardian: fieldOf(form, nameIn('guardian', at)),
    };
  });

const isEmpty = ({ relation, name, guardian }: Row): boolean =>
  relation === '' && name === '' && guardian === '';

const refOf = (at: number): string => `waris-${at}`;

/** As the heirs file has it; people leave rows empty, and write numbers with spaces and dots. */
export const heirsGiven = (form: Form) => {
  const rows = rowsIn(form).filter((row) => !isEmpty(row));
  return {
    heirs: rows.map(({ at, relation, name, minor, guardian }) => ({
      ...{ ref: refOf(at), relation, name, minor },
      ...(guardian !== '' && { guardianName: guardian }),
    })),
    payee: {
      ref: refOf(Number(fieldOf(form, 'payee')) || 0),
      name: fieldOf(form, 'accountName'),
      account: fieldOf(form, 'account').replace(/[\s.-]/g, ''),
      bic: fieldOf(form, 'bank').toUpperCase().replace(/\s/g, ''),
    },
  };
};

type Issue = { readonly path: readonly PropertyKey[] };

const WRONG_OF_PAYEE: Readonly<Record<string, readonly [field: string, text: Text]>> = {
  name: ['accountName', phrases.wrongName],
  account: ['account', phrases.wrongAccount],
  bic: ['bank', phrases.wrongBank],
  ref: ['payee1', phrases.nobodyPaid],
};

const wrongOf = (form: Form, { path }: Issue): readonly [string, Text] | undefined => {
  const [part, where, field] = path;
  if (part === 'payee') return WRONG_OF_PAYEE[String(where)];
  const rows = rowsIn(form).filter((row) => !isEmpty(row));
  const at = rows[Number(where)]?.at;
  if (at === undefined) return undefined;
  if (field === 'relation') return [nameIn('relation', at), phrases.wrongRelation];
  return [nameIn(field === 'guardianName' ? 'guardian' : 'name', at), phrases.wrongName];
};

/** By field of the form; a payee that is nobody of the list is said, too. */
export const wrongIn = (form: Form, issues: readonly Issue[]): ReadonlyMap<string, Text> => {
  const found = new Map(issues.flatMap((issue) => [wrongOf(form, issue) ?? []].filter(isPair)));
  const { heirs, payee } = heirsGiven(form);
  if (heirs.length > 0 && heirs.every(({ ref }) => ref !== payee.ref))
    found.set('payee1', phrases.nobodyPaid);
  return found;
};

const isPair = (pair: readonly [] | readonly [string, Text]): pair is readonly [string, Text] =>
  pair.length === 2;
