// The letters of a claim: drafts that its facts allow, what got a number, and each as a page to print.
import type { LetterKind } from '../../../../domain/letter/letter-events.ts';
import { CLAIM_READERS } from '../../../../domain/office/reading-acts.ts';
import type { LetterRow } from '../../../../projections/letter-book/letter-row.ts';
import { listLetters } from '../../../../projections/letter-book.ts';
import { letterLines, lettersOf } from '../../../cli/letters.ts';
import { numberedLines, withRejection } from '../../../cli/numbered-letter.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatLongDay } from '../../../copy/format.ts';
import { letterKinds, letterStates } from '../../../copy/letter-phrases.ts';
import { say } from '../../../copy/text.ts';
import { claimNumber } from '../../cases/claim-number.ts';
import { type ReadableCase, readableCase } from '../../cases/readable-case.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Table, Tag } from '../../parts/data-parts.tsx';
import type { Html, Screen, Shown } from '../../screen.ts';
import { lettersPhrases as phrases } from './letters-phrases.ts';

const LETTERS_MAX = 100;

const numberedOf = async ({ desk }: Visit, claimId: string): Promise<readonly LetterRow[]> =>
  (await listLetters(desk.db, { claimId, limit: LETTERS_MAX })).rows;

export const lettersTab = async (visit: Visit, { file }: ReadableCase): Promise<Html> => {
  const { desk, language } = visit;
  const kinds = lettersOf(await withRejection(desk, file));
  const rows = await numberedOf(visit, file.claimId);
  const path = `/klaim/${file.claimId}/surat`;
  return (
    <>
      <Table
        caption={say(language, phrases.drafts)}
        columns={[phrases.kind, phrases.state].map((one) => ({ head: say(language, one) }))}
        rows={kinds.map((kind) => [
          <a class="row-link" href={`${path}/${kind}`}>
            {wordOf(letterKinds, kind, language)}
          </a>,
          <Tag tone="warn">{say(language, phrases.draft)}</Tag>,
        ])}
        empty={say(language, phrases.none)}
      />
      <p class="hint">{say(language, phrases.draftsHint)}</p>
      <Table
        caption={say(language, phrases.numbered)}
        columns={[phrases.number, phrases.kind, phrases.state, phrases.issued].map((one) => ({
          head: say(language, one),
        }))}
        rows={rows.map((row) => [
          <a class="row-link" href={`${path}/nomor?surat=${encodeURIComponent(row.reference)}`}>
            {row.reference}
          </a>,
          wordOf(letterKinds, row.kind, language),
          wordOf(letterStates, row.state, language),
          formatLongDay(row.issuedOn, language),
        ])}
        empty={say(language, phrases.noneNumbered)}
      />
    </>
  );
};

type Text = { readonly title: string; readonly lines: readonly string[] };

/** An official letter speaks Bahasa Indonesia, whoever prints it; names stay sealed. */
const numbered = async (visit: Visit, claimId: string): Promise<Text | undefined> => {
  const reference = visit.query.get('surat');
  const row = (await numberedOf(visit, claimId)).find((one) => one.reference === reference);
  if (row === undefined) return undefined;
  const lines = await numberedLines(visit.desk, row, { name: null });
  return { title: row.reference, lines };
};

const draft = async (visit: Visit, of: ReadableCase, kind: string): Promise<Text | undefined> => {
  const { desk, language } = visit;
  const file = await withRejection(desk, of.file);
  const found: LetterKind | undefined = lettersOf(file).find((one) => one === kind);
  if (found === undefined) return undefined;
  const lines = letterLines(file, found, { language, name: null }) ?? [];
  return { title: wordOf(letterKinds, found, language), lines };
};

const page = (visit: Visit, claimId: string, { title, lines }: Text): Shown => {
  const { language } = visit;
  return {
    title: `${title} · ${claimNumber(claimId)}`,
    scripts: ['print'],
    body: (
      <section class="letter-page">
        <p class="crumb">
          <a href={`/klaim/${claimId}?tab=surat`}>← {claimNumber(claimId)}</a>
        </p>
        <h1>{title}</h1>
        <p class="actions">
          <button type="button" data-print hidden>
            {say(language, phrases.print)}
          </button>
          <span class="hint">{say(language, phrases.sealed)}</span>
        </p>
        <article class="card letter">
          {lines.map((line) => (line.trim() === '' ? <p class="gap" /> : <p>{line}</p>))}
        </article>
      </section>
    ),
  };
};

export const letter: Screen = {
  path: '/klaim/:id/surat/:kind',
  acts: CLAIM_READERS,
  async show(visit, { id = '', kind = '' }) {
    const of = await readableCase(visit.desk, id);
    if (of === undefined) return notFound(visit.language);
    const text = kind === 'nomor' ? await numbered(visit, id) : await draft(visit, of, kind);
    return text === undefined ? notFound(visit.language) : page(visit, id, text);
  },
};
