// `lindung payout correct-payee …`: the account of a payee was wrong; two persons put it right.
import type { Command } from 'commander';
import { lastOf } from '../../../activities/stored-events.ts';
import { moneyPhrases as phrases } from '../../copy/money-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { expected, idOption } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { keepPaper } from '../paper-intake.ts';
import {
  answerOutcome,
  envelope,
  newCommandId,
  refusalOutcome,
  type Session,
  sealFields,
} from '../session.ts';

type Account = { readonly account: string; readonly bic: string };

const accountOption = (text: string): string => {
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^\d{8,20}$/.test(digits)) throw expected('account');
  return digits;
};

const bicOption = (text: string): string => {
  const bic = text.toUpperCase();
  if (!/^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(bic)) throw expected('bic');
  return bic;
};

const indexOf = ({ keys }: Session, { account, bic }: Account): string =>
  Buffer.from(keys.keyedHash('account', `${bic}|${account}`)).toString('hex');

const refusedHere = (session: Session, code: string): Outcome =>
  refusalOutcome(session, { status: 'refused', code, facts: {} });

const propose = async (
  session: Session,
  payableId: string,
  wish: Account & { readonly evidence: string; readonly why: string },
): Promise<Outcome> => {
  const created = lastOf(await session.store.loadStream(payableId), 'PayableCreated');
  if (created === null) return refusedHere(session, 'PayableUnknown');
  const { payee } = created.data;
  if (payee === null) return refusedHere(session, 'PayableIsRetained');
  const looked = await keepPaper(session, wish.evidence);
  if ('outcome' in looked) return looked.outcome;
  const { sha256: evidenceSha256 } = looked.kept;
  const commandId = newCommandId(session);
  const { account } = await sealFields(session, payee.account.subject, commandId, {
    account: ['payee.account', wish.account],
  });
  const data = { accountIndex: indexOf(session, wish), bic: wish.bic, reason: wish.why };
  const answer = await session.gateway.send({
    ...envelope(session, 'payable', payableId, {
      type: 'ProposePayeeCorrection',
      data: { ...data, account, evidenceSha256 },
    }),
    commandId,
  });
  const said = say(session.language, phrases.correctionWaits, { id: payableId });
  return answerOutcome(session, answer, [said], { evidenceSha256 });
};

const confirm = async (session: Session, payableId: string, wish: Account): Promise<Outcome> =>
  answerOutcome(
    session,
    await session.gateway.send(
      envelope(session, 'payable', payableId, {
        type: 'ConfirmPayeeCorrection',
        data: { accountIndex: indexOf(session, wish), bic: wish.bic },
      }),
    ),
    [],
  );

export const registerCorrectPayee = (payout: Command, cli: Cli): void => {
  const correct = payout.command('correct-payee');
  const withAccount = (name: string): Command =>
    correct
      .command(name)
      .argument('<payable>', '', idOption)
      .requiredOption('--account <number>', '', accountOption)
      .requiredOption('--bic <bic>', '', bicOption);
  withAccount('propose')
    .requiredOption('--evidence <path>')
    .requiredOption('--why <text>')
    .action((payableId: string, options: Account & { evidence: string; why: string }) =>
      cli.act((session) => propose(session, payableId, options)),
    );
  withAccount('confirm').action((payableId: string, options: Account) =>
    cli.act((session) => confirm(session, payableId, options)),
  );
};
