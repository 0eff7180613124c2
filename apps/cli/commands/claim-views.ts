// `lindung claim show`: the whole file of one claim with every line explained.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { claimInQueue } from '../../../projections/claim-queue.ts';
import { claimFileLines } from '../claim-file-lines.ts';
import { revealedClaim, sealedFields } from '../claim-reveal.ts';
import type { Cli } from '../cli.ts';
import { entitlementLines, entitlementNow } from '../entitlement-now.ts';
import { refusedLook, revealReason } from '../look.ts';
import { idOption, reasonOption } from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { papersElsewhere } from '../papers-elsewhere.ts';
import { readableClaim } from '../readable.ts';
import type { Session } from '../session.ts';
import { registerClaimList } from './claim-list.ts';

/** Sealed fields only after the look is recorded; without a reason everything stays sealed. */
const shown = async (
  session: Session,
  claimId: string,
  reason: string | undefined,
): Promise<Outcome> => {
  const reveal = reason !== undefined;
  const found = await readableClaim(session, claimId, reveal ? PAPER_READERS : undefined);
  if ('outcome' in found) return found.outcome;
  const { file } = found;
  const office = { today: officeDay(session.now()), calendar: NATIONAL_HOLIDAYS };
  const due = (await claimInQueue(session.db, claimId, office))?.due ?? null;
  const entitled = await entitlementNow(session, file);
  const twice = await papersElsewhere(session, claimId);
  const json = { ...file, due, entitled, papersElsewhere: twice.papers };
  const lines = [
    ...claimFileLines(file, session.language, due),
    ...twice.lines,
    ...entitlementLines(file, entitled, session.language),
  ];
  if (!reveal) return done(json, lines);
  const data = { fields: sealedFields(file), reason };
  const note = { type: 'NoteClaimRevealed', data } as const;
  const refused = await refusedLook(session, { category: 'claim', claimId, note });
  if (refused !== undefined) return refused;
  const { revealed, lines: opened } = await revealedClaim(session, file);
  return done({ ...json, revealed }, [...lines, ...opened]);
};

export const registerClaimViews = (claim: Command, cli: Cli): void => {
  registerClaimList(claim, cli);
  claim
    .command('show')
    .argument('<claim>', '', idOption)
    .option('--reveal [why]', '', reasonOption)
    .action((claimId: string, options: { reveal?: string | true }) =>
      cli.act((session) => shown(session, claimId, revealReason(session, options.reveal))),
    );
};
