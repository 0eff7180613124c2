// `lindung history …`: what is entered of a tranche's past, and its closing by two persons.
import type { Command } from 'commander';
import { unfinishedLists } from '../../../activities/closed-history.ts';
import { stateOf } from '../../../activities/deciders.ts';
import type { Month } from '../../../domain/calendar.ts';
import { trancheDecider } from '../../../domain/programme/tranche-decider.ts';
import { historyOfTranche } from '../../../projections/taken-over.ts';
import { claimStages } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatCount } from '../../copy/format.ts';
import { takeOverPhrases as phrases } from '../../copy/take-over-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { idOption, monthOption } from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';
import { trancheNotFound } from '../tranche-lines.ts';

type Options = { tranche: string; through: Month };

const showHistory = async (session: Session, trancheId: string): Promise<Outcome> => {
  const { language } = session;
  const state = stateOf(trancheDecider, await session.store.loadStream(trancheId));
  const { tranche, closedThrough, closureProposed } = state;
  if (tranche === null) return trancheNotFound(session, trancheId);
  const unfinished = await unfinishedLists(session.store, state);
  const counts = await historyOfTranche(session.db, trancheId);
  const { name } = tranche;
  const json = { trancheId, closedThrough, closureProposed, unfinishedLists: unfinished };
  return done({ ...json, ...counts }, [
    closedThrough === null
      ? say(language, phrases.historyOpen, { name })
      : say(language, phrases.historyClosed, { name, month: closedThrough }),
    ...(closureProposed === null
      ? []
      : [
          say(language, phrases.historyClosing, {
            month: closureProposed.throughMonth,
            by: closureProposed.by.join(' + '),
          }),
        ]),
    say(language, phrases.membersHistoric, { count: formatCount(counts.members, language) }),
    say(language, phrases.listsUnfinished, { count: unfinished }),
    say(language, counts.claims.length === 0 ? phrases.claimsHistoricNone : phrases.claimsHistoric),
    ...counts.claims.map(({ stage, claims: count }) => {
      const word = wordOf(claimStages, stage, language);
      return `  ${say(language, phrases.claimsOfStage, { stage: word, count })}`;
    }),
  ]);
};

const closing = (
  history: Command,
  cli: Cli,
  own: {
    readonly name: string;
    readonly type: 'ProposeHistoryClosure' | 'ConfirmHistoryClosure';
  },
): void => {
  history
    .command(own.name)
    .requiredOption('--tranche <id>', '', idOption)
    .requiredOption('--through <month>', '', monthOption)
    .action(({ tranche, through: throughMonth }: Options) =>
      cli.act(async (session) => {
        const wish = { type: own.type, data: { throughMonth } };
        const answer = await session.gateway.send(envelope(session, 'tranche', tranche, wish));
        return answerOutcome(session, answer, [], { trancheId: tranche, throughMonth });
      }),
    );
};

export const registerHistory = (program: Command, cli: Cli): void => {
  const history = program.command('history');
  history
    .command('show')
    .requiredOption('--tranche <id>', '', idOption)
    .action((options: { tranche: string }) =>
      cli.perform((session) => showHistory(session, options.tranche)),
    );
  closing(history, cli, { name: 'propose-close', type: 'ProposeHistoryClosure' });
  closing(history, cli, { name: 'confirm-close', type: 'ConfirmHistoryClosure' });
};
