// The papers of JKM that a family brings; the power of attorney is only for several heirs.
import { DOCUMENT_KINDS } from '../../../domain/claim/document-events.ts';

export const PAPERS = DOCUMENT_KINDS.filter((kind) => kind !== 'POWER_OF_ATTORNEY');
