// `lindung claim report --kind MISSING`, `claim determine-death|found`: somebody who did not come back.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  MISSING_AUTHORITIES,
  type MissingAuthority,
  type MissingReport,
} from '../../../domain/claim/death/missing-events.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { claimPhrases } from '../../copy/claim-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { missingLines } from '../missing-lines.ts';
import { dayOption, idOption, oneOf } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import {
  answerOutcome,
  envelope,
  isRefused,
  newCommandId,
  type Session,
  sealFields,
} from '../session.ts';

type MissingOptions = Pick<MissingReport, 'channel' | 'relation'> & {
  readonly worker: string;
  readonly eventDate: LocalDate;
  readonly reporter: string;
  readonly contact: string;
  readonly circumstances: string;
  readonly workAccident?: boolean;
};

export const reportMissing = async (
  session: Session,
  options: MissingOptions,
): Promise<Outcome> => {
  const { worker: workerId, eventDate: missingSince, channel, relation } = options;
  const claimId = streamIds.deathClaim(workerId);
  const commandId = newCommandId(session);
  const reportId = streamIds.derived(commandId, 'report');
  const sealed = await sealFields(session, streamIds.person(claimId, reportId), commandId, {
    reporterName: ['report.name', options.reporter],
    reporterContact: ['report.contact', options.contact],
    circumstances: ['report.circumstances', options.circumstances],
  });
  const answer = await session.gateway.send({
    ...envelope(session, 'claim', claimId, {
      type: 'ReportMissing',
      data: {
        ...{ claimId, workerId, reportId, missingSince, channel, relation },
        workAccidentSuspected: options.workAccident === true,
        ...sealed,
      },
    }),
    commandId,
  });
  if (isRefused(answer)) return answerOutcome(session, answer, [], { claimId });
  const file = await claimFileInLog(session.store, claimId);
  const { language } = session;
  const told = file === undefined ? [] : missingLines(file, language);
  return answerOutcome(
    session,
    answer,
    [say(language, claimPhrases.reportNew, { id: claimId }), ...told],
    { claimId },
  );
};

/** The paper is kept first; what the claim says of the person then is told at once. */
const withProof = (
  session: Session,
  claimId: string,
  [path, command]: readonly [string, (evidenceSha256: string) => ClaimCommand],
): Promise<Outcome> =>
  withKeptPaper(session, path, async ({ sha256 }) => {
    const answer = await session.gateway.send(envelope(session, 'claim', claimId, command(sha256)));
    const file = await claimFileInLog(session.store, claimId);
    const told =
      isRefused(answer) || file === undefined ? [] : missingLines(file, session.language);
    return answerOutcome(session, answer, told);
  });

type Determining = {
  deathDate: LocalDate;
  authority: MissingAuthority;
  reference: string;
  determinedOn: LocalDate;
  evidence: string;
};

export const registerClaimMissing = (claim: Command, cli: Cli): void => {
  claim
    .command('determine-death')
    .argument('<claim>', '', idOption)
    .requiredOption('--death-date <date>', '', dayOption)
    .requiredOption('--authority <authority>', '', oneOf(MISSING_AUTHORITIES))
    .requiredOption('--reference <text>')
    .requiredOption('--determined-on <date>', '', dayOption)
    .requiredOption('--evidence <path>')
    .action((claimId: string, { evidence, ...said }: Determining) =>
      cli.act((session) =>
        withProof(session, claimId, [
          evidence,
          (evidenceSha256) => ({ type: 'DetermineDeath', data: { ...said, evidenceSha256 } }),
        ]),
      ),
    );
  claim
    .command('found')
    .argument('<claim>', '', idOption)
    .requiredOption('--found-on <date>', '', dayOption)
    .requiredOption('--evidence <path>')
    .requiredOption('--why <text>')
    .action((claimId: string, said: { foundOn: LocalDate; evidence: string; why: string }) =>
      cli.act((session) =>
        withProof(session, claimId, [
          said.evidence,
          (evidenceSha256) => ({
            type: 'RecordFoundAlive',
            data: { foundOn: said.foundOn, evidenceSha256, reason: said.why },
          }),
        ]),
      ),
    );
};
