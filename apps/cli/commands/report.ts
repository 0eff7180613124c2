// `lindung report payments|run`: what was paid, by whichever side one looks at it, as text, CSV, XLSX or PDF.
import type { Command } from 'commander';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import { FLOWS, type Flow } from '../../../domain/programme/events.ts';
import { areaName } from '../../../domain/region.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { ReportTable } from '../../../infra/reports/report-table.ts';
import {
  type PaymentReportRow,
  paymentReport,
  REPORT_AXES,
  type ReportAxis,
} from '../../../projections/payment-report.ts';
import { type RunFile, runFile } from '../../../projections/payout-ledger.ts';
import { listProgrammes } from '../../../projections/programme-summary.ts';
import { lineName } from '../../copy/benefits.ts';
import { flows, mandateModes, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { formatDay } from '../../copy/format.ts';
import { payableStages } from '../../copy/money-words.ts';
import {
  reportColumns as columns,
  reportPhrases as phrases,
  reportAxes,
} from '../../copy/report-phrases.ts';
import { inLanguage, say, type Text } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { bookNames } from '../ledger-lines.ts';
import { dayOption, idOption, oneOf } from '../option-values.ts';
import { done, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import {
  REPORT_FORMATS,
  type ReportFormat,
  reportLines,
  sealNotes,
  writeReport,
} from '../report-file.ts';
import { envelope, isRefused, refusalOutcome, type Session } from '../session.ts';

type FileOptions = { readonly format: ReportFormat; readonly output?: string };

const answer = async (
  session: Session,
  { report, json }: { readonly report: ReportTable; readonly json: object },
  { format, output }: FileOptions,
): Promise<Outcome> => {
  const { language } = session;
  if (format === 'text') return done(json, reportLines(report, language));
  if (output === undefined)
    return usageWrong('OutputMissing', say(language, phrases.outputMissing));
  const asOf = officeDay(session.now());
  await writeReport(session, report, { format, asOf, path: output });
  return done({ ...json, path: output }, [say(language, phrases.written, { path: output })]);
};

type PaymentOptions = FileOptions & {
  readonly by: ReportAxis;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly payer?: string;
  readonly flow?: Flow;
};

const periodNote = ({ language }: Session, { from, to }: PaymentOptions): string =>
  from === undefined && to === undefined
    ? say(language, phrases.wholePeriod)
    : say(language, phrases.period, {
        from: from === undefined ? '…' : formatDay(from, language),
        to: to === undefined ? '…' : formatDay(to, language),
      });

const keyNames = async (
  session: Session,
  by: ReportAxis,
  payers: ReadonlyMap<string, string>,
): Promise<(key: string) => string> => {
  if (by === 'kelurahan') return areaName;
  if (by === 'kind')
    return (key) =>
      key
        .split(' + ')
        .map((code) => lineName(code, session.language))
        .join(' + ');
  if (by === 'source') return (key) => payers.get(key) ?? key;
  if (by !== 'programme') return (key) => key;
  const names = new Map(
    (await listProgrammes(session.db)).map(({ programmeId, name }) => [programmeId, name]),
  );
  return (key) => names.get(key) ?? key;
};

const payments = async (session: Session, options: PaymentOptions): Promise<Outcome> => {
  const { language } = session;
  const { by, payer, from, to, flow } = options;
  const wish = {
    ...(payer !== undefined && { payerId: payer }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(flow !== undefined && { flow }),
  };
  const rows = await paymentReport(session.db, { by, ...wish });
  const payers = await bookNames(session.db);
  const nameOf = await keyNames(session, by, payers);
  const cells = (row: PaymentReportRow) => [
    ...[payers.get(row.payerId) ?? row.payerId, wordOf(flows, row.flow, language)],
    ...[wordOf(mandateModes, row.mode, language), nameOf(row.key), row.payables],
    ...[BigInt(row.owedIdr), row.settled, BigInt(row.settledIdr)],
    ...[row.reported, BigInt(row.reportedIdr), BigInt(row.openIdr)],
  ];
  const axis = wordOf(reportAxes, by, language);
  const { payer: purse, flow: money, mode, payables, owed, settled, settledIdr } = columns;
  const { reported, reportedIdr, open } = columns;
  const said = (text: Text) => inLanguage(language, text);
  const report: ReportTable = {
    title: say(language, phrases.payments, { axis }),
    notes: [periodNote(session, options), ...(await sealNotes(session))],
    head: [
      ...[purse, money, mode].map(said),
      axis,
      ...[payables, owed, settled, settledIdr, reported, reportedIdr, open].map(said),
    ],
    rows: rows.map(cells),
  };
  return answer(session, { report, json: { by, rows } }, options);
};

type Opened = { readonly name: string; readonly account: string };

/** Names and accounts in the clear, after the look stands in the log; a destroyed key shows a dash. */
const openNames = async (
  session: Session,
  { run, members }: RunFile,
  reason: string,
): Promise<ReadonlyMap<string, Opened> | Outcome> => {
  const own = { ...session, commandId: streamIds.random(), reason: undefined };
  const note = { type: 'NoteRunNames', data: { reason } } as const;
  const answer = await session.gateway.send(envelope(own, 'payout_run', run.runId, note));
  if (isRefused(answer)) return refusalOutcome(session, answer);
  const payees = members.flatMap(({ payable }) => (payable?.payee ? [payable] : []));
  const sealed = payees.flatMap(({ payee }) => (payee === null ? [] : [payee.name, payee.account]));
  const opened = await session.keys.openMany(sealed);
  const text = (at: number): string => {
    const field = opened[at];
    return field?.status === 'opened' ? field.value : '-';
  };
  return new Map(
    payees.map(({ payableId, payee }, at) => [
      payableId,
      { name: text(2 * at), account: `${payee?.bic ?? ''} ${text(2 * at + 1)}`.trim() },
    ]),
  );
};

type RunOptions = FileOptions & { readonly names?: string };

const ofRun = async (session: Session, runId: string, options: RunOptions): Promise<Outcome> => {
  const { language } = session;
  const found = await runFile(session.db, runId);
  if (found === undefined) {
    const sentence = say(language, deskPhrases.runNotFound, { id: runId });
    return refusedWith('RunNotFound', sentence, { runId, found: false });
  }
  if (options.names !== undefined && options.format !== 'text' && options.output === undefined)
    return usageWrong('OutputMissing', say(language, phrases.outputMissing));
  const names =
    options.names === undefined ? new Map() : await openNames(session, found, options.names);
  if ('exitCode' in names) return names;
  const rows = found.members.map(({ member, payable }, index) => ({
    ...(options.names !== undefined &&
      (names.get(member.payableId) ?? { name: '-', account: '-' })),
    ...{ place: index + 1, payableId: member.payableId, claimId: member.claimId },
    endToEndId: payable?.attempts.findLast((each) => each.runId === runId)?.endToEndId ?? '-',
    ...{ amountIdr: member.amountIdr, stage: payable?.stage ?? 'UNKNOWN' },
  }));
  const { place, payable, claim, payment, amount, stage } = columns;
  const report: ReportTable = {
    title: say(language, options.names === undefined ? phrases.members : phrases.nominative, {
      run: runId,
    }),
    notes: await sealNotes(session),
    head: [
      place,
      ...(options.names === undefined ? [] : [columns.name, columns.account]),
      ...[payable, claim, payment, amount, stage],
    ].map((text) => inLanguage(language, text)),
    rows: rows.map((row) => [
      row.place,
      ...(options.names === undefined ? [] : [row.name, row.account]),
      ...[row.payableId, row.claimId, row.endToEndId, BigInt(row.amountIdr)],
      wordOf(payableStages, row.stage, language),
    ]),
  };
  return answer(session, { report, json: { runId, rows } }, options);
};

const withFile = (command: Command): Command =>
  command
    .option('--format <format>', '', oneOf(REPORT_FORMATS), 'text' as ReportFormat)
    .option('-o, --output <path>');

export const registerReport = (program: Command, cli: Cli): void => {
  const report = program.command('report');
  withFile(report.command('payments'))
    .requiredOption('--by <axis>', '', oneOf(REPORT_AXES))
    .option('--from <date>', '', dayOption)
    .option('--to <date>', '', dayOption)
    .option('--payer <id>', '', idOption)
    .option('--flow <flow>', '', oneOf(FLOWS))
    .action((options: PaymentOptions) => cli.perform((session) => payments(session, options)));
  withFile(report.command('run').argument('<run>', '', idOption))
    .option('--names <why>')
    .action((runId: string, options: RunOptions) => {
      const show = (session: Session) => ofRun(session, runId, options);
      return options.names === undefined ? cli.perform(show) : cli.act(show);
    });
};
