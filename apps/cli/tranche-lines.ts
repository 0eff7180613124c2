// How one tranche reads in a terminal: months, cards, gate, clock, and the conflict between them.
import type { Month } from '../../domain/calendar.ts';
import type { GateRule } from '../../domain/programme/gate-events.ts';
import type { TrancheStanding } from '../../domain/programme/tranche-standing.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import { formatCount, formatDay, type Language } from '../copy/format.ts';
import { officePhrases } from '../copy/office-phrases.ts';
import { say } from '../copy/text.ts';
import { type TrancheWords, trancheWords } from '../copy/tranche-words.ts';
import { type Outcome, refusedWith, table } from './outcome.ts';
import type { Session } from './session.ts';

export const trancheNotFound = ({ language }: Session, trancheId: string): Outcome => {
  const sentence = say(language, deskPhrases.trancheNotFound, { id: trancheId });
  return refusedWith('TrancheNotFound', sentence, { trancheId, found: false });
};

/** Registered ≠ active ≠ ended: never one shown as the other. */
export type MemberFigures = {
  readonly registered: number;
  readonly active: number;
  readonly notStarted: number;
  readonly lapsed: number;
  readonly ended: number;
};

export const NOBODY: MemberFigures = {
  ...{ registered: 0, active: 0, notStarted: 0, lapsed: 0, ended: 0 },
};

type Shown = {
  readonly language: Language;
  readonly standing: TrancheStanding;
  readonly words: TrancheWords;
  count(n: number): string;
};

const MONTHS_SHOWN = 12;

const monthsText = (months: readonly Month[], none: string): string => {
  if (months.length === 0) return none;
  const shown = months.slice(-MONTHS_SHOWN).join(' ');
  return months.length > MONTHS_SHOWN ? `… ${shown}` : shown;
};

const ruleText = (rule: GateRule, { words }: Shown): string =>
  words.rule({
    share: rule.sharePercent,
    basis: words.basis[rule.basis],
    whole: words.whole[rule.of],
  });

const gateText = (shown: Shown): string => {
  const { standing, words, count } = shown;
  const { state, rule, cards, quorum } = standing.gate;
  if (rule === null) return words.gate[state];
  const rests = { cards: count(cards), quorum: count(quorum), rule: ruleText(rule, shown) };
  return `${words.gate[state]}; ${words.quorum(rests)}`;
};

const overrideLines = ({ standing, words, count }: Shown): readonly string[] => {
  const { override } = standing;
  if (override === null) return [];
  const cards = `${count(override.cards)}/${count(override.quorum)}`;
  return [`  ${words.labels.override}: ${override.reason} (${override.by.join('+')}, ${cards})`];
};

const conflictLines = ({ standing, words, count }: Shown): readonly string[] => {
  const { conflict, gate } = standing;
  if (conflict === null) return [];
  const { cardsMissing, daysToLapse, hasLapsed, isOutOfReach } = conflict;
  const said = words.conflict({ cardsMissing: count(cardsMissing), days: daysToLapse, hasLapsed });
  const reach = count(standing.registered);
  return [
    `${words.labels.conflict}: ${said}`,
    ...(isOutOfReach ? [`  ${words.outOfReach(count(gate.quorum), reach)}`] : []),
  ];
};

const clockLines = ({ standing, words, language }: Shown): readonly string[] => {
  const { clock } = standing;
  return clock.milestones.map(
    ({ code, dueOn, daysLeft }) =>
      `  ${formatDay(dueOn, language)}: ${words.milestone[code]} (${words.due(daysLeft)})`,
  );
};

const headLines = ({ standing, words, count, language }: Shown, members: MemberFigures) => {
  const { labels } = words;
  const { name, trancheId, on, coverFrom, quota, cards } = standing;
  const unpaid = standing.months.filter(({ paidOn }) => paidOn === null);
  const paid = standing.months.filter(({ paidOn }) => paidOn !== null);
  const month = (all: typeof paid) =>
    monthsText(
      all.map((one) => one.month),
      labels.none,
    );
  return [
    `${labels.tranche} ${name} · ${trancheId} · ${formatDay(on, language)}`,
    `${labels.coverFrom} ${formatDay(coverFrom, language)} · ${labels.quota} ${count(quota)}`,
    `${labels.registered} ${count(members.registered)} · ${labels.active} ${count(members.active)}` +
      ` · ${labels.notStarted} ${count(members.notStarted)}` +
      ` · ${labels.lapsed} ${count(members.lapsed)} · ${labels.ended} ${count(members.ended)}`,
    `${labels.coverLine}: ${words.cover[standing.cover.state]}`,
    `${labels.paid}: ${month(paid)}`,
    `${labels.unpaid}: ${month(unpaid)}`,
    `${labels.cards}: ${labels.received} ${count(cards.received)}` +
      ` · ${labels.handedOver} ${count(cards.handedOver)}`,
  ];
};

export const trancheLines = (
  standing: TrancheStanding,
  members: MemberFigures,
  language: Language,
): readonly string[] => {
  const words = trancheWords[language];
  const shown: Shown = { language, standing, words, count: (n) => formatCount(n, language) };
  const { labels } = words;
  const { clock, acceptedArrears, monthsWithoutBudget } = standing;
  return [
    ...headLines(shown, members),
    `${labels.gateLine}: ${gateText(shown)}`,
    ...overrideLines(shown),
    `${labels.clock}: ${labels.unpaidSince} ${clock.firstUnpaid} · ${labels.atRisk} ${shown.count(standing.personsAtRisk)}`,
    ...clockLines(shown),
    ...conflictLines(shown),
    ...(acceptedArrears.length === 0
      ? []
      : [`${labels.accepted}: ${monthsText(acceptedArrears, labels.none)}`]),
    ...(monthsWithoutBudget.length === 0
      ? []
      : [`${labels.noBudget}: ${monthsText(monthsWithoutBudget, labels.none)}`]),
    ...standing.cover.flags.map((flag) => `${labels.review}: ${words.flag[flag]}`),
  ];
};

/** One line per tranche, for lists and the live board. */
export const trancheListLines = (
  rows: readonly (TrancheStanding & { readonly members: MemberFigures })[],
  { language }: { readonly language: Language },
): readonly string[] => {
  const { labels, gate } = trancheWords[language];
  const count = (n: number): string => formatCount(n, language);
  if (rows.length === 0) return [say(language, officePhrases.tranchesNone)];
  return table([
    [
      ...[labels.tranche, labels.id, labels.quota],
      ...[labels.registered, labels.active, labels.ended],
      ...[labels.paidThrough, labels.gateLine, labels.cards, labels.clock],
    ],
    ...rows.map((row) => [
      row.name,
      row.trancheId,
      count(row.quota),
      count(row.members.registered),
      count(row.members.active),
      count(row.members.ended),
      row.cover.paidThrough ?? '-',
      row.gate.rule === null ? '-' : gate[row.gate.state],
      row.gate.rule === null
        ? count(row.cards.handedOver)
        : `${count(row.gate.cards)}/${count(row.gate.quorum)}`,
      trancheWords[language].due(row.clock.daysToLapse),
    ]),
  ]);
};
