// One paper of a claim, and whether this person's office may read what it says.

import { PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import { groupOfPaper, type Sight, sightOf } from '../../../domain/office/visibility.ts';
import { type FilePaper, papersOf } from '../../cli/claim-file-lines.ts';
import type { Visit } from '../house.ts';
import { type ReadableCase, readableCase } from './readable-case.ts';

export type PaperOfCase = ReadableCase & {
  readonly paper: FilePaper;
  /** Where it stands among the others: for the way to the next. */
  readonly all: readonly FilePaper[];
};

export const sightOfPaper = ({ visitor }: Pick<Visit, 'visitor'>, { kind }: FilePaper): Sight =>
  sightOf(visitor.office, groupOfPaper(kind));

/** Undefined for whoever may not read papers here as for a paper that is not there. */
export const paperOfCase = async (
  visit: Visit,
  claimId: string,
  documentId: string,
): Promise<PaperOfCase | undefined> => {
  const found = await readableCase(visit.desk, claimId, PAPER_READERS);
  const all = found === undefined ? [] : papersOf(found.file);
  const paper = all.find((one) => one.documentId === documentId);
  if (found === undefined || paper === undefined) return undefined;
  const sight = sightOfPaper(visit, paper);
  return sight === 'ALL' ? { ...found, paper, all } : undefined;
};
