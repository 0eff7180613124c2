// `lindung claim correct-date|withdraw`: the day of death was wrong, or there was no death at all.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  NO_DEATH_GROUNDS,
  type NoDeathGround,
} from '../../../domain/claim/intake/correction-events.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

type Correction = {
  readonly deathDate: LocalDate;
  readonly evidence: string;
  readonly why: string;
};

const correct = (
  session: Session,
  claimId: string,
  { deathDate, evidence, why }: Correction,
): Promise<Outcome> =>
  withKeptPaper(session, evidence, async ({ sha256: evidenceSha256 }) => {
    const answer = await session.gateway.send(
      envelope(session, 'claim', claimId, {
        type: 'CorrectDeathDate',
        data: { deathDate, evidenceSha256, reason: why, cover: null },
      }),
    );
    return answerOutcome(session, answer, [], { evidenceSha256 });
  });

export const registerClaimCorrection = (claim: Command, cli: Cli): void => {
  claim
    .command('correct-date')
    .argument('<claim>', '', idOption)
    .requiredOption('--death-date <date>', '', dayOption)
    .requiredOption('--evidence <path>')
    .requiredOption('--why <text>')
    .action((claimId: string, options: Correction) =>
      cli.act((session) => correct(session, claimId, options)),
    );
  claim
    .command('withdraw')
    .argument('<claim>', '', idOption)
    .requiredOption('--why <text>')
    .option('--because <ground>', '', oneOf(NO_DEATH_GROUNDS))
    .action((claimId: string, options: { why: string; because?: NoDeathGround }) =>
      cli.act(async (session) => {
        const { why: reason, because: ground } = options;
        return answerOutcome(
          session,
          await session.gateway.send(
            envelope(session, 'claim', claimId, {
              type: 'WithdrawClaim',
              data: ground === undefined ? { reason } : { reason, ground },
            }),
          ),
          [],
        );
      }),
    );
};
