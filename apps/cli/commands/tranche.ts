// `lindung tranche override|cards|arrears|budget`: what persons say about a tranche's gate and months.
import type { Command } from 'commander';
import type { LocalDate, Month } from '../../../domain/calendar.ts';
import { formatCount } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import { trancheSaid } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import { countOption, dayOption, idOption, monthOption } from '../option-values.ts';
import { answerOutcome, envelope } from '../session.ts';
import { registerTrancheViews } from './tranche-views.ts';

const registerOverride = (tranche: Command, cli: Cli): void => {
  tranche
    .command('override')
    .argument('<tranche>', '', idOption)
    .action((trancheId: string) =>
      cli.act(async (session) => {
        const reason = session.reason ?? '';
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'OverrideGate',
            data: { reason, facts: null },
          }),
        );
        return answerOutcome(session, answer, [
          say(session.language, trancheSaid.gateOpened, { reason }),
        ]);
      }),
    );
};

const registerCards = (tranche: Command, cli: Cli): void => {
  tranche
    .command('cards')
    .argument('<tranche>', '', idOption)
    .requiredOption('--received <n>', '', countOption)
    .requiredOption('--note <number>')
    .requiredOption('--on <date>', '', dayOption)
    .action((trancheId: string, options: { received: number; note: string; on: LocalDate }) =>
      cli.act(async (session) => {
        const { received: cards, note: deliveryNote, on: receivedOn } = options;
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'ReceiveCards',
            data: { deliveryNote, cards, receivedOn },
          }),
        );
        const count = formatCount(cards, session.language);
        return answerOutcome(session, answer, [
          say(session.language, trancheSaid.cardsReceived, { count }),
        ]);
      }),
    );
};

type Months = { from: Month; through: Month };

const registerArrears = (tranche: Command, cli: Cli): void => {
  tranche
    .command('arrears')
    .argument('<tranche>', '', idOption)
    .requiredOption('--from <month>', '', monthOption)
    .requiredOption('--through <month>', '', monthOption)
    .requiredOption('--letter <number>')
    .requiredOption('--decided-on <date>', '', dayOption)
    .action((trancheId: string, options: Months & { letter: string; decidedOn: LocalDate }) =>
      cli.act(async (session) => {
        const { from, through, letter, decidedOn } = options;
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'AcceptArrears',
            data: { from, through, letter, decidedOn },
          }),
        );
        const said = say(session.language, trancheSaid.arrearsAccepted, { from, through });
        return answerOutcome(session, answer, [said]);
      }),
    );
};

const registerBudget = (tranche: Command, cli: Cli): void => {
  tranche
    .command('budget')
    .argument('<tranche>', '', idOption)
    .requiredOption('--from <month>', '', monthOption)
    .requiredOption('--through <month>', '', monthOption)
    .requiredOption('--document <number>')
    .action((trancheId: string, options: Months & { document: string }) =>
      cli.act(async (session) => {
        const { from, through, document } = options;
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'BudgetMonths',
            data: { from, through, document },
          }),
        );
        const said = say(session.language, trancheSaid.budgeted, { document, from, through });
        return answerOutcome(session, answer, [said]);
      }),
    );
};

/** Everything below `tranche` but its opening. */
export const registerTrancheCover = (tranche: Command, cli: Cli): void => {
  registerTrancheViews(tranche, cli);
  registerOverride(tranche, cli);
  registerCards(tranche, cli);
  registerArrears(tranche, cli);
  registerBudget(tranche, cli);
};
