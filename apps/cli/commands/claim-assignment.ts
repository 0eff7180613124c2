// `lindung claim assign|release`: one verifier works on a case; who comes second hears who has it.
import type { Command } from 'commander';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { Cli } from '../cli.ts';
import { idOption } from '../option-values.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

const send = async (session: Session, claimId: string, command: ClaimCommand) =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'claim', claimId, command)),
    [],
  );

type AssignOptions = { to?: string; from?: string; why?: string };

export const registerClaimAssignment = (claim: Command, cli: Cli): void => {
  claim
    .command('assign')
    .argument('<claim>', '', idOption)
    .option('--to <actor>')
    .option('--from <actor>')
    .option('--why <text>')
    .action((claimId: string, { to, from, why }: AssignOptions) =>
      cli.act((session) => {
        const assignee = to ?? session.actorId;
        const data = { assignee, from: from ?? null, reason: why ?? null, isVerifier: false };
        return send(session, claimId, { type: 'AssignClaim', data });
      }),
    );
  claim
    .command('release')
    .argument('<claim>', '', idOption)
    .option('--why <text>')
    .action((claimId: string, { why }: { why?: string }) =>
      cli.act((session) =>
        send(session, claimId, { type: 'ReleaseClaim', data: { reason: why ?? null } }),
      ),
    );
};
