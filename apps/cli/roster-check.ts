// Checks a roster file against the terms of its tranche: the dry run of `roster check` and `roster import`.
import { fold } from '../../domain/decider.ts';
import type { ProgrammeEvent, TrancheEvent } from '../../domain/programme/events.ts';
import { programmeDecider } from '../../domain/programme/programme-decider.ts';
import { trancheDecider } from '../../domain/programme/tranche-decider.ts';
import type { RowVerdict } from '../../domain/roster/events.ts';
import type { RosterTerms } from '../../domain/roster/row-verdict.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { failure } from '../../infra/failure.ts';
import { fileRefusalText } from '../../infra/rosters/file-refusal-texts.ts';
import { refusedRowsCsv } from '../../infra/rosters/refused-rows-csv.ts';
import { readRoster } from '../../infra/rosters/roster-csv.ts';
import { ROW_PROBLEM_TEXTS } from '../../infra/rosters/row-problem-texts.ts';
import type { Language } from '../copy/format.ts';
import { table } from './outcome.ts';
import type { Session } from './session.ts';

export type RosterCheck = {
  readonly programmeId: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly warnings: number;
  readonly verdicts: readonly RowVerdict[];
  /** Personal data. */
  refusedRowsCsv(): string;
};

// The store's codec has upcast these to today's shapes; the category is the stream's own.
const eventsOf = <Event>(events: readonly StoredEvent[]): readonly Event[] =>
  events as unknown as readonly Event[];

export const unknownTranche = (): Error =>
  failure({
    code: 'TrancheUnknown',
    retryable: false,
    sentence: {
      id: 'Gelombang tidak ditemukan; buka gelombang dulu (`tranche open`).',
      en: 'No such tranche; open one first (`tranche open`).',
    },
  });

const termsOf = async (
  session: Session,
  trancheId: string,
): Promise<{ readonly terms: RosterTerms; readonly programmeId: string }> => {
  const { tranche } = fold(
    trancheDecider,
    eventsOf<TrancheEvent>(await session.store.loadStream(trancheId)),
  );
  if (tranche === null) throw unknownTranche();
  const { programme } = fold(
    programmeDecider,
    eventsOf<ProgrammeEvent>(await session.store.loadStream(tranche.programmeId)),
  );
  if (programme === null) throw unknownTranche();
  const { region, ageFrom, ageTo, programmeId } = programme;
  return { terms: { region, ageFrom, ageTo, coverFrom: tranche.coverFrom }, programmeId };
};

/** Records nothing. Throws with a sentence when the whole file cannot be read. */
export const checkRosterFile = async (
  session: Session,
  trancheId: string,
  bytes: Uint8Array,
): Promise<RosterCheck> => {
  const { terms, programmeId } = await termsOf(session, trancheId);
  const reading = await readRoster([bytes], terms);
  if (reading.status === 'refused') {
    const sentence = fileRefusalText(reading);
    throw failure({ code: reading.code, retryable: false, sentence });
  }
  return {
    programmeId,
    rows: reading.rows,
    accepted: reading.accepted.length,
    refused: reading.refused.length,
    warnings: reading.verdicts.filter(({ severity }) => severity === 'warning').length,
    verdicts: reading.verdicts,
    refusedRowsCsv: () => [...refusedRowsCsv(reading, session.language)].join(''),
  };
};

/** The first verdicts, each with its place and the reason in the person's language. */
export const verdictLines = (
  check: Pick<RosterCheck, 'rows' | 'accepted' | 'refused' | 'warnings' | 'verdicts'>,
  language: Language,
): readonly string[] => [
  `${check.rows} baris: ${check.accepted} diterima, ${check.refused} ditolak, ${check.warnings} peringatan`,
  ...table([
    ['baris', 'kolom', 'alasan', 'berat'],
    ...check.verdicts
      .slice(0, 50)
      .map((verdict) => [
        String(verdict.row),
        verdict.column,
        ROW_PROBLEM_TEXTS[verdict.problem][language],
        verdict.severity,
      ]),
  ]),
  ...(check.verdicts.length > 50 ? [`… ${check.verdicts.length - 50} lagi / more (--json)`] : []),
];
