// An examination as people read it: letter, samples, items, and every finding to its end.
import type { ExaminationState, Finding } from '../../domain/examination/state.ts';
import { examinationStage } from '../../domain/examination/state.ts';
import { areaName } from '../../domain/region.ts';
import type { ReportTable } from '../../infra/reports/report-table.ts';
import { offices, wordOf } from '../copy/code-words.ts';
import {
  examinationColumns as columns,
  divergenceKinds,
  itemConclusions,
  examinationPhrases as phrases,
  populations,
} from '../copy/examination-phrases.ts';
import { stageWord } from '../copy/fact-words.ts';
import { formatDay, formatRupiah, type Language } from '../copy/format.ts';
import { inLanguage, say } from '../copy/text.ts';

type Opened = NonNullable<ExaminationState['opened']>;

const stateOf = ({ answer, followUps, closed }: Finding): keyof typeof phrases.findingState => {
  if (closed !== null) return 'CLOSED';
  if (followUps.length > 0) return 'FOLLOWED';
  return answer === null ? 'OPEN' : 'ANSWERED';
};

const stateText = (finding: Finding, language: Language): string =>
  inLanguage(language, phrases.findingState[stateOf(finding)]);

export const divergenceText = (
  {
    kind,
    name,
    key,
    part,
    firstPosition,
  }: {
    readonly kind: keyof typeof divergenceKinds;
    readonly name: string;
    readonly key: string;
    readonly part: string;
    readonly firstPosition: string | null;
  },
  language: Language,
): string =>
  say(language, phrases.divergence, {
    kind: wordOf(divergenceKinds, kind, language),
    ...{ name, key, part: part === '' ? '' : ` (${part})` },
    position: firstPosition === null ? say(language, phrases.unknownPosition) : `#${firstPosition}`,
  });

const conditionOf = ({ said }: Finding, language: Language): string =>
  said.type === 'FindingRecorded' ? said.data.condition : divergenceText(said.data, language);

const positionsOf = ({ said: { type, data } }: Finding): readonly string[] =>
  type === 'FindingRecorded' ? data.positions : [data.firstPosition ?? []].flat();

const partsOf = ({ said: { type, data } }: Finding, language: Language): readonly string[] =>
  type === 'DivergenceFound'
    ? []
    : [
        say(language, phrases.criterion, { text: data.criterion }),
        say(language, phrases.cause, { text: data.causeText }),
        say(language, phrases.effect, { text: data.effectText }),
        say(language, phrases.recommendation, { text: data.recommendation }),
        ...(data.amountIdr === null
          ? []
          : [say(language, phrases.amount, { amount: formatRupiah(data.amountIdr, language) })]),
      ];

const endOf = ({ answer, followUps, closed }: Finding, language: Language): readonly string[] => [
  ...(answer === null
    ? []
    : [say(language, phrases.answer, { by: answer.answeredBy.join(' + '), text: answer.answer })]),
  ...followUps.map(({ note }) => say(language, phrases.followUp, { text: note })),
  ...(closed === null
    ? []
    : [
        say(language, phrases.closedWith, {
          ...{ by: closed.closedBy.join(' + '), text: closed.reason },
        }),
      ]),
];

const findingLines = (finding: Finding, language: Language): readonly string[] => {
  const { auditee, dueOn } = finding.said.data;
  const positions = positionsOf(finding);
  return [
    '',
    say(language, phrases.finding, {
      ...{ number: finding.findingNumber, condition: conditionOf(finding, language) },
    }),
    ...[
      ...partsOf(finding, language),
      ...(positions.length === 0
        ? []
        : [
            say(language, phrases.events, {
              positions: positions.map((one) => `#${one}`).join(', '),
            }),
          ]),
      say(language, phrases.findingOf, {
        ...{ auditee, dueOn: formatDay(dueOn, language), state: stateText(finding, language) },
      }),
      ...endOf(finding, language),
    ].map((line) => `   ${line}`),
  ];
};

export const listLine = (state: ExaminationState, opened: Opened, language: Language): string =>
  say(language, phrases.listLine, {
    ...{ number: opened.number, office: wordOf(offices, opened.office, language) },
    ...{ from: formatDay(opened.from, language), to: formatDay(opened.to, language) },
    stage: stageWord(examinationStage(state), language),
    findings: state.findings.length,
    open: state.findings.filter(({ closed }) => closed === null).length,
  });

const sampleLines = (state: ExaminationState, language: Language): readonly string[] =>
  state.samples.flatMap((sample) => [
    '',
    say(language, phrases.sample, {
      ...{ seed: sample.seed, size: sample.itemIds.length, position: sample.position },
      ...{ populationSize: sample.populationSize, root: sample.root },
      population: wordOf(populations, sample.population, language),
    }),
    ...sample.itemIds.map((itemId) => {
      const item = state.items[itemId];
      const conclusion =
        item === undefined
          ? say(language, phrases.itemOpen)
          : `${wordOf(itemConclusions, item.conclusion, language)}; ${item.note}`;
      return `   ${say(language, phrases.item, { itemId, conclusion })}`;
    }),
  ]);

export const examinationLines = (
  state: ExaminationState,
  opened: Opened,
  language: Language,
): readonly string[] => [
  say(language, phrases.opened, { id: opened.examinationId, number: opened.number }),
  listLine(state, opened, language),
  say(language, phrases.team, { team: opened.team.join(', ') }),
  say(language, phrases.scope, { scope: opened.scope, area: areaName(opened.area) || '-' }),
  ...sampleLines(state, language),
  ...state.findings.flatMap((finding) => findingLines(finding, language)),
];

export const findingsTable = (
  { findings }: ExaminationState,
  { number }: Opened,
  { language, notes }: { readonly language: Language; readonly notes: readonly string[] },
): ReportTable => ({
  title: say(language, phrases.reportTitle, { number }),
  notes,
  head: Object.values(columns).map((text) => inLanguage(language, text)),
  rows: findings.map((finding) => {
    const { said, answer, followUps } = finding;
    const told = said.type === 'FindingRecorded' ? said.data : null;
    return [
      ...[finding.findingNumber, conditionOf(finding, language), told?.criterion ?? ''],
      ...[told?.causeText ?? '', told?.effectText ?? '', told?.recommendation ?? ''],
      ...[told?.amountIdr == null ? '' : BigInt(told.amountIdr), positionsOf(finding).join(' ')],
      ...[said.data.auditee, formatDay(said.data.dueOn, language), answer?.answer ?? ''],
      ...[followUps.map(({ note }) => note).join('; '), stateText(finding, language)],
    ];
  }),
});
