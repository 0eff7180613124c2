// A stored event as the projections read it: category and type narrow the data.
import type { BankExceptionEvent } from '../domain/bank-exception/events.ts';
import { catalogue, type DomainEvent, isEventType } from '../domain/catalogue.ts';
import type { ClaimEvent } from '../domain/claim/events.ts';
import type { Category } from '../domain/command.ts';
import type { ExaminationEvent } from '../domain/examination/events.ts';
import type { HandOverEvent } from '../domain/hand-over/events.ts';
import type { LetterheadEvent, LetterSeriesEvent } from '../domain/letter/letter-events.ts';
import type { AidFundEvent } from '../domain/local-aid/fund-events.ts';
import type { AidRequestEvent } from '../domain/local-aid/request.ts';
import type { ActorEvent } from '../domain/office/events.ts';
import type { DeathListEvent } from '../domain/outreach/death-list.ts';
import type { PayableEvent } from '../domain/payout/events.ts';
import type { PayoutRunEvent } from '../domain/payout/run-events.ts';
import type { PayoutScheduleEvent } from '../domain/payout/schedule-events.ts';
import type {
  ContributionBillEvent,
  ProgrammeEvent,
  TrancheEvent,
} from '../domain/programme/events.ts';
import type { RosterEvent } from '../domain/roster/events.ts';
import type { RuleBookEvent } from '../domain/rule-book/events.ts';
import type { WorkerEvent } from '../domain/worker/events.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';

type EventsByCategory = {
  readonly actor: ActorEvent;
  readonly programme: ProgrammeEvent;
  readonly tranche: TrancheEvent;
  readonly contribution_bill: ContributionBillEvent;
  readonly roster: RosterEvent;
  readonly worker: WorkerEvent;
  readonly hand_over: HandOverEvent;
  readonly claim: ClaimEvent;
  readonly payable: PayableEvent;
  readonly payout_run: PayoutRunEvent;
  readonly payout_schedule: PayoutScheduleEvent;
  readonly rule_book: RuleBookEvent;
  readonly letterhead: LetterheadEvent;
  readonly letter_series: LetterSeriesEvent;
  readonly aid_fund: AidFundEvent;
  readonly aid_request: AidRequestEvent;
  readonly death_list: DeathListEvent;
  readonly bank_exception: BankExceptionEvent;
  readonly examination: ExaminationEvent;
};

type Around = Omit<StoredEvent, 'category' | 'type' | 'data'>;
type Recorded<C extends Category, E extends DomainEvent> = E extends DomainEvent
  ? Around & { readonly category: C; readonly type: E['type']; readonly data: E['data'] }
  : never;

export type RecordedIn<C extends Category> = { [K in C]: Recorded<K, EventsByCategory[K]> }[C];
export type RecordedEvent = RecordedIn<Category>;

/** Names the stranger loudly: a projection that skips what it does not know shows wrong rows. */
export const recordedEvent = (stored: StoredEvent): RecordedEvent => {
  if (!isEventType(stored.type) || catalogue[stored.type].category !== stored.category)
    throw new Error(
      `unknown event ${stored.category}/${stored.type} in ${stored.streamId} at ${stored.position}`,
    );
  // The catalogue just vouched for category and type; the store upcasts data to that shape on read.
  return stored as unknown as RecordedEvent;
};

/** An event that needs an earlier one of its stream and does not find it: the log was read wrongly. */
export const orphaned = (event: RecordedEvent): never => {
  throw new Error(`${event.type} in ${event.streamId} at ${event.position} has no beginning`);
};
