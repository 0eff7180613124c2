// `lindung claim report --kind …`: an accident or an illness of a living member is reported.
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  type IncidentKind,
  NOTICE_FIELDS,
  type NoticeField,
} from '../../../domain/claim/incident/incident-events.ts';
import type {
  ReportChannel,
  ReporterRelation,
} from '../../../domain/claim/intake/report-events.ts';
import type { Sealed } from '../../../domain/sealed.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { claimPhrases } from '../../copy/claim-phrases.ts';
import { claimStages } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { incidentPhrases } from '../../copy/incident-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Outcome } from '../outcome.ts';
import { routingLines } from '../routing-lines.ts';
import {
  answerOutcome,
  envelope,
  isRefused,
  newCommandId,
  type Session,
  sealFields,
} from '../session.ts';

export type IncidentOptions = {
  readonly worker: string;
  readonly kind: IncidentKind;
  readonly eventDate: LocalDate;
  readonly ordinal: number;
  readonly channel: ReportChannel;
  readonly relation: ReporterRelation;
  readonly reporter: string;
  readonly contact: string;
  readonly circumstances: string;
  /** The claim of the same event, told with another day. */
  readonly sameAs?: string;
  readonly apart?: boolean;
} & Readonly<Partial<Record<NoticeField, string>>>;

/** What the notice of Pasal 48A says, as far as it was said; each sealed under an id of its own. */
const sealedNotice = async (
  session: Session,
  { subject, commandId }: { readonly subject: string; readonly commandId: string },
  options: IncidentOptions,
): Promise<Readonly<Partial<Record<NoticeField, Sealed>>>> => {
  const notice: Partial<Record<NoticeField, Sealed>> = {};
  for (const field of NOTICE_FIELDS) {
    const value = options[field]?.trim() ?? '';
    if (value === '') continue;
    const { told } = await sealFields(session, subject, streamIds.derived(commandId, field), {
      told: ['report.notice', value],
    });
    notice[field] = told;
  }
  return notice;
};

export const reportIncident = async (
  session: Session,
  options: IncidentOptions,
): Promise<Outcome> => {
  const { worker: workerId, kind, eventDate, ordinal, channel, relation } = options;
  const claimId = options.sameAs ?? streamIds.incidentClaim(workerId, eventDate, ordinal);
  const commandId = newCommandId(session);
  const reportId = streamIds.derived(commandId, 'report');
  const sealed = await sealFields(session, streamIds.person(claimId, reportId), commandId, {
    reporterName: ['report.name', options.reporter],
    reporterContact: ['report.contact', options.contact],
    circumstances: ['report.circumstances', options.circumstances],
  });
  const notice = await sealedNotice(
    session,
    { subject: streamIds.person(claimId, reportId), commandId },
    options,
  );
  const answer = await session.gateway.send({
    ...envelope(session, 'claim', claimId, {
      type: 'ReportIncident',
      data: {
        ...{ claimId, workerId, reportId, kind, eventDate, ordinal, channel, relation },
        ...sealed,
        ...(Object.keys(notice).length > 0 && { notice }),
        ...(options.apart === true && { apart: true }),
        ...(options.sameAs !== undefined && { sameAs: options.sameAs }),
      },
    }),
    commandId,
  });
  if (isRefused(answer)) return answerOutcome(session, answer, [], { claimId });
  const file = await claimFileInLog(session.store, claimId);
  if (file === undefined) return answerOutcome(session, answer, [], { claimId });
  const { language } = session;
  const linked = file.contents.incidents[0]?.reportId !== reportId;
  const stage = wordOf(claimStages, file.stage, language);
  const met = linked
    ? say(language, incidentPhrases.reportLinked, { id: claimId, stage })
    : say(language, claimPhrases.reportNew, { id: claimId });
  return answerOutcome(session, answer, [met, ...routingLines(file, language)], {
    ...{ claimId, linked, routing: file.contents.routing },
  });
};
