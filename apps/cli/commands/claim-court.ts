// `lindung claim court await|end`: the word of a court is awaited, and its time is not ours.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption } from '../option-values.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

const send = async (session: Session, claimId: string, command: ClaimCommand) =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'claim', claimId, command)),
    [],
  );

type Filed = { readonly court: string; readonly reference: string; readonly filedOn: LocalDate };

export const registerClaimCourt = (claim: Command, cli: Cli): void => {
  const court = claim.command('court');
  court
    .command('await')
    .argument('<claim>', '', idOption)
    .requiredOption('--court <name>')
    .requiredOption('--reference <text>')
    .requiredOption('--filed-on <date>', '', dayOption)
    .action((claimId: string, data: Filed) =>
      cli.act((session) => send(session, claimId, { type: 'AwaitCourt', data })),
    );
  court
    .command('end')
    .argument('<claim>', '', idOption)
    .requiredOption('--why <text>')
    .action((claimId: string, { why: reason }: { why: string }) =>
      cli.act((session) => send(session, claimId, { type: 'EndCourtWait', data: { reason } })),
    );
};
