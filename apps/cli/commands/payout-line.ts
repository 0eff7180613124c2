// `lindung payout read-line|confirm-line`: a bank without return files, line by line, by two persons.
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import type { LineKind } from '../../../domain/payout/statement-line-events.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatDay, formatRupiah } from '../../copy/format.ts';
import { moneyPhrases as phrases } from '../../copy/money-phrases.ts';
import { payableStages } from '../../copy/money-words.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, rupiahOption } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

type ReadOptions = {
  payment?: string;
  amount: RupiahText;
  bookedOn: LocalDate;
  reference?: string;
  returned?: true;
  evidence: string;
};

type ConfirmOptions = Pick<ReadOptions, 'amount' | 'bookedOn' | 'returned'>;

const kindOf = ({ returned }: Pick<ReadOptions, 'returned'>): LineKind =>
  returned === true ? 'returned' : 'settled';

/** The last attempt that left the house, unless the reader names another one. */
const attemptOf = async (session: Session, payableId: string): Promise<string> => {
  const { attempts } = stateOf(payableDecider, await session.store.loadStream(payableId));
  return attempts.findLast(({ status }) => status !== 'VOIDED')?.endToEndId ?? '';
};

const readLine = (session: Session, payableId: string, options: ReadOptions): Promise<Outcome> =>
  withKeptPaper(session, options.evidence, async ({ sha256: evidenceSha256 }) => {
    const endToEndId = options.payment ?? (await attemptOf(session, payableId));
    const { amount: amountIdr, bookedOn, reference: bankReference = '' } = options;
    const kind = kindOf(options);
    const answer = await session.gateway.send(
      envelope(session, 'payable', payableId, {
        type: 'ReadStatementLine',
        data: { endToEndId, kind, amountIdr, bankReference, bookedOn, evidenceSha256 },
      }),
    );
    const said = say(session.language, phrases.lineWaits, { id: payableId });
    return answerOutcome(session, answer, [said], { endToEndId, evidenceSha256 });
  });

const confirmLine = async (
  session: Session,
  payableId: string,
  options: ConfirmOptions,
): Promise<Outcome> => {
  const { language } = session;
  const { amount: amountIdr, bookedOn } = options;
  const answer = await session.gateway.send(
    envelope(session, 'payable', payableId, {
      type: 'ConfirmStatementLine',
      data: { kind: kindOf(options), amountIdr, bookedOn },
    }),
  );
  if (answer.status === 'refused') return answerOutcome(session, answer, []);
  const said = say(language, phrases.lineConfirmed, {
    ...{ amount: formatRupiah(amountIdr, language), on: formatDay(bookedOn, language) },
    stage: wordOf(payableStages, answer.stage, language),
  });
  return answerOutcome(session, answer, [said]);
};

export const registerStatementLine = (payout: Command, cli: Cli): void => {
  const line = (name: string): Command =>
    payout
      .command(name)
      .argument('<payable>', '', idOption)
      .requiredOption('--amount <rupiah>', '', rupiahOption)
      .requiredOption('--booked-on <date>', '', dayOption)
      .option('--returned');
  line('read-line')
    .requiredOption('--evidence <path>')
    .option('--payment <id>')
    .option('--reference <text>')
    .action((payableId: string, options: ReadOptions) =>
      cli.act((session) => readLine(session, payableId, options)),
    );
  line('confirm-line').action((payableId: string, options: ConfirmOptions) =>
    cli.act((session) => confirmLine(session, payableId, options)),
  );
};
