// `lindung claim object|answer-objection`: what a family objects to a decision, and the answer.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  OBJECTION_OUTCOMES,
  type ObjectionAnswered,
} from '../../../domain/claim/decision/objection-events.ts';
import type { ReporterRelation } from '../../../domain/claim/intake/report-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { claimPhrases as phrases } from '../../copy/claim-phrases.ts';
import { reporterRelations } from '../../copy/claim-words.ts';
import { codesOf } from '../../copy/code-words.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf, reasonOption } from '../option-values.ts';
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

type Answer = {
  readonly outcome: ObjectionAnswered['data']['outcome'];
  readonly why: string;
  readonly article: string;
};

const answerIt = async (
  session: Session,
  claimId: string,
  { outcome, why: reason, article }: Answer,
): Promise<Outcome> => {
  const command = { type: 'AnswerObjection', data: { outcome, reason, article } } as const;
  const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
  return answerOutcome(session, answer, []);
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
  claim
    .command('answer-objection')
    .argument('<claim>', '', idOption)
    .requiredOption('--outcome <outcome>', '', oneOf(OBJECTION_OUTCOMES))
    .requiredOption('--why <text>', '', reasonOption)
    .requiredOption('--article <text>', '', reasonOption)
    .action((claimId: string, options: Answer) =>
      cli.act((session) => answerIt(session, claimId, options)),
    );
};
