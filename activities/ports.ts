// Everything that activities need of the world, as one object of ports: tests give their own.
import type { Json } from '../domain/envelope.ts';
import type { Divergence } from '../domain/examination/events.ts';
import type { RollMember } from '../domain/programme/bill-match.ts';
import type { Flow } from '../domain/programme/events.ts';
import type { TrancheMembers } from '../domain/programme/gate-events.ts';
import type { RegisteredTerms } from '../domain/roster/registered-row.ts';
import type { RosterTerms } from '../domain/roster/row-verdict.ts';
import type {
  AnswerFile,
  BankProfile,
  DropOutcome,
  PaymentFile,
  PaymentOrder,
  RenderOutcome,
  WithdrawOutcome,
} from '../infra/bank/bank-port.ts';
import type { StatementLineText } from '../infra/bank/csv-statement.ts';
import type { Clock } from '../infra/clock.ts';
import type { Fault } from '../infra/config/fault-points.ts';
import type { DocumentStore } from '../infra/documents/document-store.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import type { StreamIds } from '../infra/ids/stream-ids.ts';
import type { KeyService } from '../infra/keys/key-service.ts';
import type { BillListReading } from '../infra/rosters/bill-csv.ts';
import type { RegisteredListReading } from '../infra/rosters/registered-csv.ts';
import type { AnswerReading } from '../infra/rosters/registration-csv.ts';
import type { RosterFileRefused, RosterReading } from '../infra/rosters/roster-csv.ts';
import type { WorkflowSignals } from '../infra/temporal/workflow-signals.ts';

export type TrancheClaims = {
  readonly claimIds: readonly string[];
  readonly position: string;
};

export type TrancheRoll = {
  readonly members: readonly RollMember[];
  readonly position: string;
};

/** Counted over all members of a tranche: by the read model, never stream by stream. */
export type TrancheCounts = {
  members(trancheId: string): Promise<TrancheMembers>;
  /** Claims that a late fact may still move, and how far the read model had come. */
  claims(trancheId: string): Promise<TrancheClaims>;
  /** Whoever BPJS registered in it, for the match of a bill, and how far the read model had come. */
  roll(trancheId: string): Promise<TrancheRoll>;
};

/** What a decision needs: the log, identities, the office's now, the fingerprint of a command. */
export type DecisionPorts = {
  readonly store: EventStore;
  readonly ids: StreamIds;
  readonly keys: Pick<KeyService, 'keyedHash'>;
  readonly clock: Clock;
  readonly tranches: TrancheCounts;
  hash(value: Json): Uint8Array;
  readonly fault: Fault;
};

/** Received lists, read from their bytes. */
export type Lists = {
  roster(bytes: Uint8Array, terms: RosterTerms): Promise<RosterReading | RosterFileRefused>;
  /** Takes rows out whose person is a member of another list already. */
  withoutMembers(reading: RosterReading, rows: ReadonlySet<number>): RosterReading;
  /** People registered already, of a take-over list. */
  registered(
    bytes: Uint8Array,
    terms: RegisteredTerms,
  ): Promise<RegisteredListReading | RosterFileRefused>;
  registrationAnswer(bytes: Uint8Array): Promise<AnswerReading>;
  /** The branch's list of a bill, one line per person. */
  bill(bytes: Uint8Array): Promise<BillListReading>;
  /** Card ids of a hand-over list, in the order of its rows. */
  handOver(bytes: Uint8Array): Promise<readonly string[]>;
};

export type Bank = {
  /** By the code a payer was registered with; undefined when no such bank is known. */
  profile(code: string): BankProfile | undefined;
  render(order: PaymentOrder, profile: BankProfile): RenderOutcome;
  drop(file: PaymentFile, endToEndIds: readonly string[]): Promise<DropOutcome>;
  withdraw(file: Pick<PaymentFile, 'name' | 'sha256'>): Promise<WithdrawOutcome>;
  /** The run is closed: names and accounts must not lie about. */
  remove(name: string): Promise<void>;
  read(bytes: Uint8Array): AnswerFile;
  /** One line that two persons read, as a statement that the reader knows. */
  lineStatement(line: StatementLineText): Uint8Array;
};

export type Ports = DecisionPorts & {
  readonly keys: KeyService;
  readonly documents: DocumentStore;
  readonly lists: Lists;
  readonly bank: Bank;
  readonly signals: WorkflowSignals;
  /** Read models, books, files and running work against the log; only the worker can. */
  examineHouse(): Promise<readonly Divergence[]>;
  /** Payables that a run may take, by the read model; each is asked again on its own stream. */
  duePayables(of: { readonly payerId: string; readonly flow: Flow }): Promise<readonly string[]>;
  /** `at-enrolment` opens a lifecycle for every nominated worker, not only when one is touched. */
  readonly lifecycleStart: 'on-first-touch' | 'at-enrolment';
  /** Tells Temporal that a long activity still lives. */
  heartbeat(): void;
};
