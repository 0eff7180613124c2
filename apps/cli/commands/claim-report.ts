// `lindung claim report`: a death, accident or illness; a second report says at once what it meets.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  type IncidentKind,
  NOTICE_FIELDS,
  type NoticeField,
} from '../../../domain/claim/incident/incident-events.ts';
import {
  REPORT_CHANNELS,
  type ReportChannel,
  type ReporterRelation,
} from '../../../domain/claim/intake/report-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { ClaimFileRow } from '../../../projections/claim-file/file-row.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { claimPhrases as phrases } from '../../copy/claim-phrases.ts';
import { claimStages, reportChannels, reporterRelations } from '../../copy/claim-words.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import { formatDay, formatInstant, type Language } from '../../copy/format.ts';
import { reportKinds } from '../../copy/incident-phrases.ts';
import { say } from '../../copy/text.ts';
import { personOf, reportActs } from '../claim-acts.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf, ordinalOption } from '../option-values.ts';
import { usageWrong } from '../outcome.ts';
import { receiptCode } from '../receipt-code.ts';
import {
  answerOutcome,
  envelope,
  isRefused,
  newCommandId,
  type Session,
  sealFields,
} from '../session.ts';
import { reportIncident } from './claim-incident.ts';
import { reportMissing } from './claim-missing.ts';

type ReportOptions = {
  worker: string;
  kind: 'DEATH' | 'MISSING' | IncidentKind;
  deathDate?: LocalDate;
  eventDate?: LocalDate;
  ordinal: number;
  channel: ReportChannel;
  relation: ReporterRelation;
  reporter: string;
  contact: string;
  circumstances: string;
  workAccident?: boolean;
  sameAs?: string;
  apart?: boolean;
} & Partial<Record<NoticeField, string>>;

export type DeathOptions = ReportOptions & { deathDate: LocalDate };

/** Every other day of death on file, and who said it. */
const differingLines = (
  file: ClaimFileRow,
  mine: LocalDate,
  language: Language,
): readonly string[] => {
  const acts = reportActs(file);
  const others = new Map<LocalDate, string[]>();
  file.contents.reports.forEach(({ deathDate, channel, relation }, place) => {
    if (deathDate === mine) return;
    const way = wordOf(reportChannels, channel, language);
    const who = wordOf(reporterRelations, relation, language);
    const known = others.get(deathDate) ?? [];
    others.set(deathDate, [...known, `${way}, ${who}, ${personOf(acts[place], language)}`]);
  });
  return [...others].map(([theirs, who]) =>
    say(language, phrases.reportsDiffer, {
      mine: formatDay(mine, language),
      theirs: formatDay(theirs, language),
      who: [...new Set(who)].join('; '),
    }),
  );
};

const closedLines = (file: ClaimFileRow, language: Language): readonly string[] => {
  const { rejection, withdrawal } = file.contents;
  const id = file.claimId;
  if (rejection !== null) {
    const { reason, cure } = rejection;
    const at = formatInstant(rejection.at, language);
    return [say(language, phrases.reportOfRejected, { id, at, reason, cure })];
  }
  if (withdrawal === null) return [];
  const at = formatInstant(withdrawal.at, language);
  return [say(language, phrases.reportOfWithdrawn, { id, at, reason: withdrawal.reason })];
};

/** What the report met: a new claim, or one that is known, with whatever does not fit. */
const metLines = (
  file: ClaimFileRow,
  mine: { readonly reportId: string; readonly deathDate: LocalDate },
  language: Language,
): readonly string[] => {
  const id = file.claimId;
  if (file.contents.reports[0]?.reportId === mine.reportId)
    return [say(language, phrases.reportNew, { id })];
  const stage = wordOf(claimStages, file.stage, language);
  return [
    say(language, phrases.reportLinked, { id, stage }),
    ...differingLines(file, mine.deathDate, language),
    ...closedLines(file, language),
  ];
};

