// `lindung claim …`: a death from the first report to the decision.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  REJECTION_ARTICLES,
  REJECTION_CODES,
  type RejectionCode,
} from '../../../domain/claim/decision/rejection-codes.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { Answer } from '../../../domain/command.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { claimPhrases as phrases } from '../../copy/claim-phrases.ts';
import { checkCodes } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { rejectionCures } from '../../copy/rejections.ts';
import { say } from '../../copy/text.ts';
import { aboveLimit } from '../above-limit.ts';
import { findingLines } from '../claim-findings.ts';
import type { Cli } from '../cli.ts';
import { readHeirsFile } from '../heirs-file.ts';
import { heirsTemplate } from '../heirs-table.ts';
import { dayOption, idOption, oneOf, rupiahOption } from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { checksAgainst } from '../rejection-checks.ts';
import { answerOutcome, envelope, isRefused, newCommandId, type Session } from '../session.ts';
import { registerClaimAccident } from './claim-accident.ts';
import { registerClaimActs } from './claim-acts.ts';
import { registerClaimAdjustment } from './claim-adjustment.ts';
import { registerClaimAssignment } from './claim-assignment.ts';
import { registerClaimCorrection } from './claim-correction.ts';
import { registerClaimCourt } from './claim-court.ts';
import { registerClaimDecide } from './claim-decide.ts';
import { registerClaimDocuments } from './claim-documents.ts';
import { registerClaimEscalation } from './claim-escalation.ts';
import { registerClaimField } from './claim-field.ts';
import { registerClaimForm } from './claim-form.ts';
import { registerClaimHospital } from './claim-hospital.ts';
import { registerClaimImport } from './claim-import.ts';
import { registerClaimMissing } from './claim-missing.ts';
import { registerClaimObjection } from './claim-objection.ts';
import { registerClaimReport } from './claim-report.ts';
import { registerClaimRules } from './claim-rules.ts';
import { registerClaimTime } from './claim-time.ts';
import { registerClaimViews } from './claim-views.ts';

const sendClaim = async (session: Session, claimId: string, command: ClaimCommand) =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'claim', claimId, command)),
    [],
  );

/** Not only where the claim stands now: what was found, from the log itself. */
const withFindings = async (session: Session, answer: Answer): Promise<Outcome> => {
  if (isRefused(answer)) return answerOutcome(session, answer, []);
  const file = await claimFileInLog(session.store, answer.streamId);
  if (file === undefined) return answerOutcome(session, answer, []);
  const { checks, heirs, benefits } = file.contents;
  return answerOutcome(session, answer, findingLines(file, session.language), {
    checks: checks?.results ?? null,
    heirs: heirs && { rank: heirs.rank, payee: heirs.payee.ref, heirs: heirs.heirs.length },
    totalIdr: benefits?.totalIdr ?? null,
  });
};

const registerVerification = (claim: Command, cli: Cli): void => {
  claim
    .command('check')
    .argument('<claim>', '', idOption)
    .action((claimId: string) =>
      cli.act(async (session) =>
        withFindings(
          session,
          await session.gateway.send(
            envelope(session, 'claim', claimId, {
              type: 'CheckClaim',
              // Collected by the engine from the worker's and the tranche's streams.
              data: { cover: null },
            }),
          ),
        ),
      ),
    );
  claim
    .command('heirs')
    .argument('<claim>', '', idOption)
    .requiredOption('--file <path>')
    .action((claimId: string, options: { file: string }) =>
      cli.act(async (session) => {
        const commandId = newCommandId(session);
        const data = await readHeirsFile(session, { claimId, commandId, path: options.file });
        const answer = await session.gateway.send({
          ...envelope(session, 'claim', claimId, { type: 'DetermineHeirs', data }),
          commandId,
        });
        return withFindings(session, answer);
      }),
    );
  claim
    .command('heirs-template')
    .option('-o, --output <path>')
    .action(({ output }: { output?: string }) =>
      cli.performAlone(async ({ lang = 'id' }) => {
        const text = heirsTemplate();
        if (output === undefined) return done({ template: text }, text.trimEnd().split('\r\n'));
        await writePrivateFile(output, text);
        const said = say(lang, phrases.heirsTemplate, { path: output });
        return done({ path: output }, [said]);
      }),
    );
  claim
    .command('recommend')
    .argument('<claim>', '', idOption)
    .action((claimId: string) =>
      cli.act((session) =>
        // The mandate in force is collected by the engine.
        sendClaim(session, claimId, {
          type: 'RecommendClaim',
          data: { mandate: null, ...(session.reason !== undefined && { reason: session.reason }) },
        }),
      ),
    );
};

