// `lindung claim form`: KK1, KK2 or KK3 filled from the claim, as text or as a PDF to be signed.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { FIELD_READERS, PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import { pdfOf } from '../../../infra/reports/pdf.ts';
import type { ClaimFile } from '../../../projections/claim-file.ts';
import { type Member, workerById } from '../../../projections/member-roster.ts';
import { formBasis, formTitles, formPhrases as phrases } from '../../copy/accident-form-phrases.ts';
import { wordOf } from '../../copy/code-words.ts';
import { reportPhrases } from '../../copy/report-phrases.ts';
import { say } from '../../copy/text.ts';
import { FORMS, type Form, formLines, type Opened } from '../accident-form.ts';
import { openedReport } from '../claim-reveal.ts';
import type { Cli } from '../cli.ts';
import { refusedLook, revealReason } from '../look.ts';
import { idOption, oneOf, reasonOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { readableClaim, readableWorker } from '../readable.ts';
import { refusalOutcome, type Session } from '../session.ts';
import { openWorkerFields } from '../worker-lines.ts';

const REPORT_FIELDS = ['REPORTER_NAME', 'REPORTER_CONTACT', 'CIRCUMSTANCES'] as const;
const WORKER_SHOWN = ['name', 'nik', 'kpj'] as const;

/** Both looks stand in the log first: at the person, and at what was told of them. */
const openFor = async (
  session: Session,
  { file, worker }: { readonly file: ClaimFile; readonly worker: Member },
  reason: string,
): Promise<{ readonly opened: Opened } | { readonly outcome: Outcome }> => {
  const { claimId } = file;
  const mayRead = await readableWorker(session, worker.workerId, FIELD_READERS);
  if ('outcome' in mayRead) return mayRead;
  const ofWorker = WORKER_SHOWN.filter((field) => worker[field] !== null);
  const stopped =
    (await refusedLook(session, {
      category: 'claim',
      claimId,
      note: { type: 'NoteClaimRevealed', data: { fields: [...REPORT_FIELDS], reason } },
    })) ??
    (await refusedLook(session, {
      category: 'worker',
      note: {
        type: 'NoteWorkerRevealed',
        data: { workerId: worker.workerId, fields: ofWorker, reason },
      },
    }));
  if (stopped !== undefined) return { outcome: stopped };
  const report = await openedReport(session, file);
  return report === null
    ? { opened: null }
    : { opened: { report, worker: await openWorkerFields(session, worker, ofWorker) } };
};

type Options = {
  readonly stage: Form;
  readonly output?: string;
  readonly reveal?: string | true;
};

const print = async (session: Session, claimId: string, options: Options): Promise<Outcome> => {
  const { language } = session;
  const { stage: form, output } = options;
  const reason = revealReason(session, options.reveal);
  const acts = reason === undefined ? undefined : PAPER_READERS;
  const found = await readableClaim(session, claimId, acts);
  if ('outcome' in found) return found.outcome;
  const { file } = found;
  // Said before anything is looked for: a reason stays readable.
  const asked = { texts: { reason }, streams: [claimId, file.workerId] };
  const named = await session.gateway.personIn(asked);
  if (named !== undefined) return refusalOutcome(session, named);
  const worker = await workerById(session.db, file.workerId);
  const facts = { file, worker, language };
  if (formLines(form, { ...facts, opened: null }).length === 0)
    return refusedWith('FormNotThere', say(language, phrases.none), { claimId, form });
  const look =
    reason === undefined || worker === undefined
      ? { opened: null }
      : await openFor(session, { file, worker }, reason);
  if ('outcome' in look) return look.outcome;
  const title = wordOf(formTitles, form, language);
  const notes = [
    wordOf(formBasis, form, language),
    ...(look.opened === null ? [say(language, phrases.sealed)] : []),
  ];
  const lines = formLines(form, { ...facts, opened: look.opened });
  if (output === undefined)
    return done({ claimId, form, text: lines }, [title, ...notes, '', ...lines]);
  const asOf = officeDay(session.now());
  await writePrivateFile(output, await pdfOf({ title, language, asOf, notes, lines }));
  return done({ claimId, form, path: output }, [
    say(language, reportPhrases.written, { path: output }),
  ]);
};

export const registerClaimForm = (claim: Command, cli: Cli): void => {
  claim
    .command('form')
    .argument('<claim>', '', idOption)
    .requiredOption('--stage <stage>', '', oneOf(FORMS))
    .option('-o, --output <path>')
    .option('--reveal [why]', '', reasonOption)
    .action((claimId: string, options: Options) =>
      cli.act((session) => print(session, claimId, options)),
    );
};
