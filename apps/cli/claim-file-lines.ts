// The whole file of one claim for people: a part without content has no heading.

import type { PaperSeen } from '../../domain/claim/documents/document-events.ts';
import type {
  FileDecision,
  FileDocument,
  FileEvidence,
} from '../../projections/claim-file/file-contents.ts';
import type { ClaimFile } from '../../projections/claim-file.ts';
import type { ClaimDue } from '../../projections/claim-queue/claim-due.ts';
import { adjustmentPhrases } from '../copy/adjustment-phrases.ts';
import { claimPhrases as phrases } from '../copy/claim-phrases.ts';
import {
  claimStages,
  deadlines,
  decisionOutcomes,
  documentForms,
  documentKinds,
  documentStates,
  objectionOutcomes,
  paperKinds,
  reportChannels,
  reporterRelations,
} from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import {
  formatBytes,
  formatDay,
  formatInstant,
  formatRupiah,
  type Language,
} from '../copy/format.ts';
import { hospitalPhrases } from '../copy/hospital-phrases.ts';
import { payableModes, payableStages } from '../copy/money-words.ts';
import { malwareChecks, paperPhrases, paperTypes } from '../copy/paper-phrases.ts';
import { say } from '../copy/text.ts';
import { adjustmentLines } from './adjustment-lines.ts';
import { actAt, personOf, receiptOf, reportActs } from './claim-acts.ts';
import { benefitLines, checkLines, heirLines, part } from './claim-findings.ts';
import { clockLines } from './clock-lines.ts';
import { deathDateLines } from './death-date-lines.ts';
import { deathOriginLines } from './death-origin-lines.ts';
import { dueLine } from './due-lines.ts';
import { fieldLines } from './field-lines.ts';
import { hospitalLines } from './hospital-lines.ts';
import { incidentLines } from './incident-lines.ts';
import { linkedLines } from './linked-lines.ts';
import { missingLines as missingPersonLines } from './missing-lines.ts';
import { table } from './outcome.ts';
import { incidentReportLines } from './routing-lines.ts';

type Lines = readonly string[];

const HASH_SHOWN = 12;

const reportLines = (file: ClaimFile, language: Language): Lines => {
  const acts = reportActs(file);
  return file.contents.reports.map((report, place) => {
    const line = say(language, phrases.reportLine, {
      at: formatInstant(report.receivedAt, language),
      day: formatDay(report.deathDate, language),
      channel: wordOf(reportChannels, report.channel, language),
      relation: wordOf(reporterRelations, report.relation, language),
      by: personOf(acts[place], language),
    });
    return report.workAccidentSuspected
      ? `${line}; ${say(language, phrases.reportAccident)}`
      : line;
  });
};

/** A proof: id, kind, who brought it with which act, its hash. */
const evidenceLines = (file: ClaimFile, proof: FileEvidence, language: Language): Lines => {
  const { documentId, kind, cameWith, receivedAt, sha256 } = proof;
  const received = say(language, phrases.documentReceived, {
    by: personOf(actAt(file, cameWith, receivedAt), language),
    at: formatInstant(receivedAt, language),
  });
  const hash = say(language, phrases.hash, { hash: sha256.slice(0, HASH_SHOWN) });
  return [`${documentId}  ${wordOf(paperKinds, kind, language)}`, `    ${received}; ${hash}`];
};

export type FilePaper = FileDocument | FileEvidence;

export const papersOf = ({ contents }: ClaimFile): readonly FilePaper[] => [
  ...contents.documents,
  ...contents.evidence,
];

export const paperLines = (file: ClaimFile, paper: FilePaper, language: Language): Lines =>
  'cameWith' in paper ? evidenceLines(file, paper, language) : documentLines(file, paper, language);

/** One paper: id, kind, state, form, hash; who received it, and who sent it back and why. */
const documentLines = (file: ClaimFile, paper: FileDocument, language: Language): Lines => {
  const kind = wordOf(documentKinds, paper.kind, language);
  const { form, sha256 } = paper;
  // Of a paper taken over nothing is in the store: it lies in the old file, its form unknown.
  const about =
    form === null
      ? say(language, phrases.documentTakenOver, { kind })
      : say(language, phrases.documentLine, {
          kind,
          state: wordOf(documentStates, paper.state, language),
          form: wordOf(documentForms, form, language),
        });
  const received = say(language, phrases.documentReceived, {
    by: personOf(receiptOf(file, paper.documentId), language),
    at: formatInstant(paper.receivedAt, language),
  });
  const hash =
    sha256 === null
      ? ''
      : `; ${say(language, phrases.hash, { hash: sha256.slice(0, HASH_SHOWN) })}`;
  const { returnedAt, acceptedAt } = paper;
  return [
    `${paper.documentId}  ${about}`,
    `    ${received}${hash}`,
    ...paperFileLines(paper, language),
    ...(acceptedAt === null
      ? []
      : [
          `    ${say(language, paperPhrases.accepted, {
            by: personOf(actAt(file, 'DocumentAccepted', acceptedAt), language),
            at: formatInstant(acceptedAt, language),
          })}`,
        ]),
    ...(returnedAt === null
      ? []
      : [
          `    ${say(language, phrases.documentReturned, {
            by: personOf(actAt(file, 'DocumentReturned', returnedAt), language),
            at: formatInstant(returnedAt, language),
            reason: paper.returnReason ?? '-',
          })}`,
        ]),
  ];
};

