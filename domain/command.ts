// Every command of the house, as one envelope that travels from a person to a decision.
import type { BankExceptionCommand } from './bank-exception/events.ts';
import type { ClaimCommand } from './claim/events.ts';
import type { ExaminationCommand } from './examination/events.ts';
import type { HandOverCommand } from './hand-over/events.ts';
import type { LetterheadCommand, LetterSeriesCommand } from './letter/letter-events.ts';
import type { AidFundCommand } from './local-aid/fund-events.ts';
import type { AidRequestCommand } from './local-aid/request.ts';
import type { ActorCommand } from './office/events.ts';
import type { DeathListCommand } from './outreach/death-list.ts';
import type { PayableCommand } from './payout/events.ts';
import type { PayoutRunCommand } from './payout/run-events.ts';
import type { PayoutScheduleCommand } from './payout/schedule-events.ts';
import type {
  ContributionBillCommand,
  ProgrammeCommand,
  TrancheCommand,
} from './programme/events.ts';
import type { RosterCommand } from './roster/events.ts';
import type { RuleBookCommand } from './rule-book/events.ts';
import type { WorkerCommand } from './worker/events.ts';

/** Stream category → the commands its decider knows. */
export type CommandsByCategory = {
  readonly actor: ActorCommand;
  readonly programme: ProgrammeCommand;
  readonly tranche: TrancheCommand;
  readonly contribution_bill: ContributionBillCommand;
  readonly roster: RosterCommand;
  readonly worker: WorkerCommand;
  readonly hand_over: HandOverCommand;
  readonly claim: ClaimCommand;
  readonly payable: PayableCommand;
  readonly payout_run: PayoutRunCommand;
  readonly payout_schedule: PayoutScheduleCommand;
  readonly rule_book: RuleBookCommand;
  readonly letterhead: LetterheadCommand;
  readonly letter_series: LetterSeriesCommand;
  readonly aid_fund: AidFundCommand;
  readonly aid_request: AidRequestCommand;
  readonly death_list: DeathListCommand;
  readonly bank_exception: BankExceptionCommand;
  readonly examination: ExaminationCommand;
};
export type Category = keyof CommandsByCategory;

export type CommandEnvelope<C extends Category = Category> = {
  [K in C]: {
    /** UUID made by the caller before sending; the same id is answered the same for ever. */
    readonly commandId: string;
    readonly category: K;
    readonly streamId: string;
    readonly command: CommandsByCategory[K];
    /** Who asks. The office and the role are looked up, never taken from here. */
    readonly actorId: string;
    readonly reason?: string;
    /** Number of the office's agenda under which the matter came in. */
    readonly agenda?: string;
    readonly correlationId: string;
    /** The version that the person looked at: what others did after it refuses the command. */
    readonly seenVersion?: number;
    readonly causationId?: string;
    /** Names that only this stream may ever hold, e.g. a NIK: base64 of the keyed hash. */
    readonly reservations?: readonly { readonly kind: string; readonly keyedHash: string }[];
    /**
     * Taking over a running programme: the act took effect earlier than it is entered. Needs the
     * permission `record-history`; the events are marked `origin: historic` and notify nobody.
     */
    readonly history?: { readonly effectiveAt: string; readonly source: string };
  };
}[C];

/** The answer to a command: recorded (now or before), or refused with a reason. */
export type Answer =
  | {
      readonly status: 'recorded';
      readonly streamId: string;
      readonly version: number;
      /** Position of the command's last event; '0' when it changed nothing. */
      readonly position: string;
      readonly stage: string;
      /** True when this very command had been recorded before. */
      readonly repeated: boolean;
    }
  | {
      readonly status: 'refused';
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number | boolean>>;
    };
