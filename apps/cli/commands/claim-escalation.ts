// `lindung claim answer-escalation`: a superior says what is done about a due day that passed.
import type { Command } from 'commander';
import type { ClockCode } from '../../../domain/rules/due-dates.ts';
import { deadlines } from '../../copy/claim-words.ts';
import { codesOf } from '../../copy/code-words.ts';
import type { Cli } from '../cli.ts';
import { idOption, oneOf } from '../option-values.ts';
import { answerOutcome, envelope } from '../session.ts';

type Options = { readonly clock: ClockCode; readonly measure: string };

export const registerClaimEscalation = (claim: Command, cli: Cli): void => {
  claim
    .command('answer-escalation')
    .argument('<claim>', '', idOption)
    .requiredOption('--clock <clock>', '', oneOf(codesOf(deadlines)))
    .requiredOption('--measure <text>')
    .action((claimId: string, { clock: code, measure }: Options) =>
      cli.act(async (session) => {
        // Which roles the person holds is collected by the engine.
        const data = { code, measure, holds: [] };
        const command = { type: 'AnswerEscalation', data } as const;
        const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
        return answerOutcome(session, answer, []);
      }),
    );
};
