// What papers that come in and go back change of a claim.
import type { ClaimState, DocumentNote } from '../state.ts';
import type { ClaimTakenOver } from '../take-over/take-over-events.ts';
import type { DocumentKind, DocumentReceived } from './document-events.ts';

export const onReceived = (state: ClaimState, data: DocumentReceived['data']): ClaimState => {
  const { documentId, kind, sha256 } = data;
  const others = state.documents.filter((document) => document.documentId !== documentId);
  return { ...state, documents: [...others, { documentId, kind, sha256, returned: false }] };
};

/** The papers that the office held when the claim was taken over. */
export const onTakenOver = (state: ClaimState, data: ClaimTakenOver['data']): ClaimState => {
  const held = data.papers.map(
    (paper): DocumentNote => ({ ...paper, sha256: null, returned: false }),
  );
  return {
    ...state,
    documents: [...state.documents, ...held],
    takenOver: state.reports[0]?.reportId ?? null,
    takenOverAs: data,
  };
};

/** The list is full exactly from `DocumentsCompleted` until a needed paper goes back. */
export const onReturned = (
  state: ClaimState,
  documentId: string,
  kind: DocumentKind,
): ClaimState => {
  const documents = state.documents.map((document) =>
    document.documentId === documentId ? { ...document, returned: true } : document,
  );
  const stillThere =
    !state.neededKinds.includes(kind) ||
    documents.some((document) => document.kind === kind && !document.returned);
  return {
    ...state,
    documents,
    documentsComplete: state.documentsComplete && stillThere,
    checksCurrent: state.checksCurrent && stillThere,
  };
};
