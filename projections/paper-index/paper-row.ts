// One row per content: in which claims the same bytes were handed in, and as what.
import type { PaperKind } from '../../domain/claim/documents/document-events.ts';
import { evidenceOf } from '../../domain/claim/documents/evidence.ts';
import type { ClaimEvent } from '../../domain/claim/events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import type { RecordedEvent, RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

/** One copy of the bytes: a paper of a claim, or a proof that came with an act. */
export type PaperUse = {
  readonly claimId: string;
  readonly documentId: string;
  readonly kind: PaperKind;
  readonly receivedAt: string;
};

export type PaperRow = {
  readonly sha256: string;
  readonly uses: readonly PaperUse[];
  /** The claims of `uses`, each once: what a claim is found by. */
  readonly claimIds: readonly string[];
  readonly position: string;
};

export const paperTable: KeyedTable<PaperRow> = {
  name: 'rm.paper_index_v1',
  key: 'sha256',
  columns: {
    sha256: 'text not null',
    uses: 'jsonb not null',
    claimIds: 'text[] not null',
    position: 'bigint not null',
  },
  indexes: ['using gin (claim_ids)'],
};

type Kept = PaperUse & { readonly sha256: string };

const keptIn = ({ type, data, effectiveAt }: RecordedIn<'claim'>): Kept | null => {
  const event = { type, data } as ClaimEvent;
  if (event.type === 'DocumentReceived') {
    const { claimId, documentId, kind, sha256 } = event.data;
    return { claimId, documentId, kind, sha256, receivedAt: effectiveAt };
  }
  const proof = evidenceOf(event);
  return proof === null ? null : { ...proof, claimId: data.claimId, receivedAt: effectiveAt };
};

const keptBy = (event: RecordedEvent): Kept | null =>
  event.category === 'claim' ? keptIn(event) : null;

export const paperFold: RowFold<PaperRow> = {
  table: paperTable,
  keysOf(event) {
    const kept = keptBy(event);
    return kept === null ? [] : [kept.sha256];
  },
  fold(row, event) {
    const kept = keptBy(event);
    if (kept === null) return row;
    const { sha256, ...use } = kept;
    const known = row?.uses ?? [];
    // A proof that two acts rest on is one paper.
    if (known.some(({ documentId }) => documentId === use.documentId)) return row;
    const uses = [...known, use];
    const claimIds = [...new Set(uses.map(({ claimId }) => claimId))];
    return { sha256, uses, claimIds, position: event.position };
  },
};
