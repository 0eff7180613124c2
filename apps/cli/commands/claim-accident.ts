// `lindung claim second-stage|late-reason|medical|costs|payee`: a work accident on its way to payment.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import {
  type ClaimedBill,
  LATE_REASONS,
  type LateReason,
  MEDICAL_OUTCOMES,
  type MedicalOutcome,
  REPORT_STAGES,
  type ReportStage,
} from '../../../domain/claim/incident/incident-events.ts';
import { BILL_CODES } from '../../../domain/rules/reimbursement.ts';
import type { Cli } from '../cli.ts';
import { readPayeeFile } from '../heirs-file.ts';
import { dayOption, expected, idOption, oneOf, rupiahOption } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { answerOutcome, envelope, newCommandId, type Session } from '../session.ts';
import { readStatement } from '../statement-file.ts';
import { registerClaimConclude } from './claim-conclude.ts';

const send = async (session: Session, claimId: string, command: ClaimCommand): Promise<Outcome> =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'claim', claimId, command)),
    [],
  );

/** `JKK.TRANSPORT_LAND=350000`, with the price of the government hospital after a colon where asked. */
const billOption = (text: string, before: readonly ClaimedBill[] = []): readonly ClaimedBill[] => {
  const [name = '', amounts = ''] = text.split('=');
  const code = BILL_CODES.find((known) => known === name || known === `JKK.${name}`);
  const [amount = '', reference] = amounts.split(':');
  if (code === undefined) throw expected('choice', BILL_CODES.join(', '));
  const amountIdr = rupiahOption(amount);
  const referencePriceIdr = reference === undefined ? null : rupiahOption(reference);
  return [...before, { code, amountIdr, referencePriceIdr }];
};

type Lateness = {
  readonly stage: ReportStage;
  readonly because: LateReason;
  readonly note?: string;
};

const registerApplication = (claim: Command, cli: Cli): void => {
  claim
    .command('second-stage')
    .argument('<claim>', '', idOption)
    .requiredOption('--outcome <outcome>', '', oneOf(MEDICAL_OUTCOMES))
    .requiredOption('--declared-on <date>', '', dayOption)
    .action((claimId: string, options: { outcome: MedicalOutcome; declaredOn: LocalDate }) =>
      cli.act((session) => send(session, claimId, { type: 'ReportSecondStage', data: options })),
    );
  claim
    .command('late-reason')
    .argument('<claim>', '', idOption)
    .requiredOption('--stage <stage>', '', oneOf(REPORT_STAGES))
    .requiredOption('--because <choice>', '', oneOf(LATE_REASONS))
    .option('--note <text>')
    .action((claimId: string, { stage, because, note = '' }: Lateness) =>
      cli.act((session) =>
        send(session, claimId, { type: 'ExplainLateness', data: { stage, because, note } }),
      ),
    );
  claim
    .command('medical')
    .argument('<claim>', '', idOption)
    .requiredOption('--file <path>')
    .requiredOption('--evidence <path>')
    .action((claimId: string, options: { file: string; evidence: string }) =>
      cli.act(async (session) => {
        const statement = await readStatement(options.file);
        return withKeptPaper(session, options.evidence, ({ sha256: evidenceSha256 }) =>
          send(session, claimId, {
            type: 'RecordMedicalStatement',
            data: { ...statement, evidenceSha256 },
          }),
        );
      }),
    );
  claim
    .command('costs')
    .argument('<claim>', '', idOption)
    .requiredOption('--bill <bill>', '', billOption)
    .action((claimId: string, { bill: bills }: { bill: readonly ClaimedBill[] }) =>
      cli.act((session) => send(session, claimId, { type: 'ClaimCosts', data: { bills } })),
    );
};

export const registerClaimAccident = (claim: Command, cli: Cli): void => {
  registerClaimConclude(claim, cli);
  registerApplication(claim, cli);
  claim
    .command('payee')
    .argument('<claim>', '', idOption)
    .requiredOption('--file <path>')
    .action((claimId: string, options: { file: string }) =>
      cli.act(async (session) => {
        const commandId = newCommandId(session);
        const target = { claimId, commandId, path: options.file };
        const payee = await readPayeeFile(session, target);
        const answer = await session.gateway.send({
          ...envelope(session, 'claim', claimId, { type: 'DeterminePayee', data: { payee } }),
          commandId,
        });
        return answerOutcome(session, answer, []);
      }),
    );
};