const seenLine = ({ by, on, place }: PaperSeen, language: Language): string => {
  const seen = { by, day: formatDay(on, language) };
  return place === null
    ? say(language, paperPhrases.seen, seen)
    : say(language, paperPhrases.seenAt, { ...seen, place });
};

/** What the file was on receipt, and who saw the original; nothing for a paper taken over. */
const paperFileLines = ({ file, form, seen }: FileDocument, language: Language): Lines => {
  if (form === null) return [];
  const known =
    file === undefined
      ? say(language, paperPhrases.fileUnknown)
      : say(language, paperPhrases.file, {
          type: wordOf(paperTypes, file.type, language),
          size: formatBytes(file.bytes, language),
          malware: wordOf(malwareChecks, file.malware, language),
        });
  return [`    ${[known, ...(seen === undefined ? [] : [seenLine(seen, language)])].join('; ')}`];
};

const missingLines = (file: ClaimFile, language: Language): Lines => {
  const kinds = file.missingDocuments.map((kind) => wordOf(documentKinds, kind, language));
  return kinds.length === 0
    ? []
    : ['', say(language, phrases.documentsMissing, { kinds: kinds.join(', ') })];
};

const outcomeLines = (file: ClaimFile, decision: FileDecision, language: Language): Lines => {
  const { outcome, outcomeAt, outcomeBy, determination, returnReason } = decision;
  if (outcome === null || outcomeAt === null) return [];
  const at = formatInstant(outcomeAt, language);
  if (outcome === 'RETURNED') {
    const by = personOf(actAt(file, 'ClaimReturned', outcomeAt), language);
    return [say(language, phrases.returned, { by, at, reason: returnReason ?? '-' })];
  }
  const word = wordOf(decisionOutcomes, outcome, language);
  const by = outcomeBy.join(' + ');
  const said = say(language, phrases.decisionOutcome, { outcome: word, by, at });
  if (determination === null) return [said];
  const { reference, determinedOn, determinedIdr, computedIdr, differs } = determination;
  const fixed = say(language, phrases.determination, {
    reference,
    day: formatDay(determinedOn, language),
    amount: formatRupiah(determinedIdr, language),
  });
  const amount = formatRupiah(computedIdr, language);
  const unlike = differs ? ` ${say(language, phrases.determinationDiffers, { amount })}` : '';
  return [said, `${fixed}${unlike}`];
};

const decisionLines = (file: ClaimFile, language: Language): Lines =>
  file.contents.decisions.flatMap((decision) => {
    const { precheck, reason } = decision;
    const phrase = precheck ? phrases.decisionPrecheck : phrases.decisionRecommended;
    return [
      say(language, phrase, {
        number: decision.decision,
        by: decision.recommendedBy.join(' + '),
        at: formatInstant(decision.recommendedAt, language),
        total: formatRupiah(decision.totalIdr, language),
      }),
      ...(reason === null ? [] : [`   ${say(language, phrases.decisionReason, { reason })}`]),
      ...outcomeLines(file, decision, language).map((line) => `   ${line}`),
    ];
  });

const rejectionLines = (file: ClaimFile, language: Language): Lines => {
  const { rejection } = file.contents;
  if (rejection === null) return [];
  const { reason, article, cure } = rejection;
  const by = personOf(actAt(file, 'ClaimRejected', rejection.at), language);
  const at = formatInstant(rejection.at, language);
  return [
    '',
    say(language, phrases.rejected, { by, at, reason }),
    `  ${say(language, phrases.rejectedArticle, { article })}`,
    `  ${say(language, phrases.cure, { cure })}`,
    `  ${say(language, phrases.appeal)}`,
  ];
};

const answerLines = (
  file: ClaimFile,
  { answer }: ClaimFile['contents']['objections'][number],
  language: Language,
): Lines => {
  if (answer === null) return [];
  const { outcome, reason, article, decisionFell } = answer;
  return [
    say(language, phrases.objectionAnswered, {
      ...{ reason, article, outcome: wordOf(objectionOutcomes, outcome, language) },
      by: personOf(actAt(file, 'ObjectionAnswered', answer.at), language),
      at: formatInstant(answer.at, language),
      fell: decisionFell ? say(language, phrases.objectionFell) : '',
    }),
    ...(outcome === 'DISMISSED' ? [say(language, phrases.objectionNext)] : []),
  ];
};

const objectionLines = (file: ClaimFile, language: Language): Lines =>
  file.contents.objections.flatMap((objection) => {
    const told = say(language, phrases.objected, {
      day: formatDay(objection.objectedOn, language),
      relation: wordOf(reporterRelations, objection.relation, language),
      by: personOf(actAt(file, 'DecisionObjected', objection.at), language),
      due: formatDay(objection.answerDueOn, language),
    });
    const { late = false, barOn } = objection;
    return [
      told,
      ...(late && barOn !== null
        ? [say(language, phrases.objectedLate, { bar: formatDay(barOn, language) })]
        : []),
      ...answerLines(file, objection, language),
    ];
  });