type ApproveOptions = {
  total: RupiahText;
  determined?: RupiahText;
  reference?: string;
  determinedOn?: LocalDate;
};

const approveCommand = (options: ApproveOptions): ClaimCommand => ({
  type: 'ApproveClaim',
  data: {
    totalIdr: options.total,
    cover: null,
    ...(options.determined !== undefined &&
      options.reference !== undefined &&
      options.determinedOn !== undefined && {
        determination: {
          determinedIdr: options.determined,
          reference: options.reference,
          determinedOn: options.determinedOn,
        },
      }),
  },
});

/** Above the limit: who may decide instead stands in the answer. */
const approve = async (session: Session, claimId: string, options: ApproveOptions) => {
  const command = approveCommand(options);
  const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
  if (!isRefused(answer) || answer.code !== 'AboveLimit') return answerOutcome(session, answer, []);
  return aboveLimit(session, claimId, { answer, totalIdr: options.total });
};

type RejectOptions = {
  readonly why: string;
  readonly code?: RejectionCode;
  readonly article?: string;
  readonly cure?: string;
};

/** A code brings its article and its cure; the decider's own words replace them. */
const rejectCommand = ({ why: reason, code, article, cure }: RejectOptions): ClaimCommand => ({
  type: 'RejectClaim',
  data: {
    reason,
    article: article ?? (code === undefined ? '' : REJECTION_ARTICLES[code]),
    // What the family is told is recorded in the language of the letter.
    cure: cure ?? (code === undefined ? '' : say('id', rejectionCures[code])),
    ...(code !== undefined && { code }),
  },
});

/** A code that the checks speak against is taken, but not without a word: the family may object. */
const reject = async (session: Session, claimId: string, options: RejectOptions) => {
  const outcome = await sendClaim(session, claimId, rejectCommand(options));
  if (outcome.exitCode !== 0) return outcome;
  const file = await claimFileInLog(session.store, claimId);
  const against = checksAgainst(options.code, file?.contents.checks?.results ?? []);
  if (against.length === 0) return outcome;
  const { language } = session;
  const checks = against.map((code) => wordOf(checkCodes, code, language)).join(', ');
  const warning = say(language, phrases.codeAgainstChecks, { checks });
  const json = typeof outcome.json === 'object' ? { ...outcome.json, against, warning } : {};
  return { ...outcome, json, lines: [...outcome.lines, warning] };
};

const registerDecision = (claim: Command, cli: Cli): void => {
  claim
    .command('approve')
    .argument('<claim>', '', idOption)
    .requiredOption('--total <rupiah>', '', rupiahOption)
    .option('--determined <rupiah>', '', rupiahOption)
    .option('--reference <text>')
    .option('--determined-on <date>', '', dayOption)
    .action((claimId: string, options: ApproveOptions) =>
      cli.act((session) => approve(session, claimId, options)),
    );
  claim
    .command('reject')
    .argument('<claim>', '', idOption)
    .requiredOption('--why <text>')
    .option('--code <code>', '', oneOf(REJECTION_CODES))
    .option('--article <text>')
    .option('--cure <text>')
    .action((claimId: string, options: RejectOptions) =>
      cli.act((session) => reject(session, claimId, options)),
    );
  const simple = [
    ['return', 'ReturnClaim'],
    ['escalate', 'EscalateClaim'],
    ['late-compensation', 'ProposeCompensation'],
    ['reopen', 'ReopenClaim'],
  ] as const;
  for (const [name, type] of simple) {
    claim
      .command(name)
      .argument('<claim>', '', idOption)
      .requiredOption('--why <text>')
      .action((claimId: string, options: { why: string }) =>
        cli.act((session) => sendClaim(session, claimId, { type, data: { reason: options.why } })),
      );
  }
};

export const registerClaim = (program: Command, cli: Cli): void => {
  const claim = program.command('claim');
  registerClaimReport(claim, cli);
  registerClaimViews(claim, cli);
  registerClaimTime(claim, cli);
  registerClaimActs(claim, cli);
  registerClaimAssignment(claim, cli);
  registerClaimDocuments(claim, cli);
  registerClaimCourt(claim, cli);
  registerVerification(claim, cli);
  registerClaimField(claim, cli);
  registerDecision(claim, cli);
  registerClaimDecide(claim, cli);
  registerClaimAccident(claim, cli);
  registerClaimForm(claim, cli);
  registerClaimHospital(claim, cli);
  registerClaimMissing(claim, cli);
  registerClaimEscalation(claim, cli);
  registerClaimImport(claim, cli);
  registerClaimCorrection(claim, cli);
  registerClaimRules(claim, cli);
  registerClaimObjection(claim, cli);
  registerClaimAdjustment(claim, cli);
};
