// `lindung audit examination …`: letters of assignment, samples, conclusions and findings to their end.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import { examinationDecider } from '../../../domain/examination/decider.ts';
import {
  CONCLUSIONS,
  type ExaminationCommand,
  type ItemConclusion,
  POPULATIONS,
  type Population,
} from '../../../domain/examination/events.ts';
import type { ExaminationState } from '../../../domain/examination/state.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { pointNow } from '../../../infra/seals/log-point.ts';
import { examinationPhrases as phrases } from '../../copy/examination-phrases.ts';
import { say } from '../../copy/text.ts';
import { HISTORY_READERS, refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { examinationLines, findingsTable, listLine } from '../examination-lines.ts';
import { withLog } from '../log-proofs.ts';
import {
  areaOption,
  collect,
  countOption,
  dayOption,
  idOption,
  oneOf,
  positionOption,
  reasonOption,
  rupiahOption,
} from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { sealNotes, writeReport } from '../report-file.ts';
import { answerOutcome, envelope, isRefused, type Session } from '../session.ts';

const loaded = async ({ store }: Session, id: string): Promise<ExaminationState> =>
  stateOf(examinationDecider, await store.loadStream(id));

const send = async (
  session: Session,
  examinationId: string,
  command: ExaminationCommand,
): Promise<Outcome> => {
  const wish = envelope(session, 'examination', examinationId, command);
  return answerOutcome(session, await session.gateway.send(wish), [], { examinationId });
};

type OpenOptions = {
  readonly number: string;
  readonly team: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly area: string;
  readonly scope: string;
};

const AUDIT_OFFICES = ['INSPEKTORAT', 'BPK'] as const;
type AuditOffice = (typeof AUDIT_OFFICES)[number];

const open = async (
  session: Session,
  { office, ...wish }: OpenOptions & { readonly office: AuditOffice },
): Promise<Outcome> => {
  const examinationId = streamIds.examination(office, wish.number);
  const data = { examinationId, kind: 'LETTER' as const, office, ...wish };
  const command = { type: 'OpenExamination', data } as const;
  const sent = envelope(session, 'examination', examinationId, command);
  const answer = await session.gateway.send(sent);
  const named = say(session.language, phrases.opened, { id: examinationId, number: wish.number });
  return answerOutcome(session, answer, isRefused(answer) ? [] : [named], { examinationId });
};

type SampleOptions = {
  readonly population: Population;
  readonly size: number;
  readonly seed: string;
};

const sample = (session: Session, id: string, options: SampleOptions): Promise<Outcome> =>
  withLog(session, async ({ pool }) => {
    const { language } = session;
    const point = await pointNow(pool);
    if (typeof point === 'string')
      return refusedWith('LogNotSealed', say(language, phrases.notSealed));
    const { position, root } = point;
    const outcome = await send(session, id, {
      type: 'DrawSample',
      data: { ...options, position, root },
    });
    if (outcome.exitCode !== 0) return outcome;
    const state = await loaded(session, id);
    const shown = state.opened === null ? [] : examinationLines(state, state.opened, language);
    return { ...outcome, lines: [...outcome.lines, '', ...shown] };
  });

const hashOfFile = (path: string | undefined): string | null =>
  path === undefined ? null : createHash('sha256').update(readFileSync(path)).digest('hex');

type ConcludeOptions = {
  readonly conclusion: ItemConclusion;
  readonly note: string;
  readonly evidence?: string;
};

const conclude = (
  session: Session,
  [id, itemId]: readonly [string, string],
  { conclusion, note, evidence }: ConcludeOptions,
): Promise<Outcome> =>
  send(session, id, {
    type: 'ConcludeItem',
    data: { itemId, conclusion, note, evidenceSha256: hashOfFile(evidence) },
  });

type FindingOptions = {
  readonly condition: string;
  readonly criterion: string;
  readonly cause?: string;
  readonly effect?: string;
  readonly recommendation: string;
  readonly amount?: RupiahText;
  readonly event?: readonly string[];
  readonly auditee: string;
  readonly due: LocalDate;
};

const finding = (session: Session, id: string, options: FindingOptions): Promise<Outcome> => {
  const { auditee, due: dueOn, event: positions = [], amount: amountIdr = null } = options;
  const { condition, criterion, recommendation, cause = '', effect = '' } = options;
  return send(session, id, {
    type: 'RecordFinding',
    data: {
      ...{ condition, criterion, causeText: cause, effectText: effect, recommendation },
      ...{ amountIdr, positions, auditee, dueOn },
    },
  });
};

const notFound = ({ language }: Session, id: string): Outcome =>
  refusedWith('ExaminationNotFound', say(language, phrases.notFound, { id }), {
    examinationId: id,
  });

const shown = async (session: Session, id: string): Promise<Outcome> => {
  const refused = await refusedAct(session, HISTORY_READERS, null);
  if (refused !== undefined) return refused;
  const state = await loaded(session, id);
  const { opened } = state;
  if (opened === null) return notFound(session, id);
  return done({ ...state }, examinationLines(state, opened, session.language));
};

const list = async (session: Session): Promise<Outcome> => {
  const { language, store } = session;
  const refused = await refusedAct(session, HISTORY_READERS, null);
  if (refused !== undefined) return refused;
  const ids = await store.streamsOf('examination');
  const states = [...(await store.loadStreams(ids)).values()].map((history) =>
    stateOf(examinationDecider, history),
  );
  const rows = states.flatMap((state) =>
    state.opened === null
      ? []
      : [`${state.opened.examinationId}  ${listLine(state, state.opened, language)}`],
  );
  const json = states.map(({ opened, findings, closed }) => ({
    ...opened,
    ...{ closed, findings: findings.length },
    open: findings.filter((one) => one.closed === null).length,
  }));
  return done({ examinations: json }, rows.length === 0 ? [say(language, phrases.none)] : rows);
};

/** The findings in every form that is asked for, and a manifest with the hash of each. */
const exported = async (session: Session, id: string, folder: string): Promise<Outcome> => {
  const { language } = session;
  const refused = await refusedAct(session, HISTORY_READERS, null);
  if (refused !== undefined) return refused;
  const state = await loaded(session, id);
  const { opened } = state;
  if (opened === null) return notFound(session, id);
  mkdirSync(folder, { recursive: true });
  const notes = await sealNotes(session);
  const report = findingsTable(state, opened, { language, notes });
  for (const format of ['csv', 'xlsx', 'pdf'] as const) {
    const path = join(folder, `findings.${format}`);
    await writeReport(session, report, { format, asOf: opened.to, path });
  }
  await writePrivateFile(join(folder, 'examination.json'), `${JSON.stringify(state, null, 2)}\n`);
  const names = ['findings.csv', 'findings.xlsx', 'findings.pdf', 'examination.json'];
  const files = names.map((name) => ({ name, sha256: hashOfFile(join(folder, name)) }));
  const manifest = { examinationId: id, number: opened.number, log: notes, files };
  const manifestPath = join(folder, 'manifest.json');
  await writePrivateFile(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
  return done({ folder, ...manifest }, [
    say(language, phrases.exported, { folder, files: [...names, 'manifest.json'].join(', ') }),
  ]);
};

const registerOpening = (group: Command, cli: Cli): void => {
  group
    .command('open')
    .requiredOption('--number <letter>')
    .requiredOption('--office <office>', '', oneOf(AUDIT_OFFICES))
    .requiredOption('--team <accounts>', '', collect(String))
    .requiredOption('--from <date>', '', dayOption)
    .requiredOption('--to <date>', '', dayOption)
    .requiredOption('--area <code>', '', areaOption)
    .requiredOption('--scope <text>', '', reasonOption)
    .action((options: OpenOptions & { office: AuditOffice }) =>
      cli.act((session) => open(session, options)),
    );
  group.command('list').action(() => cli.act(list));
  group
    .command('show')
    .argument('<examination>', '', idOption)
    .action((id: string) => cli.act((session) => shown(session, id)));
  group
    .command('export')
    .argument('<examination>', '', idOption)
    .requiredOption('-o, --output <folder>')
    .action((id: string, { output }: { output: string }) =>
      cli.act((session) => exported(session, id, output)),
    );
  group
    .command('close')
    .argument('<examination>', '', idOption)
    .action((id: string) =>
      cli.act((session) => send(session, id, { type: 'CloseExamination', data: {} })),
    );
};

const registerWork = (group: Command, cli: Cli): void => {
  group
    .command('sample')
    .argument('<examination>', '', idOption)
    .requiredOption('--population <population>', '', oneOf(POPULATIONS))
    .requiredOption('--size <n>', '', countOption)
    .requiredOption('--seed <text>', '', reasonOption)
    .action((id: string, options: SampleOptions) =>
      cli.act((session) => sample(session, id, options)),
    );
  group
    .command('conclude')
    .argument('<examination>', '', idOption)
    .argument('<item>', '', idOption)
    .requiredOption('--conclusion <conclusion>', '', oneOf(CONCLUSIONS))
    .requiredOption('--note <text>', '', reasonOption)
    .option('--evidence <file>')
    .action((id: string, itemId: string, options: ConcludeOptions) =>
      cli.act((session) => conclude(session, [id, itemId], options)),
    );
};

const registerFindings = (group: Command, cli: Cli): void => {
  group
    .command('finding')
    .argument('<examination>', '', idOption)
    .requiredOption('--condition <text>', '', reasonOption)
    .requiredOption('--criterion <text>', '', reasonOption)
    .option('--cause <text>', '', reasonOption)
    .option('--effect <text>', '', reasonOption)
    .requiredOption('--recommendation <text>', '', reasonOption)
    .option('--amount <rupiah>', '', rupiahOption)
    .option('--event <position>', '', collect(positionOption))
    .requiredOption('--auditee <account>')
    .requiredOption('--due <date>', '', dayOption)
    .action((id: string, options: FindingOptions) =>
      cli.act((session) => finding(session, id, options)),
    );
  group
    .command('answer')
    .argument('<examination>', '', idOption)
    .argument('<finding>', '', countOption)
    .requiredOption('--answer <text>', '', reasonOption)
    .option('--agree')
    .action((id: string, findingNumber: number, options: { answer: string; agree?: boolean }) =>
      cli.act((session) =>
        send(session, id, {
          type: 'AnswerFinding',
          data: { findingNumber, answer: options.answer, agrees: options.agree === true },
        }),
      ),
    );
  group
    .command('follow-up')
    .argument('<examination>', '', idOption)
    .argument('<finding>', '', countOption)
    .requiredOption('--note <text>', '', reasonOption)
    .option('--evidence <file>')
    .action((id: string, findingNumber: number, options: { note: string; evidence?: string }) =>
      cli.act((session) =>
        send(session, id, {
          type: 'RecordFollowUp',
          data: { findingNumber, note: options.note, evidenceSha256: hashOfFile(options.evidence) },
        }),
      ),
    );
  group
    .command('close-finding')
    .argument('<examination>', '', idOption)
    .argument('<finding>', '', countOption)
    .requiredOption('--why <text>', '', reasonOption)
    .action((id: string, findingNumber: number, { why: reason }: { why: string }) =>
      cli.act((session) =>
        send(session, id, { type: 'CloseFinding', data: { findingNumber, reason } }),
      ),
    );
};

export const registerAuditExamination = (audit: Command, cli: Cli): void => {
  const group = audit.command('examination');
  registerOpening(group, cli);
  registerWork(group, cli);
  registerFindings(group, cli);
};