const endLines = (file: ClaimFile, language: Language): Lines => {
  const { withdrawal, reopenings, deadlinesPassed, settlement, escalation } = file.contents;
  const lines = deadlinesPassed.map(({ code, dueOn }) => {
    const deadline = wordOf(deadlines, code, language);
    return say(language, phrases.deadlinePassed, { deadline, day: formatDay(dueOn, language) });
  });
  for (const { at: instant, reason } of reopenings) {
    const by = personOf(actAt(file, 'ClaimReopened', instant), language);
    lines.push(
      say(language, phrases.reopened, { by, at: formatInstant(instant, language), reason }),
    );
  }
  lines.push(...objectionLines(file, language));
  lines.push(...clockLines(file, language));
  if (escalation !== null) {
    const by = personOf(actAt(file, 'ClaimEscalated', escalation.at), language);
    const at = formatInstant(escalation.at, language);
    lines.push(say(language, phrases.escalated, { by, at, reason: escalation.reason }));
  }
  if (withdrawal !== null) {
    const by = personOf(actAt(file, 'ClaimWithdrawn', withdrawal.at), language);
    const at = formatInstant(withdrawal.at, language);
    lines.push(say(language, phrases.withdrawn, { by, at, reason: withdrawal.reason }));
  }
  if (settlement !== null) {
    const at = formatInstant(settlement.at, language);
    const isOurs = settlement.outcome === 'SETTLED';
    const paid = formatRupiah(settlement.paidIdr, language);
    const retained = formatRupiah(settlement.retainedIdr, language);
    lines.push(
      say(language, isOurs ? phrases.settled : phrases.settledReported, { at, paid }) +
        (settlement.retainedIdr === '0'
          ? ''
          : `; ${say(language, phrases.settledRetained, { retained })}`),
    );
  }
  return lines.length === 0 ? [] : ['', ...lines];
};

const moneyLines = (file: ClaimFile, language: Language): Lines =>
  table(
    file.payables.map((payable) => [
      payable.payableId,
      formatRupiah(payable.amountIdr, language),
      wordOf(payableStages, payable.stage, language),
      `(${wordOf(payableModes, payable.mode, language)})`,
      payable.holdReason ?? '',
    ]),
  );

/** Facts of the past say so, wherever they are shown. */
const takenOverLines = ({ contents }: ClaimFile, language: Language): Lines => {
  const historic = contents.acts.filter((act) => act.historic);
  const [first] = historic;
  if (first === undefined) return [];
  const agenda = contents.takenOver?.agendaNumber ?? '-';
  const source = first.reason ?? '-';
  return [say(language, phrases.historic, { count: historic.length, agenda, source })];
};

const paidBeforeLines = ({ contents: { paidBefore } }: ClaimFile, language: Language): Lines => {
  if (paidBefore === null) return [];
  const isOurs = paidBefore.outcome === 'SETTLED';
  return [
    say(language, isOurs ? phrases.paidBefore : phrases.paidBeforeReported, {
      amount: formatRupiah(paidBefore.paidIdr, language),
      day: formatDay(paidBefore.paidOn, language),
      reference: paidBefore.paymentReference,
    }),
  ];
};

export const claimFileLines = (
  file: ClaimFile,
  language: Language,
  due: ClaimDue | null,
): Lines => {
  const papers = papersOf(file).flatMap((paper) => paperLines(file, paper, language));
  const stage = wordOf(claimStages, file.stage, language);
  const { deathDate } = file.facts;
  return [
    say(language, phrases.claim, { id: file.claimId, stage }),
    ...takenOverLines(file, language),
    say(language, phrases.worker, { id: file.workerId }),
    ...(deathDate === null
      ? []
      : [say(language, phrases.deathDate, { day: formatDay(deathDate, language) })]),
    ...deathDateLines(file, language),
    ...missingPersonLines(file, language),
    ...deathOriginLines(file, language),
    ...incidentLines(file, language),
    ...linkedLines(file, language),
    ...fieldLines(file, language),
    ...(due === null ? [] : [dueLine(due, language)]),
    ...part(say(language, hospitalPhrases.heading), hospitalLines(file, language)),
    ...part(say(language, phrases.reports), [
      ...reportLines(file, language),
      ...incidentReportLines(file, language),
    ]),
    ...part(say(language, phrases.documents), papers),
    ...missingLines(file, language),
    ...part(say(language, phrases.checks), checkLines(file, language)),
    ...part(say(language, phrases.heirs), heirLines(file, language)),
    ...benefitLines(file, language),
    ...part(say(language, phrases.decision), decisionLines(file, language)),
    ...rejectionLines(file, language),
    ...part(say(language, adjustmentPhrases.heading), adjustmentLines(file, language)),
    ...endLines(file, language),
    ...part(say(language, phrases.payments), [
      ...paidBeforeLines(file, language),
      ...moneyLines(file, language),
    ]),
  ];
};
