// What happened to a living member, step by step: guaranteed, concluded, applied for, led away.
import type { ReportStage } from '../../domain/claim/incident/incident-events.ts';
import type { IncidentState } from '../../domain/claim/incident/incident-state.ts';
import type { ClaimFile } from '../../projections/claim-file.ts';
import { lineName } from '../copy/benefits.ts';
import { waitingFor } from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, formatRupiah, type Language } from '../copy/format.ts';
import {
  conclusions,
  lateReasons,
  medicalOutcomes,
  incidentPhrases as phrases,
  reportKinds,
} from '../copy/incident-phrases.ts';
import { say } from '../copy/text.ts';
import { routingLines } from './routing-lines.ts';

type Lines = readonly string[];

const suspicionLines = ({ guarantee, conclusion }: IncidentState, language: Language): Lines => {
  if (conclusion !== null) {
    const { ruleId: rule, article, reason, late } = conclusion;
    const what = wordOf(conclusions, conclusion.conclusion, language);
    const line = say(language, phrases.concluded, { what, rule, article, reason });
    return [late ? `${line} ${say(language, phrases.concludedLate)}` : line];
  }
  if (guarantee === null) return [];
  const { concludeBy, ruleId: rule, article } = guarantee;
  const day = formatDay(concludeBy, language);
  return [say(language, phrases.guaranteed, { day, rule, article })];
};

/** A flag, never a reason to refuse; whose matter it was, as far as it was said. */
const lateText = ({ explained }: IncidentState, stage: ReportStage, language: Language): string => {
  const late = say(language, phrases.late);
  const said = explained.find((one) => one.stage === stage);
  if (said === undefined) return `; ${late}; ${say(language, phrases.lateUnsaid)}`;
  const because = say(language, phrases.lateBecause, {
    because: wordOf(lateReasons, said.because, language),
    party: wordOf(waitingFor, said.party, language),
    note: said.note === '' ? '' : `: ${said.note}`,
  });
  return `; ${late}; ${because}`;
};

const applicationLines = (incident: IncidentState, language: Language): Lines => {
  const { secondStage, medical, bills, payee } = incident;
  return [
    ...(secondStage === null
      ? []
      : [
          `${say(language, phrases.secondStage, {
            outcome: wordOf(medicalOutcomes, secondStage.outcome, language),
            day: formatDay(secondStage.declaredOn, language),
          })}${secondStage.late ? lateText(incident, 'SECOND', language) : ''}`,
        ]),
    ...(medical === null
      ? []
      : [
          say(language, phrases.medical, {
            days: medical.daysOff,
            losses: medical.losses.map(({ code }) => code).join(', ') || '-',
          }),
        ]),
    ...bills.map(({ code, amountIdr }) =>
      say(language, phrases.billLine, {
        what: lineName(code, language),
        amount: formatRupiah(amountIdr, language),
      }),
    ),
    ...(payee === null ? [] : [say(language, phrases.payee, { bic: payee.bic })]),
  ];
};

export const incidentLines = (file: ClaimFile, language: Language): Lines => {
  const { incident } = file.facts;
  if (incident === null) return [];
  const day = formatDay(incident.eventDate, language);
  const kind = wordOf(reportKinds, incident.kind, language);
  const late = incident.late ? lateText(incident, 'FIRST', language) : '';
  return [
    `${say(language, phrases.eventDate, { day, kind })}${late}`,
    ...suspicionLines(incident, language),
    ...applicationLines(incident, language),
    ...routingLines(file, language),
  ];
};
