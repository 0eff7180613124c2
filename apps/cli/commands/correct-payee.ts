// `lindung payout correct-payee …`: the account of a payee was wrong; two persons put it right.
import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { lastOf } from '../../../activities/stored-events.ts';
import { refusalText } from '../../copy/catalogue.ts';
import type { Cli } from '../cli.ts';
import { idOption } from '../option-values.ts';
import { foundWrong, type Outcome } from '../outcome.ts';
import { answerOutcome, envelope, newCommandId, type Session, sealFields } from '../session.ts';

type Account = { readonly account: string; readonly bic: string };

const accountOption = (text: string): string => {
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^\d{8,20}$/.test(digits)) throw new InvalidArgumentError('8–20 angka / digits');
  return digits;
};

const bicOption = (text: string): string => {
  const bic = text.toUpperCase();
  if (!/^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(bic))
    throw new InvalidArgumentError('kode BIC 8 atau 11 huruf / a BIC of 8 or 11 characters');
  return bic;
};

const indexOf = ({ keys }: Session, { account, bic }: Account): string =>
  Buffer.from(keys.keyedHash('account', `${bic}|${account}`)).toString('hex');

const refusedHere = (session: Session, code: string): Outcome => {
  const refused = { status: 'refused', code, facts: {} } as const;
  const text = refusalText(refused, session.language);
  return foundWrong({ ...refused, text }, [`ditolak / refused [${code}]: ${text}`]);
};

const propose = async (
  session: Session,
  payableId: string,
  wish: Account & { readonly evidence: string; readonly why: string },
): Promise<Outcome> => {
  const created = lastOf(await session.store.loadStream(payableId), 'PayableCreated');
  if (created === null) return refusedHere(session, 'PayableUnknown');
  const { payee } = created.data;
  if (payee === null) return refusedHere(session, 'PayableIsRetained');
  const bytes = await readFile(wish.evidence);
  if (bytes.byteLength === 0) return refusedHere(session, 'EvidenceMissing');
  const { sha256: evidenceSha256 } = await session.documents.put(bytes);
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
  return answerOutcome(
    session,
    answer,
    ['menunggu orang kedua / waits for a second person: lindung payout correct-payee confirm'],
    { evidenceSha256 },
  );
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
  const correct = payout
    .command('correct-payee')
    .description('betulkan rekening penerima, oleh dua orang / put the payee’s account right');
  const withAccount = (name: string, description: string): Command =>
    correct
      .command(name)
      .description(description)
      .argument('<payable>', 'pembayaran / payable', idOption)
      .requiredOption('--account <number>', 'nomor rekening (disegel) / account', accountOption)
      .requiredOption('--bic <bic>', 'kode bank / BIC of the bank', bicOption);
  withAccount('propose', 'usulkan rekening lain dengan bukti; pembayaran ditahan / propose')
    .requiredOption('--evidence <path>', 'berkas bukti, mis. buku rekening / the paper')
    .requiredOption('--why <text>', 'alasan / reason')
    .action((payableId: string, options: Account & { evidence: string; why: string }) =>
      cli.perform((session) => propose(session, payableId, options)),
    );
  withAccount(
    'confirm',
    'orang kedua membaca rekeningnya sendiri dan mengesahkan / confirm',
  ).action((payableId: string, options: Account) =>
    cli.perform((session) => confirm(session, payableId, options)),
  );
};
