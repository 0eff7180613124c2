// What a run instructs the bank to pay: names and accounts are opened here, and nowhere kept.
import { ApplicationFailure } from '@temporalio/activity';
import { officeDay } from '../domain/calendar.ts';
import { parseRupiah } from '../domain/money.ts';
import type { PayableState } from '../domain/payout/payable-state.ts';
import type { Flow, PayerRegistered } from '../domain/programme/events.ts';
import type { Sealed } from '../domain/sealed.ts';
import type { BankProfile, PaymentInstruction, PaymentOrder } from '../infra/bank/bank-port.ts';
import type { Ports } from './ports.ts';
import { programmeOfPayable } from './programme-of-payable.ts';
import { allOf } from './stored-events.ts';

export type DuePayment = {
  readonly created: NonNullable<PayableState['created']>;
  /** As last confirmed: the account that the claim named may have been put right since. */
  readonly payee: PayableState['payee'];
  readonly endToEndId: string;
};

const broken = (type: string, message: string): ApplicationFailure =>
  ApplicationFailure.create({ type, message, nonRetryable: true });

const openAll = async (ports: Ports, sealed: readonly Sealed[]): Promise<readonly string[]> => {
  const opened = await ports.keys.openMany(sealed);
  return opened.map((field) => {
    if (field.status === 'opened') return field.value;
    throw broken('Pii.KeyShredded', 'the key of a payee was destroyed: the payment cannot be made');
  });
};

const payerOf = async (
  ports: Ports,
  created: DuePayment['created'],
): Promise<PayerRegistered['data']> => {
  const { payerId } = created;
  const programmeId = await programmeOfPayable(ports.store, created);
  const programme = programmeId === undefined ? [] : await ports.store.loadStream(programmeId);
  const payer = allOf(programme, 'PayerRegistered').find((known) => known.payerId === payerId);
  if (payer === undefined)
    throw broken('Payout.PayerUnknown', `payer ${payerId} is not registered`);
  return payer;
};

/** ISO 20022: at most 35 characters; one run is one message. */
export const messageIdOf = (runId: string): string =>
  `LR${runId.replaceAll('-', '').toUpperCase()}`;

/** What heirs read on their statement; a contribution is paid by its own papers. */
const REMITTANCE: Readonly<Record<Flow, string>> = {
  ...{ BENEFIT: 'MANFAAT', LOCAL_AID: 'SANTUNAN DAERAH', CONTRIBUTION: 'IURAN' },
};

const instructionsOf = async (
  ports: Ports,
  payments: readonly DuePayment[],
): Promise<readonly PaymentInstruction[]> => {
  const payees = payments.flatMap(({ payee }) => (payee === null ? [] : [payee]));
  const opened = await openAll(
    ports,
    payees.flatMap(({ name, account }) => [name, account]),
  );
  return payments.flatMap(({ created, payee, endToEndId }, place) => {
    const creditorName = opened[2 * place];
    const creditorAccount = opened[2 * place + 1];
    if (payee === null || creditorName === undefined || creditorAccount === undefined)
      throw broken('Payout.RetainedInRun', 'a retained payable cannot be in a run');
    return {
      endToEndId,
      amountIdr: parseRupiah(created.amountIdr),
      creditorName,
      creditorAccount,
      creditorBic: payee.bic,
      remittance: `${REMITTANCE[created.flow]} ${created.claimId.slice(0, 8)}`,
    };
  });
};

/** The same run and instant give the same order, so a second rendering gives the same bytes. */
export const paymentOrder = async (
  ports: Ports,
  run: { readonly runId: string; readonly createdAt: string },
  payments: readonly DuePayment[],
): Promise<{ readonly order: PaymentOrder; readonly profile: BankProfile }> => {
  const [first] = payments;
  if (first === undefined) throw broken('Payout.RunEmpty', 'the run has no payments');
  const payer = await payerOf(ports, first.created);
  const profile = ports.bank.profile(payer.bank);
  if (profile === undefined)
    throw broken('Payout.BankUnknown', `no profile of the bank ${payer.bank} is configured`);
  const [account = ''] = await openAll(ports, [payer.fundingAccount]);
  const order: PaymentOrder = {
    messageId: messageIdOf(run.runId),
    createdAt: run.createdAt,
    executionDate: officeDay(run.createdAt),
    debtor: { name: payer.legalEntity, account, bic: profile.bic },
    instructions: await instructionsOf(ports, payments),
  };
  return { order, profile };
};
