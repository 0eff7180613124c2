// `lindung history …`: what is entered of a tranche's past, and its closing by two persons.
import type { Command } from 'commander';
import { unfinishedLists } from '../../../activities/closed-history.ts';
import { stateOf } from '../../../activities/deciders.ts';
import type { Month } from '../../../domain/calendar.ts';
import { trancheDecider } from '../../../domain/programme/tranche-decider.ts';
import { historyOfTranche } from '../../../projections/taken-over.ts';
import type { Cli } from '../cli.ts';
import { idOption, monthOption } from '../option-values.ts';
import { done, foundWrong, type Outcome } from '../outcome.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

type Options = { tranche: string; through: Month };

const HELP = `
Contoh / example:
  lindung history show --tranche ID
  lindung --as dinas-rahma history propose-close --tranche ID --through 2024-06
  lindung --as kadis-yusuf history confirm-close --tranche ID --through 2024-06
Sesudah ditutup, riwayat gelombang itu sampai bulan tersebut tidak dapat ditambah lagi.
Once closed, nothing of that tranche is entered as history through that month.`;

const showHistory = async (session: Session, trancheId: string): Promise<Outcome> => {
  const tranche = stateOf(trancheDecider, await session.store.loadStream(trancheId));
  if (tranche.tranche === null)
    return foundWrong({ trancheId, found: false }, ['gelombang tidak ditemukan / not found']);
  const unfinished = await unfinishedLists(session.store, tranche);
  const counts = await historyOfTranche(session.db, trancheId);
  const { closedThrough, closureProposed } = tranche;
  const stages = counts.claims.map(({ stage, claims }) => `  ${stage}: ${claims}`);
  const proposed =
    closureProposed === null
      ? []
      : [
          `usul tutup / proposed: ${closureProposed.throughMonth} (${closureProposed.by.join('+')})`,
        ];
  const json = { trancheId, closedThrough, closureProposed, unfinishedLists: unfinished };
  return done({ ...json, ...counts }, [
    `gelombang ${tranche.tranche.name}: riwayat ${closedThrough === null ? 'terbuka / open' : `ditutup sampai / closed through ${closedThrough}`}`,
    ...proposed,
    `peserta diambil alih / members taken over: ${counts.members}`,
    `daftar belum selesai / unfinished lists: ${unfinished}`,
    'klaim diambil alih / claims taken over:',
    ...stages,
  ]);
};

const closing = (
  history: Command,
  cli: Cli,
  own: {
    readonly name: string;
    readonly type: 'ProposeHistoryClosure' | 'ConfirmHistoryClosure';
    readonly description: string;
  },
): void => {
  history
    .command(own.name)
    .description(own.description)
    .requiredOption('--tranche <id>', 'gelombang / tranche', idOption)
    .requiredOption('--through <month>', 'sampai bulan / through month', monthOption)
    .addHelpText('after', HELP)
    .action(({ tranche, through: throughMonth }: Options) =>
      cli.perform(async (session) => {
        const wish = { type: own.type, data: { throughMonth } };
        const answer = await session.gateway.send(envelope(session, 'tranche', tranche, wish));
        return answerOutcome(session, answer, [], { trancheId: tranche, throughMonth });
      }),
    );
};

export const registerHistory = (program: Command, cli: Cli): void => {
  const history = program
    .command('history')
    .description(
      'ambil alih program berjalan: riwayat dan penutupannya / taking over, and closing',
    );
  history
    .command('show')
    .description('apa yang sudah dimasukkan, apa yang masih terbuka / entered, and still open')
    .requiredOption('--tranche <id>', 'gelombang / tranche', idOption)
    .action((options: { tranche: string }) =>
      cli.perform((session) => showHistory(session, options.tranche)),
    );
  closing(history, cli, {
    name: 'propose-close',
    type: 'ProposeHistoryClosure',
    description: 'usulkan menutup riwayat (orang pertama) / propose to close (first person)',
  });
  closing(history, cli, {
    name: 'confirm-close',
    type: 'ConfirmHistoryClosure',
    description: 'tutup riwayat (orang kedua) / close (second person)',
  });
};
