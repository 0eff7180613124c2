// No text that stays readable holds a person: looked at before a command leaves, whoever sends it.
import { refused } from '../../activities/append-decision.ts';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import { nameForms, personIn, type TextKind } from '../../domain/free-text.ts';
import { isSealed } from '../../domain/sealed.ts';
import { textKindOf } from '../../domain/text-kinds.ts';
import { type CasePorts, namesOfCase, ofCases, sealedNamesIn } from './case-names.ts';
import { namedStreams } from './ids-of-other-kinds.ts';

/** One text of a command as it would be recorded, by the field that holds it. */
type PlainText = { readonly field: string; readonly text: string; readonly kind: TextKind };

/** Every string but the sealed ones; an element of a list is called as its list. */
const textsIn = (value: unknown, field: string): readonly PlainText[] => {
  if (typeof value === 'string') return [{ field, text: value, kind: textKindOf(field, value) }];
  if (typeof value !== 'object' || value === null || isSealed(value)) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    textsIn(inner, Array.isArray(value) ? field : key),
  );
};

export type FreeText = {
  /** What may be recorded in the clear, by field; lists and objects are walked. */
  readonly texts: unknown;
  /** Streams whose persons the texts may be about. */
  readonly streams: readonly string[];
};

export type FreeTextGuard = (
  text: FreeText,
) => Promise<Extract<Answer, { status: 'refused' }> | undefined>;

/** Numbers are looked for first: they need no key and no read. */
export const openFreeTextGuard =
  (ports: CasePorts): FreeTextGuard =>
  async ({ texts, streams }) => {
    const plain = textsIn(texts, 'text').filter(({ text }) => text !== '');
    const nobody = nameForms([]);
    const problem = (names: ReturnType<typeof nameForms>) => {
      for (const { field, text, kind } of plain) {
        const holds = personIn(text, kind, names);
        if (holds !== null) return refused('FreeTextNamesAPerson', { inField: field, holds });
      }
      return undefined;
    };
    const found = problem(nobody);
    if (found !== undefined || plain.every(({ kind }) => kind === 'CODE')) return found;
    const names = await namesOfCase(ports, { streams, sealed: sealedNamesIn(texts) });
    return problem(nameForms(names));
  };

/** The texts of a command: its data, and what its envelope records beside them. */
export const freeTextOf = (envelope: CommandEnvelope): FreeText => {
  const { actorId, agenda, command, history, reason } = envelope;
  const data = 'data' in command ? command.data : undefined;
  const texts = { data, actorId, agenda, reason, source: history?.source };
  return { texts, streams: ofCases(namedStreams(envelope)) };
};
