// Why an event is no matter of JKK and where the member goes, as lines to print and hand over.
import type { FileIncidentReport } from '../../projections/claim-file/file-contents.ts';
import type { ClaimFileRow } from '../../projections/claim-file/file-row.ts';
import { reportChannels, reporterRelations } from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, formatInstant, type Language } from '../copy/format.ts';
import {
  incidentPhrases as phrases,
  reportKinds,
  routingGrounds,
  whereToGo,
} from '../copy/incident-phrases.ts';
import { inLanguage, say } from '../copy/text.ts';
import { incidentActs, personOf } from './claim-acts.ts';

type File = Pick<ClaimFileRow, 'contents'>;

/** Rule, article, and where to go; nothing for a claim that JKK may cover. */
export const routingLines = ({ contents }: File, language: Language): readonly string[] => {
  const { routing } = contents;
  if (routing === null) return [];
  const { ruleId: rule, article } = routing;
  const ground = wordOf(routingGrounds, routing.ground, language);
  return [
    say(language, phrases.routed, { ground, rule, article }),
    ...whereToGo.map((line) => `  ${inLanguage(language, line)}`),
  ];
};

const reportLine = (report: FileIncidentReport, by: string, language: Language): string =>
  say(language, phrases.reportLine, {
    at: formatInstant(report.receivedAt, language),
    kind: wordOf(reportKinds, report.kind, language),
    day: formatDay(report.eventDate, language),
    channel: wordOf(reportChannels, report.channel, language),
    relation: wordOf(reporterRelations, report.relation, language),
    by,
  });

export const incidentReportLines = (file: File, language: Language): readonly string[] => {
  const acts = incidentActs(file);
  const [first] = file.contents.incidents;
  return file.contents.incidents.map((report, place) => {
    const line = reportLine(report, personOf(acts[place], language), language);
    return report.eventDate === first?.eventDate
      ? line
      : `${line}; ${say(language, phrases.otherDay)}`;
  });
};
