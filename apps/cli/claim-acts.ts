// Who recorded what of a claim: the acts of its file, matched with the things that they brought.
import type { ActNote, ClaimContents } from '../../projections/claim-file/file-contents.ts';
import { offices, wordOf } from '../copy/code-words.ts';
import type { Language } from '../copy/format.ts';

type File = { readonly contents: ClaimContents };

/** `verifikator-ani (Kantor cabang BPJS)`, with the principal of a lent act. */
export const personOf = (act: ActNote | undefined, language: Language): string => {
  if (act === undefined) return '-';
  const { id, office, onBehalfOf } = act.by;
  const behalf = onBehalfOf === undefined ? '' : ` ← ${onBehalfOf}`;
  return `${id}${behalf} (${wordOf(offices, office, language)})`;
};

const actsOf = (contents: ClaimContents, ...types: readonly ActNote['type'][]) =>
  contents.acts.filter(({ type }) => types.includes(type));

/** Papers are listed in the order in which they were received, one act for each. */
export const receiptOf = ({ contents }: File, documentId: string): ActNote | undefined => {
  // Papers taken over came with the claim, each later one by an act of its own.
  const received = contents.documents.filter(({ form }) => form !== null);
  const place = received.findIndex((paper) => paper.documentId === documentId);
  return place < 0
    ? actsOf(contents, 'ClaimTakenOver')[0]
    : actsOf(contents, 'DocumentReceived')[place];
};

/** Reports are listed in the order in which they came, one act for each. */
export const reportActs = ({ contents }: File): readonly ActNote[] =>
  actsOf(contents, 'DeathReported', 'DeathReportLinked');

/** As for reports of a death. */
export const incidentActs = ({ contents }: File): readonly ActNote[] =>
  actsOf(contents, 'IncidentReported', 'IncidentReportLinked');

/** The act of this kind at that instant. */
export const actAt = (
  { contents }: File,
  type: ActNote['type'],
  at: string | null,
): ActNote | undefined => actsOf(contents, type).findLast((act) => act.at === at);
