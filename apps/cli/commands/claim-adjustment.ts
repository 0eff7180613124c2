// `lindung claim determination|recovery`: an authority's binding word, and what is done about overpayment.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  BINDING_AUTHORITIES,
  type BindingAuthority,
  RECOVERY_OUTCOMES,
} from '../../../domain/claim/adjustment/adjustment-events.ts';
import type { RupiahText } from '../../../domain/money.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf, rupiahOption } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

type Determination = {
  readonly by: BindingAuthority;
  readonly reference: string;
  readonly on: LocalDate;
  readonly amount: RupiahText;
  readonly basis: string;
  readonly evidence: string;
};

const determine = (
  session: Session,
  claimId: string,
  { by: authority, reference, on, amount, basis, evidence }: Determination,
): Promise<Outcome> =>
  withKeptPaper(session, evidence, async ({ sha256: evidenceSha256 }) => {
    const command = {
      type: 'RecordBindingDetermination',
      data: {
        ...{ authority, reference, determinedOn: on, entitledIdr: amount, basis, evidenceSha256 },
      },
    } as const;
    const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
    return answerOutcome(session, answer, [], { evidenceSha256 });
  });

type Recovery = {
  readonly decide: (typeof RECOVERY_OUTCOMES)[number];
  readonly amount: RupiahText;
  readonly basis: string;
  readonly why: string;
};

const recover = async (
  session: Session,
  claimId: string,
  { decide: outcome, amount: amountIdr, basis: legalBasis, why: reason }: Recovery,
): Promise<Outcome> => {
  const data = { outcome, amountIdr, legalBasis, reason };
  const command = { type: 'DecideRecovery', data } as const;
  const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
  return answerOutcome(session, answer, []);
};

type Repayment = {
  readonly amount: RupiahText;
  readonly paidOn: LocalDate;
  readonly reference: string;
  readonly evidence: string;
};

const repay = (
  session: Session,
  claimId: string,
  { amount: amountIdr, paidOn, reference, evidence }: Repayment,
): Promise<Outcome> =>
  withKeptPaper(session, evidence, async ({ sha256: evidenceSha256 }) => {
    const data = { amountIdr, paidOn, reference, evidenceSha256 };
    const command = { type: 'RecordRepayment', data } as const;
    const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
    return answerOutcome(session, answer, []);
  });

export const registerClaimAdjustment = (claim: Command, cli: Cli): void => {
  claim
    .command('determination')
    .argument('<claim>', '', idOption)
    .requiredOption('--by <office>', '', oneOf(BINDING_AUTHORITIES))
    .requiredOption('--reference <text>')
    .requiredOption('--on <date>', '', dayOption)
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--basis <text>')
    .requiredOption('--evidence <path>')
    .action((claimId: string, options: Determination) =>
      cli.act((session) => determine(session, claimId, options)),
    );
  claim
    .command('recovery')
    .argument('<claim>', '', idOption)
    .requiredOption('--decide <choice>', '', oneOf(RECOVERY_OUTCOMES))
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--basis <text>')
    .requiredOption('--why <text>')
    .action((claimId: string, options: Recovery) =>
      cli.act((session) => recover(session, claimId, options)),
    );
  claim
    .command('repaid')
    .argument('<claim>', '', idOption)
    .requiredOption('--amount <rupiah>', '', rupiahOption)
    .requiredOption('--paid-on <date>', '', dayOption)
    .requiredOption('--reference <text>')
    .requiredOption('--evidence <path>')
    .action((claimId: string, options: Repayment) =>
      cli.act((session) => repay(session, claimId, options)),
    );
};
