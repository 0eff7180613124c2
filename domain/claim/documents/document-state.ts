// What papers that come in and go back change of a claim.
import { assertNever } from '../../decider.ts';
import type { ClaimState, DocumentNote } from '../state.ts';
import type { ClaimTakenOver } from '../take-over/take-over-events.ts';
import type {
  DocumentAccepted,
  DocumentKind,
  DocumentReceived,
  DocumentReturned,
  DocumentsCompleted,
} from './document-events.ts';

type PaperEvent = DocumentReceived | DocumentAccepted | DocumentReturned | DocumentsCompleted;

const NOT_LOOKED_AT = { returned: false, accepted: false } as const;

const onReceived = (state: ClaimState, data: DocumentReceived['data']): ClaimState => {
  const { documentId, kind, sha256 } = data;
  const others = state.documents.filter((document) => document.documentId !== documentId);
  const documents = [...others, { documentId, kind, sha256, ...NOT_LOOKED_AT }];
  // The court has spoken: nobody waits for it any more.
  return { ...state, documents, court: kind === 'COURT_DETERMINATION' ? null : state.court };
};

const onAccepted = (state: ClaimState, documentId: string): ClaimState => ({
  ...state,
  documents: state.documents.map((document) =>
    document.documentId === documentId ? { ...document, accepted: true } : document,
  ),
});

/** The papers that the office held when the claim was taken over. */
export const onTakenOver = (state: ClaimState, data: ClaimTakenOver['data']): ClaimState => {
  const held = data.papers.map(
    (paper): DocumentNote => ({ ...paper, sha256: null, ...NOT_LOOKED_AT }),
  );
  return {
    ...state,
    documents: [...state.documents, ...held],
    takenOver: state.reports[0]?.reportId ?? null,
    takenOverAs: data,
  };
};

/** The list is full exactly from `DocumentsCompleted` until a needed paper goes back. */
const onReturned = (state: ClaimState, documentId: string, kind: DocumentKind): ClaimState => {
  const documents = state.documents.map((document) =>
    document.documentId === documentId
      ? { ...document, returned: true, accepted: false }
      : document,
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

export const papersAfter = (state: ClaimState, event: PaperEvent): ClaimState => {
  switch (event.type) {
    case 'DocumentReceived':
      return onReceived(state, event.data);
    case 'DocumentAccepted':
      return onAccepted(state, event.data.documentId);
    case 'DocumentReturned':
      return onReturned(state, event.data.documentId, event.data.kind);
    case 'DocumentsCompleted': {
      const { kinds: neededKinds } = event.data;
      return { ...state, documentsComplete: true, neededKinds, checksCurrent: false };
    }
    default:
      return assertNever(event, 'event of the papers');
  }
};
