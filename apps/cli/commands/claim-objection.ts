// `lindung claim object`: what a family objects to a decision, dated, with its proof.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { ReporterRelation } from '../../../domain/claim/intake/report-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { claimPhrases as phrases } from '../../copy/claim-phrases.ts';
import { reporterRelations } from '../../copy/claim-words.ts';
import { codesOf } from '../../copy/code-words.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { keepPaper } from '../paper-intake.ts';
import {
  answerOutcome,
  envelope,
  isRefused,
  newCommandId,
  type Session,
  sealFields,
} from '../session.ts';

type Options = {
  readonly on: LocalDate;
  readonly relation: ReporterRelation;
  readonly objector: string;
  readonly grounds: string;
  readonly evidence?: string;
};

const object = async (session: Session, claimId: string, options: Options): Promise<Outcome> => {
  const { evidence, on: objectedOn, relation } = options;
  const looked = evidence === undefined ? null : await keepPaper(session, evidence);
  if (looked !== null && 'outcome' in looked) return looked.outcome;
  const evidenceSha256 = looked?.kept.sha256 ?? null;
  const commandId = newCommandId(session);
  const objectionId = streamIds.derived(commandId, 'objection');
  const sealed = await sealFields(session, streamIds.person(claimId, objectionId), commandId, {
    objector: ['objection.name', options.objector],
    grounds: ['objection.grounds', options.grounds],
  });
  const answer = await session.gateway.send({
    ...envelope(session, 'claim', claimId, {
      type: 'ObjectToDecision',
      data: {
        ...{ objectionId, relation, objectedOn, evidenceSha256 },
        ...sealed,
      },
    }),
    commandId,
  });
  const said = isRefused(answer)
    ? []
    : [say(session.language, phrases.objectionKept, { id: objectionId })];
  return answerOutcome(session, answer, said, { objectionId });
};

export const registerClaimObjection = (claim: Command, cli: Cli): void => {
  claim
    .command('object')
    .argument('<claim>', '', idOption)
    .requiredOption('--on <date>', '', dayOption)
    .requiredOption('--relation <relation>', '', oneOf(codesOf(reporterRelations)))
    .requiredOption('--objector <name>')
    .requiredOption('--grounds <text>')
    .option('--evidence <path>')
    .action((claimId: string, options: Options) =>
      cli.act((session) => object(session, claimId, options)),
    );
};
