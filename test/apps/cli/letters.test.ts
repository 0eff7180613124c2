// Letters: only those the file has facts for, every figure from the file, nothing personal by itself.
import { describe, expect, test } from 'vitest';
import { claimFileLines, paperLines, papersOf } from '../../../apps/cli/claim-file-lines.ts';
import { sealedFields } from '../../../apps/cli/claim-reveal.ts';
import { letterLines, lettersOf } from '../../../apps/cli/letters.ts';
import { formatRupiah } from '../../../apps/copy/format.ts';
import type { LetterKind } from '../../../domain/letter/letter-events.ts';
import { missingDocuments } from '../../../domain/rules/document-list.ts';
import { claimFileFold } from '../../../projections/claim-file/file-row.ts';
import type { ClaimFile } from '../../../projections/claim-file.ts';
import { recordedEvent } from '../../../projections/recorded-event.ts';
import { deathOf } from '../../projections/death.ts';
import { type Fact, logOf } from '../../projections/history.ts';
import { topUpOf } from '../../projections/top-up.ts';

const death = deathOf('w1', 'DISBURSES');

const fileOf = (facts: readonly Fact[]): ClaimFile => {
  let row: ReturnType<typeof claimFileFold.fold>;
  let claimId = '';
  for (const stored of logOf(facts).filter(({ category }) => category === 'claim')) {
    claimId = stored.streamId;
    row = claimFileFold.fold(row, recordedEvent(stored), claimId);
  }
  if (row === undefined) throw new Error('no claim in these facts');
  const { deathDate, documents } = row.facts;
  const present = documents.filter(({ returned }) => !returned).map(({ kind }) => kind);
  const missing = deathDate === null ? [] : missingDocuments(deathDate, present);
  return { ...row, missingDocuments: missing, payables: [] };
};

const text = (file: ClaimFile, kind: LetterKind, name: string | null = null): string =>
  (letterLines(file, kind, { language: 'id', name }) ?? []).join('\n');

describe('what is sealed in a claim', () => {
  test('is opened of objections too, and their proof is a paper of the file', () => {
    const file = fileOf([...death.reported, ...death.documents, death.rejected, death.objected]);
    expect(sealedFields(file)).toEqual([
      ...['REPORTER_NAME', 'REPORTER_CONTACT', 'CIRCUMSTANCES'],
      ...['OBJECTOR_NAME', 'OBJECTION_GROUNDS'],
    ]);
    const [proof] = file.contents.evidence;
    expect(proof).toMatchObject({ kind: 'OBJECTION_PROOF', cameWith: 'DecisionObjected' });
    expect(papersOf(file)).toHaveLength(file.contents.documents.length + 1);
    if (proof !== undefined)
      expect(paperLines(file, proof, 'id').join('\n')).toContain('surat atau bukti keberatan');
  });

  test('is opened of a report of an accident as of a death', () => {
    const { reports } = fileOf(death.reported).contents;
    const [report] = reports;
    if (report === undefined) throw new Error('no report in these facts');
    const file = fileOf(death.reported);
    const { deathDate: _, workAccidentSuspected: _s, deathDateDiffers: _d, ...told } = report;
    const incident = { ...told, kind: 'ACCIDENT', kindDiffers: false } as const;
    const contents = { ...file.contents, reports: [], incidents: [incident as never] };
    expect(sealedFields({ ...file, contents })).toEqual([
      ...['REPORTER_NAME', 'REPORTER_CONTACT', 'CIRCUMSTANCES'],
    ]);
  });
});

test('the lines of before stand as superseded above an open top-up, and only then', () => {
  const paid = [
    ...[...death.reported, ...death.documents, ...death.assessed, death.recommended()],
    ...death.approved,
  ];
  const topUp = topUpOf('w1', 'DISBURSES');
  const shown = (facts: readonly Fact[], language: 'id' | 'en') =>
    claimFileLines(fileOf(facts), language, null).join('\n');
  expect(shown(paid, 'id')).not.toContain('SUDAH DIGANTI');
  expect(shown([...paid, ...topUp.proposed], 'id')).toMatch(/^SUDAH DIGANTI .*: Manfaat: /m);
  expect(shown([...paid, ...topUp.proposed], 'en')).toMatch(/^SUPERSEDED .*: Benefit: /m);
});

describe('the letters of a claim', () => {
  const reported = fileOf(death.reported);
  const decided = fileOf([
    ...death.reported,
    ...death.documents,
    ...death.assessed,
    death.recommended(),
    ...death.approved,
  ]);

  test('are those it has facts for: first an invitation, at the end a determination', () => {
    expect(lettersOf(reported)).toEqual(['INVITATION']);
    expect(lettersOf(decided)).toEqual(['RECEIPT', 'DETERMINATION']);
    expect(letterLines(reported, 'REJECTION', { language: 'id', name: null })).toBeNull();
  });

  test('say that they are drafts, in both languages', () => {
    expect(text(reported, 'INVITATION')).toContain('KONSEP');
    const english = letterLines(reported, 'INVITATION', { language: 'en', name: null });
    expect(english?.join('\n')).toContain('KONSEP');
  });

  test('name every missing paper, and every line of the sum with its article', () => {
    expect(text(reported, 'INVITATION')).toContain('akta kematian');
    const letter = text(decided, 'DETERMINATION');
    for (const { amountIdr, article } of decided.contents.benefits?.lines ?? []) {
      expect(letter).toContain(article);
      expect(letter).toContain(formatRupiah(amountIdr, 'id'));
    }
    expect(letter).toContain('21 hari kerja');
  });

  test('hold no name unless it was opened', () => {
    expect(text(decided, 'DETERMINATION')).toContain('nama disegel');
    expect(text(decided, 'DETERMINATION', 'Siti')).toContain('Kepada Yth. Siti');
  });
});
