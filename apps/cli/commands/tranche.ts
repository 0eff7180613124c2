// `lindung tranche override|cards|arrears|budget`: what persons say about a tranche's gate and months.
import type { Command } from 'commander';
import type { LocalDate, Month } from '../../../domain/calendar.ts';
import { formatCount } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import { countOption, dayOption, idOption, monthOption } from '../option-values.ts';
import { answerOutcome, envelope } from '../session.ts';
import { registerTrancheViews } from './tranche-views.ts';

const registerOverride = (tranche: Command, cli: Cli): void => {
  tranche
    .command('override')
    .description('buka gerbang iuran sebelum kartu cukup; wajib --reason / open the gate early')
    .argument('<tranche>', 'gelombang', idOption)
    .action((trancheId: string) =>
      cli.perform(async (session) => {
        const reason = session.reason ?? '';
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'OverrideGate',
            data: { reason, facts: null },
          }),
        );
        return answerOutcome(session, answer, [`gerbang dibuka / gate opened: ${reason}`]);
      }),
    );
};

const registerCards = (tranche: Command, cli: Cli): void => {
  tranche
    .command('cards')
    .description('catat kartu yang diterima pemda dari cabang / cards received by the sponsor')
    .argument('<tranche>', 'gelombang', idOption)
    .requiredOption('--received <n>', 'jumlah kartu / cards', countOption)
    .requiredOption('--note <number>', 'nomor surat jalan atau BAST / delivery note')
    .requiredOption('--on <date>', 'tanggal terima / day received', dayOption)
    .action((trancheId: string, options: { received: number; note: string; on: LocalDate }) =>
      cli.perform(async (session) => {
        const { received: cards, note: deliveryNote, on: receivedOn } = options;
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'ReceiveCards',
            data: { deliveryNote, cards, receivedOn },
          }),
        );
        const count = formatCount(cards, session.language);
        return answerOutcome(session, answer, [`kartu diterima / cards received: ${count}`]);
      }),
    );
};

type Months = { from: Month; through: Month };

const registerArrears = (tranche: Command, cli: Cli): void => {
  tranche
    .command('arrears')
    .description('cabang menerima tunggakan yang terlambat (C-10) / late arrears accepted')
    .argument('<tranche>', 'gelombang', idOption)
    .requiredOption('--from <month>', 'bulan pertama / first month', monthOption)
    .requiredOption('--through <month>', 'bulan terakhir / last month', monthOption)
    .requiredOption('--letter <number>', 'nomor surat cabang / letter of the branch')
    .requiredOption('--decided-on <date>', 'tanggal surat / day of the letter', dayOption)
    .action((trancheId: string, options: Months & { letter: string; decidedOn: LocalDate }) =>
      cli.perform(async (session) => {
        const { from, through, letter, decidedOn } = options;
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'AcceptArrears',
            data: { from, through, letter, decidedOn },
          }),
        );
        const months = `${from} – ${through}`;
        return answerOutcome(session, answer, [`tunggakan diterima / accepted: ${months}`]);
      }),
    );
};

const registerBudget = (tranche: Command, cli: Cli): void => {
  tranche
    .command('budget')
    .description('sebut DPA atau APBD-P yang membayar bulan ini (C-24) / name the budget')
    .argument('<tranche>', 'gelombang', idOption)
    .requiredOption('--from <month>', 'bulan pertama / first month', monthOption)
    .requiredOption('--through <month>', 'bulan terakhir / last month', monthOption)
    .requiredOption('--document <number>', 'nomor DPA / number of the document')
    .action((trancheId: string, options: Months & { document: string }) =>
      cli.perform(async (session) => {
        const { from, through, document } = options;
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, {
            type: 'BudgetMonths',
            data: { from, through, document },
          }),
        );
        return answerOutcome(session, answer, [`${document}: ${from} – ${through}`]);
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
