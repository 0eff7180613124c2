// `lindung aid …`: the sponsor's own aid to heirs: terms by Perwali, budget, requests, decree of names.
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import { allOf } from '../../../activities/stored-events.ts';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import { aidFundDecider } from '../../../domain/local-aid/fund-decider.ts';
import {
  AID_PAPERS,
  type AidFundCommand,
  type AidPaper,
} from '../../../domain/local-aid/fund-events.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { aidPhrases as phrases } from '../../copy/aid-phrases.ts';
import { formatRupiah } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import { fundFacts, fundLines } from '../aid-lines.ts';
import type { Cli } from '../cli.ts';
import {
  countOption,
  dayOption,
  idOption,
  oneOf,
  rupiahOption,
  yearOption,
} from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';
import { registerAidRequests } from './aid-requests.ts';

const sendFund = (session: Session, payerId: string, command: AidFundCommand) =>
  session.gateway.send(envelope(session, 'aid_fund', streamIds.aidFund(payerId), command));

type TermsOptions = {
  readonly programme: string;
  readonly payer: string;
  readonly perwali: string;
  readonly perwaliDate: LocalDate;
  readonly from: LocalDate;
  readonly amount: RupiahText;
  readonly filingDays: number;
  readonly paper: readonly AidPaper[];
  readonly poorOnly?: true;
  readonly residentsOnly?: true;
  readonly id?: string;
};

const propose = async (session: Session, options: TermsOptions): Promise<Outcome> => {
  const termsId = options.id ?? streamIds.random();
  const { programme: programmeId, payer: payerId, from, amount, filingDays, paper } = options;
  const answer = await sendFund(session, payerId, {
    type: 'ProposeAidTerms',
    data: {
      ...{ fundId: streamIds.aidFund(payerId), programmeId, payerId, termsId, from },
      ...{ amountIdr: amount, filingDays, papers: paper },
      poorOnly: options.poorOnly === true,
      residentsOnly: options.residentsOnly === true,
      perwali: { number: options.perwali, on: options.perwaliDate },
    },
  });
  const lines = [say(session.language, phrases.terms, { id: termsId })];
  return answerOutcome(session, answer, lines, { termsId });
};

type DecreeOptions = {
  readonly payer: string;
  readonly number: string;
  readonly date: LocalDate;
  readonly request?: readonly string[];
};

/** The figures of the decree stand in the log: what is printed is what was recorded. */
const decree = async (session: Session, options: DecreeOptions): Promise<Outcome> => {
  const { payer, number, date, request = [] } = options;
  const answer = await sendFund(session, payer, {
    type: 'SignAidDecree',
    data: { decreeNumber: number, decreeDate: date, requests: request },
  });
  const history = await session.store.loadStream(streamIds.aidFund(payer));
  const signed = allOf(history, 'AidDecreeSigned').find((each) => each.decreeNumber === number);
  const lines =
    answer.status === 'refused' || signed === undefined
      ? []
      : [
          say(session.language, phrases.decree, {
            ...{ number, count: signed.count, sum: formatRupiah(signed.sumIdr, session.language) },
          }),
        ];
  return answerOutcome(session, answer, lines, { decree: signed ?? null });
};

const showFund = async (session: Session, payerId: string): Promise<Outcome> => {
  const history = await session.store.loadStream(streamIds.aidFund(payerId));
  if (history.length === 0) {
    const sentence = say(session.language, phrases.fundNone);
    return refusedWith('AidFundUnknown', sentence, { payerId, found: false });
  }
  const thisYear = Number(officeDay(session.now()).slice(0, 4));
  const facts = fundFacts(stateOf(aidFundDecider, history), thisYear);
  return done(facts, fundLines(facts, session.language));
};

const registerTerms = (aid: Command, cli: Cli): void => {
  aid
    .command('propose')
    .requiredOption('--programme <id>', '', idOption)
    .requiredOption('--payer <id>', '', idOption)
    .requiredOption('--perwali <number>')
    .requiredOption('--perwali-date <date>', '', dayOption)
    .requiredOption('--from <date>', '', dayOption)
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--filing-days <days>', '', countOption)
    .requiredOption('--paper <paper>', '', (text, papers: readonly AidPaper[] = []) => [
      ...papers,
      oneOf(AID_PAPERS)(text),
    ])
    .option('--poor-only')
    .option('--residents-only')
    .option('--id <uuid>', '', idOption)
    .action((options: TermsOptions) => cli.act((session) => propose(session, options)));
  aid
    .command('confirm')
    .argument('<terms>', '', idOption)
    .requiredOption('--payer <id>', '', idOption)
    .action((termsId: string, { payer }: { payer: string }) =>
      cli.act(async (session) =>
        answerOutcome(
          session,
          await sendFund(session, payer, { type: 'ConfirmAidTerms', data: { termsId } }),
          [say(session.language, phrases.terms, { id: termsId })],
        ),
      ),
    );
  aid
    .command('budget')
    .requiredOption('--payer <id>', '', idOption)
    .requiredOption('--year <year>', '', yearOption)
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--document <number>')
    .action((options: { payer: string; year: string; amount: RupiahText; document: string }) =>
      cli.act(async (session) => {
        const { payer, year, amount: amountIdr, document } = options;
        const data = { year: Number(year), amountIdr, document };
        const answer = await sendFund(session, payer, { type: 'SetAidBudget', data });
        const outcome = await showFund(session, payer);
        return answerOutcome(session, answer, answer.status === 'refused' ? [] : outcome.lines);
      }),
    );
};

export const registerAid = (program: Command, cli: Cli): void => {
  const aid = program.command('aid');
  registerTerms(aid, cli);
  registerAidRequests(aid, cli);
  aid
    .command('decree')
    .requiredOption('--payer <id>', '', idOption)
    .requiredOption('--number <number>')
    .requiredOption('--date <date>', '', dayOption)
    .option('--request <id>', '', (text, ids: readonly string[] = []) => [...ids, idOption(text)])
    .action((options: DecreeOptions) => cli.act((session) => decree(session, options)));
  aid
    .command('fund')
    .requiredOption('--payer <id>', '', idOption)
    .action(({ payer }: { payer: string }) => cli.perform((session) => showFund(session, payer)));
};
