// `lindung claim rules`: a person chooses by which rules a claim is decided whose result would change.
import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { idOption, oneOf, reasonOption } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

const CHOICES = ['PIN', 'MIGRATE'] as const;
type Options = { readonly choose: (typeof CHOICES)[number]; readonly why: string };

const choose = async (
  session: Session,
  claimId: string,
  { choose: choice, why: reason }: Options,
): Promise<Outcome> => {
  const answer = await session.gateway.send(
    envelope(session, 'claim', claimId, {
      type: 'ChooseRuleVersion',
      data: { choice, reason, rules: null },
    }),
  );
  return answerOutcome(session, answer, []);
};

export const registerClaimRules = (claim: Command, cli: Cli): void => {
  claim
    .command('rules')
    .argument('<claim>', '', idOption)
    .requiredOption('--choose <rules>', '', oneOf(CHOICES))
    .requiredOption('--why <text>', '', reasonOption)
    .action((claimId: string, options: Options) =>
      cli.act((session) => choose(session, claimId, options)),
    );
};
