// `lindung claim conclude`: what a suspected accident was, or where a death comes from.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  DEATH_CONCLUSIONS,
  type DeathConclusion,
} from '../../../domain/claim/death/death-events.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { incidentPhrases as phrases } from '../../copy/incident-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { deathOriginLines } from '../death-origin-lines.ts';
import { dayOption, idOption, oneOf } from '../option-values.ts';
import { type Outcome, usageWrong } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { answerOutcome, envelope, isRefused, type Session } from '../session.ts';

type Concluding = {
  asWhat: DeathConclusion;
  evidence: string;
  why: string;
  traffic?: boolean;
  accidentDate?: LocalDate;
  accident?: string;
};

/** Without a day of its own, that of the accident's claim. */
const accidentDayOf = async (
  session: Session,
  { accidentDate, accident }: Concluding,
): Promise<LocalDate | null> => {
  if (accidentDate !== undefined || accident === undefined) return accidentDate ?? null;
  return (await claimFileInLog(session.store, accident))?.facts.incident?.eventDate ?? null;
};

const commandFor = (
  options: Concluding,
  facts: { isDeath: boolean; evidenceSha256: string; accidentDate: LocalDate | null },
): ClaimCommand => {
  const { asWhat: conclusion, why: reason, traffic = false, accident = null } = options;
  const { evidenceSha256, accidentDate } = facts;
  // Only a death can be a sudden one: its decider refuses it to an accident.
  if (!facts.isDeath && conclusion !== 'SUDDEN_DEATH')
    return { type: 'ConcludeIncident', data: { conclusion, evidenceSha256, reason, traffic } };
  return {
    type: 'ConcludeDeath',
    data: {
      ...{ conclusion, accidentDate, evidenceSha256, reason, traffic },
      ...{ accidentClaimId: accident, cover: null },
    },
  };
};

const conclude = async (
  session: Session,
  claimId: string,
  options: Concluding,
): Promise<Outcome> => {
  const { language, store } = session;
  const isDeath = (await claimFileInLog(store, claimId))?.facts.deathDate != null;
  const namesAccident = options.accidentDate !== undefined || options.accident !== undefined;
  if (!isDeath && namesAccident)
    return usageWrong('ReportContradicts', say(language, phrases.accidentOfDeathOnly));
  const accidentDate = await accidentDayOf(session, options);
  return withKeptPaper(session, options.evidence, async ({ sha256: evidenceSha256 }) => {
    const command = commandFor(options, { isDeath, evidenceSha256, accidentDate });
    const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
    if (isRefused(answer) || !isDeath) return answerOutcome(session, answer, []);
    const file = await claimFileInLog(store, claimId);
    return answerOutcome(
      session,
      answer,
      file === undefined ? [] : deathOriginLines(file, language),
    );
  });
};

export const registerClaimConclude = (claim: Command, cli: Cli): void => {
  claim
    .command('conclude')
    .argument('<claim>', '', idOption)
    .requiredOption('--as-what <ground>', '', oneOf(DEATH_CONCLUSIONS))
    .requiredOption('--evidence <path>')
    .requiredOption('--why <text>')
    .option('--traffic')
    .option('--accident-date <date>', '', dayOption)
    .option('--accident <claim>', '', idOption)
    .action((claimId: string, options: Concluding) =>
      cli.act((session) => conclude(session, claimId, options)),
    );
};
