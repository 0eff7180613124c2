// `lindung claim verify-field open|assign|done|waive`: somebody goes and sees, and signs what was seen.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import {
  type MinutesSigner,
  SIGNER_PARTS,
  type SignerPart,
  VISIT_RESULTS,
  type VisitResult,
} from '../../../domain/claim/field/field-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { Cli } from '../cli.ts';
import { dayOption, expected, idOption, oneOf } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { answerOutcome, envelope, newCommandId, type Session, sealFields } from '../session.ts';

const send = async (session: Session, claimId: string, command: ClaimCommand): Promise<Outcome> =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'claim', claimId, command)),
    [],
  );

type Named = { readonly part: SignerPart; readonly name: string };

/** `WITNESS:Nama Saksi`; given once for each person who signed. */
const signerOption = (text: string, before: readonly Named[] = []): readonly Named[] => {
  const at = text.indexOf(':');
  const part = SIGNER_PARTS.find((known) => known === text.slice(0, at));
  const name = text.slice(at + 1).trim();
  if (part === undefined || name === '')
    throw expected('choice', SIGNER_PARTS.map((known) => `${known}:…`).join(', '));
  return [...before, { part, name }];
};

type Done = {
  readonly visitedOn: LocalDate;
  readonly result: VisitResult;
  readonly minutes: string;
  readonly signed: readonly Named[];
  readonly evidence: string;
};

/** Names and what was seen are sealed here, before anything travels. */
const record = (session: Session, claimId: string, options: Done): Promise<Outcome> =>
  withKeptPaper(session, options.evidence, async ({ sha256: evidenceSha256 }) => {
    const commandId = newCommandId(session);
    const person = streamIds.person(claimId, streamIds.derived(commandId, 'visit'));
    const { minutes } = await sealFields(session, person, commandId, {
      minutes: ['visit.minutes', options.minutes],
    });
    const signers: MinutesSigner[] = [];
    for (const [place, { part, name: value }] of options.signed.entries()) {
      const { name } = await sealFields(session, person, streamIds.derived(commandId, `${place}`), {
        name: ['visit.signer', value],
      });
      signers.push({ part, name });
    }
    const { visitedOn, result } = options;
    const answer = await session.gateway.send({
      ...envelope(session, 'claim', claimId, {
        type: 'RecordFieldVisit',
        data: { visitedOn, result, minutes, signers, evidenceSha256 },
      }),
      commandId,
    });
    return answerOutcome(session, answer, []);
  });

export const registerClaimField = (claim: Command, cli: Cli): void => {
  const visits = claim.command('verify-field');
  for (const [name, type] of [
    ['open', 'OpenFieldVisit'],
    ['waive', 'WaiveFieldVisit'],
  ] as const)
    visits
      .command(name)
      .argument('<claim>', '', idOption)
      .requiredOption('--why <text>')
      .action((claimId: string, { why: reason }: { why: string }) =>
        cli.act((session) => send(session, claimId, { type, data: { reason } })),
      );
  visits
    .command('assign')
    .argument('<claim>', '', idOption)
    .requiredOption('--to <actor>')
    .action((claimId: string, { to: officer }: { to: string }) =>
      cli.act((session) =>
        // Whether they may go is collected by the engine.
        send(session, claimId, { type: 'AssignFieldVisit', data: { officer, mayVisit: false } }),
      ),
    );
  visits
    .command('done')
    .argument('<claim>', '', idOption)
    .requiredOption('--visited-on <date>', '', dayOption)
    .requiredOption('--result <outcome>', '', oneOf(VISIT_RESULTS))
    .requiredOption('--minutes <text>')
    .requiredOption('--signed <name>', '', signerOption)
    .requiredOption('--evidence <path>')
    .action((claimId: string, options: Done) =>
      cli.act((session) => record(session, claimId, options)),
    );
};
