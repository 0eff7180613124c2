// `lindung claim time|times`: every minute charged to a party, of one claim or of all that are open.
import type { Command } from 'commander';
import { type Sum, sumsBy } from '../../../domain/claim/clock/charge.ts';
import {
  type ClaimTime,
  openTimeBy,
  type TimeGroup,
  type TimeSum,
  timeOfClaim,
} from '../../../projections/claim-time.ts';
import { claimStages } from '../../copy/claim-words.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import { formatInstant, formatPercent, type Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import {
  durationText,
  timePhrases as phrases,
  timeCauses,
  timeClocks,
  timeColumns,
  timeGroups,
  timeParties,
} from '../../copy/time-words.ts';
import type { Cli } from '../cli.ts';
import { idOption, oneOf } from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { headed, pageLines } from '../page-lines.ts';
import { readableClaim } from '../readable.ts';
import type { Session } from '../session.ts';

const shareOf = (part: number, whole: number, language: Language): string =>
  whole === 0 ? '-' : formatPercent((part * 100) / whole, language);

const lateText = ({ lateMinutes }: Sum, language: Language): string =>
  lateMinutes === 0 ? '-' : durationText(lateMinutes, language);

const partiesOf = ({ charges }: ClaimTime): readonly (Sum & { readonly party: string })[] =>
  [...sumsBy(charges, ({ party }) => party)]
    .map(([party, sum]) => ({ party, ...sum }))
    .toSorted((a, b) => b.ms - a.ms);

const timeLines = (time: ClaimTime, language: Language): readonly string[] => {
  const { claimId: id, charges, minutes, isOver } = time;
  const from = formatInstant(time.from, language);
  const total = durationText(minutes, language);
  const head = isOver
    ? say(language, phrases.over, { id, total, from, to: formatInstant(time.to, language) })
    : say(language, phrases.open, { id, total, from });
  if (charges.length === 0) return [head];
  const columns = [timeColumns.from, timeColumns.time, timeColumns.party, timeColumns.cause];
  const rows = charges.map((charge) => [
    formatInstant(charge.from, language),
    durationText(charge.minutes, language),
    wordOf(timeParties, charge.party, language),
    wordOf(timeCauses, charge.cause, language),
    charge.clock === null ? '-' : wordOf(timeClocks, charge.clock, language),
    charge.late ? say(language, phrases.late) : '',
  ]);
  const sums = partiesOf(time).map((sum) => [
    wordOf(timeParties, sum.party, language),
    durationText(sum.minutes, language),
    shareOf(sum.ms, time.ms, language),
    lateText(sum, language),
  ]);
  return [
    head,
    '',
    ...headed(language, [...columns, timeColumns.clock, timeColumns.late], rows),
    '',
    say(language, phrases.shares),
    ...headed(
      language,
      [timeColumns.party, timeColumns.time, timeColumns.share, timeColumns.late],
      [...sums, [say(language, phrases.total), total, shareOf(time.ms, time.ms, language), '']],
    ),
  ];
};

const showTime = async (session: Session, claimId: string): Promise<Outcome> => {
  const found = await readableClaim(session, claimId);
  if ('outcome' in found) return found.outcome;
  const time = await timeOfClaim(session.db, claimId, session.now());
  // The file is there: its clocks come with the next turn of the projector.
  if (time === undefined)
    return done({ claimId, charges: [] }, [say(session.language, phrases.none)]);
  return done({ ...time, parties: partiesOf(time) }, timeLines(time, session.language));
};

const groupWord = (by: TimeGroup, key: string, language: Language): string => {
  if (by === 'kelurahan') return key;
  return wordOf(by === 'party' ? timeParties : claimStages, key, language);
};

const showTimes = async (session: Session, by: TimeGroup): Promise<Outcome> => {
  const { language } = session;
  const { groups, total } = await openTimeBy(session.db, by, session.now());
  const rowOf = (label: string, sum: TimeSum): readonly string[] => [
    label,
    String(sum.claims),
    durationText(sum.minutes, language),
    shareOf(sum.ms, total.ms, language),
    lateText(sum, language),
  ];
  const { claims, time, share, late } = timeColumns;
  const lines = pageLines(language, {
    columns: [timeGroups[by], claims, time, share, late],
    rows:
      groups.length === 0
        ? []
        : [
            ...groups.map((sum) => rowOf(groupWord(by, sum.key, language), sum)),
            rowOf(say(language, phrases.total), total),
          ],
    empty: say(language, phrases.none),
  });
  return done({ by, groups, total }, lines);
};

export const registerClaimTime = (claim: Command, cli: Cli): void => {
  claim
    .command('time')
    .argument('<claim>', '', idOption)
    .action((claimId: string) => cli.act((session) => showTime(session, claimId)));
  claim
    .command('times')
    .option('--by <choice>', '', oneOf(codesOf(timeGroups)), 'party')
    .action((options: { by: TimeGroup }) =>
      cli.perform((session) => showTimes(session, options.by)),
    );
};
