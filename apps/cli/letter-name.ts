// The name of the payee for a letter: opened only after the look stands in the log.
import { PAPER_READERS } from '../../domain/office/reading-acts.ts';
import { revealedClaim, sealedFields } from './claim-reveal.ts';
import { refusedLook } from './look.ts';
import type { Outcome } from './outcome.ts';
import { readableClaim } from './readable.ts';
import type { Session } from './session.ts';

/** The name on a letter, after the look stands in the log; a refusal shows nothing. */
export const openedName = async (
  session: Session,
  claimId: string,
  reason: string,
): Promise<{ readonly name: string | null } | { readonly outcome: Outcome }> => {
  const found = await readableClaim(session, claimId, PAPER_READERS);
  if ('outcome' in found) return found;
  const data = { fields: sealedFields(found.file), reason };
  const note = { type: 'NoteClaimRevealed', data } as const;
  const outcome = await refusedLook(session, { category: 'claim', claimId, note });
  if (outcome !== undefined) return { outcome };
  const { revealed } = await revealedClaim(session, found.file);
  return { name: revealed.payees[0]?.name ?? null };
};