export const reportDeath = async (session: Session, options: DeathOptions) => {
  const claimId = streamIds.deathClaim(options.worker);
  const commandId = newCommandId(session);
  const reportId = streamIds.derived(commandId, 'report');
  const sealed = await sealFields(session, streamIds.person(claimId, reportId), commandId, {
    reporterName: ['report.name', options.reporter],
    reporterContact: ['report.contact', options.contact],
    circumstances: ['report.circumstances', options.circumstances],
  });
  const { deathDate, channel, relation } = options;
  const answer = await session.gateway.send({
    ...envelope(session, 'claim', claimId, {
      type: 'ReportDeath',
      data: {
        ...{ claimId, workerId: options.worker, reportId, deathDate, channel, relation },
        workAccidentSuspected: options.workAccident === true,
        ...sealed,
      },
    }),
    commandId,
  });
  if (isRefused(answer)) return answerOutcome(session, answer, [], { claimId });
  const file = await claimFileInLog(session.store, claimId);
  const code = receiptCode(claimId);
  const met =
    file === undefined
      ? []
      : [
          ...metLines(file, { reportId, deathDate }, session.language),
          say(session.language, phrases.reportCode, { code }),
        ];
  const reports = file?.contents.reports ?? [];
  return answerOutcome(session, answer, met, {
    claimId,
    code,
    linked: reports[0]?.reportId !== reportId,
    deathDates: [...new Set(reports.map((report) => report.deathDate))],
  });
};

/** Each kind of report has a day of its own: without it the command line is incomplete. */
const lacks = (command: Command, flags: string): never =>
  command.error(`option '${flags}'`, { code: 'commander.missingMandatoryOptionValue' });

const saidOfEvents = (options: ReportOptions) => {
  const isNotice = NOTICE_FIELDS.some((field) => options[field] !== undefined);
  if (isNotice) return phrases.noticeOfEvents;
  const isOfEvent = options.sameAs !== undefined || options.apart === true;
  return isOfEvent ? phrases.onlyOfEvents : undefined;
};

/** What one kind of report never holds must not be dropped in silence. */
const contradiction = (options: ReportOptions) => {
  const { kind, deathDate, eventDate, workAccident } = options;
  const isOfPerson = kind === 'DEATH' || kind === 'MISSING';
  const ofEvent = isOfPerson ? saidOfEvents(options) : undefined;
  if (ofEvent !== undefined) return ofEvent;
  if (kind === 'DEATH')
    return eventDate === undefined ? undefined : phrases.reportOfDeathHasNoEvent;
  if (deathDate !== undefined) return phrases.reportOfLivingHasNoDeath;
  if (options.sameAs !== undefined && options.apart === true) return phrases.sameAndApart;
  return kind === 'ILLNESS' && workAccident === true ? phrases.illnessIsNoAccident : undefined;
};

export const registerClaimReport = (claim: Command, cli: Cli): void => {
  claim
    .command('report')
    .requiredOption('--worker <id>', '', idOption)
    .option('--kind <kind>', '', oneOf(codesOf(reportKinds)), 'DEATH')
    .option('--death-date <date>', '', dayOption)
    .option('--event-date <date>', '', dayOption)
    .option('--ordinal <n>', '', ordinalOption, 1)
    .requiredOption('--channel <channel>', '', oneOf(REPORT_CHANNELS))
    .requiredOption('--relation <relation>', '', oneOf(codesOf(reporterRelations)))
    .requiredOption('--reporter <name>')
    .requiredOption('--contact <text>')
    .requiredOption('--circumstances <text>')
    .option('--place <text>')
    .option('--cause <text>')
    .option('--time <text>')
    .option('--work <text>')
    .option('--tenure <text>')
    .option('--exposure <text>')
    .option('--diagnosis <text>')
    .option('--work-accident')
    .option('--same-as <claim>', '', idOption)
    .option('--apart')
    .action((options: ReportOptions, command: Command) => {
      const { kind, deathDate, eventDate } = options;
      const wrong = contradiction(options);
      if (wrong !== undefined)
        return cli.performAlone(async ({ lang = 'id' }) =>
          usageWrong('ReportContradicts', say(lang, wrong)),
        );
      if (kind === 'DEATH') {
        if (deathDate === undefined) return lacks(command, '--death-date <date>');
        return cli.act((session) => reportDeath(session, { ...options, deathDate }));
      }
      if (eventDate === undefined) return lacks(command, '--event-date <date>');
      if (kind === 'MISSING')
        return cli.act((session) => reportMissing(session, { ...options, eventDate }));
      return cli.act((session) => reportIncident(session, { ...options, kind, eventDate }));
    });
};
