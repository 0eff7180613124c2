// Checks a roster file against the terms of its tranche: the dry run of `roster check` and `roster import`.
import { createHash } from 'node:crypto';
import { memberRowsOnFile, rowsOfOtherLists } from '../../activities/members-of-other-lists.ts';
import { fold } from '../../domain/decider.ts';
import type { ProgrammeEvent, TrancheEvent } from '../../domain/programme/events.ts';
import { programmeDecider } from '../../domain/programme/programme-decider.ts';
import { trancheDecider } from '../../domain/programme/tranche-decider.ts';
import type { RowVerdict } from '../../domain/roster/events.ts';
import type { AcceptedRow, RosterTerms } from '../../domain/roster/row-verdict.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { failure } from '../../infra/failure.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { fileRefusalText } from '../../infra/rosters/file-refusal-texts.ts';
import { refusedRowsCsv } from '../../infra/rosters/refused-rows-csv.ts';
import { readRoster, refuseMembers } from '../../infra/rosters/roster-csv.ts';
import { peoplePhrases } from '../copy/people-phrases.ts';
import { say } from '../copy/text.ts';
import type { Session } from './session.ts';

export type RosterCheck = {
  readonly programmeId: string;
  readonly rosterId: string;
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
      id: say('id', peoplePhrases.trancheNotFound),
      en: say('en', peoplePhrases.trancheNotFound),
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

/** The same bytes for the same tranche are the same roster. */
export const rosterIdOf = (trancheId: string, bytes: Uint8Array): string =>
  streamIds.roster(trancheId, createHash('sha256').update(bytes).digest('hex'));

/** A list that is on file keeps its verdicts; for a new one the register of identities is asked. */
const memberRows = async (
  { store, keys }: Session,
  rosterId: string,
  accepted: readonly AcceptedRow[],
): Promise<ReadonlySet<number>> =>
  memberRowsOnFile(await store.loadStream(rosterId)) ??
  (await rowsOfOtherLists({ store, keys }, rosterId, accepted));

/** Records nothing. Throws with a sentence when the whole file cannot be read. */
export const checkRosterFile = async (
  session: Session,
  trancheId: string,
  bytes: Uint8Array,
): Promise<RosterCheck> => {
  const { terms, programmeId } = await termsOf(session, trancheId);
  const read = await readRoster([bytes], terms);
  if (read.status === 'refused') {
    const sentence = fileRefusalText(read);
    throw failure({ code: read.code, retryable: false, sentence });
  }
  const rosterId = rosterIdOf(trancheId, bytes);
  const reading = refuseMembers(read, await memberRows(session, rosterId, read.accepted));
  return {
    programmeId,
    rosterId,
    rows: reading.rows,
    accepted: reading.accepted.length,
    refused: reading.refused.length,
    warnings: reading.verdicts.filter(({ severity }) => severity === 'warning').length,
    verdicts: reading.verdicts,
    refusedRowsCsv: () => [...refusedRowsCsv(reading, session.language)].join(''),
  };
};
