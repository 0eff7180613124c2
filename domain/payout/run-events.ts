// Stream `payout_run-…`: the run that sends what is owed once; every event and command.

import type { Origin } from '../envelope.ts';
import type { RupiahText } from '../money.ts';
import type { Flow, MandateMode } from '../programme/events.ts';
import type { ScreeningCode } from './payee-screening.ts';

/** Selection frozen: one `RunMemberAdded` per payable, then count, sum and hash on the whole. */
export type RunMemberAdded = {
  readonly type: 'RunMemberAdded';
  readonly data: {
    readonly runId: string;
    readonly payableId: string;
    readonly claimId: string;
    readonly amountIdr: RupiahText;
  };
};

export type RunAssembled = {
  readonly type: 'RunAssembled';
  readonly data: {
    readonly runId: string;
    readonly payerId: string;
    readonly flow: Flow;
    readonly count: number;
    readonly sumIdr: RupiahText;
    /** Hex SHA-256 over the members in order. */
    readonly membersSha256: string;
    readonly assembledBy: readonly string[];
    /** Everyone who recommended or approved a member: none of them may assemble or release. */
    readonly decidedBy: readonly string[];
  };
};

export type RunReleased = {
  readonly type: 'RunReleased';
  readonly data: {
    readonly runId: string;
    readonly sumIdr: RupiahText;
    readonly releasedBy: readonly string[];
  };
};

export type RunCancelled = {
  readonly type: 'RunCancelled';
  readonly data: { readonly runId: string; readonly reason: string };
};

/** Rendered once; the bytes are kept under the hash and never rendered again. */
export type PaymentFilePrepared = {
  readonly type: 'PaymentFilePrepared';
  readonly data: {
    readonly runId: string;
    readonly name: string;
    readonly sha256: string;
    readonly messageId: string;
    readonly createdAt: string;
  };
};

export type PaymentFileDropped = {
  readonly type: 'PaymentFileDropped';
  readonly data: { readonly runId: string; readonly sha256: string };
};

export type BankAnswerIngested = {
  readonly type: 'BankAnswerIngested';
  readonly data: {
    readonly runId: string;
    readonly fileSha256: string;
    readonly lines: number;
    readonly problems: number;
  };
};

export type RunReconciled = {
  readonly type: 'RunReconciled';
  readonly data: {
    readonly runId: string;
    readonly settled: number;
    readonly settledIdr: RupiahText;
    readonly returned: number;
    readonly returnedIdr: RupiahText;
    readonly unknown: number;
    readonly unknownIdr: RupiahText;
  };
};

/** Somebody opened names and accounts of the run, for a list to be printed; never the names themselves. */
export type RunNamesOpened = {
  readonly type: 'RunNamesOpened';
  readonly data: {
    readonly runId: string;
    readonly count: number;
    readonly reason: string;
    readonly openedBy: readonly string[];
  };
};

export type PayoutRunEvent =
  | RunMemberAdded
  | RunAssembled
  | RunReleased
  | RunCancelled
  | PaymentFilePrepared
  | PaymentFileDropped
  | BankAnswerIngested
  | RunReconciled
  | RunNamesOpened;

export type RunMember = {
  readonly payableId: string;
  readonly claimId: string;
  readonly amountIdr: RupiahText;
  readonly mode: MandateMode;
  readonly payerId: string;
  readonly decidedBy: readonly string[];
};

export type PayoutRunCommand =
  | {
      readonly type: 'AssembleRun';
      readonly data: {
        readonly runId: string;
        readonly payerId: string;
        readonly flow: Flow;
        readonly mode: MandateMode;
        readonly members: readonly RunMember[];
        readonly membersSha256: string;
      };
    }
  | {
      readonly type: 'ReleaseRun';
      readonly data: {
        readonly sumIdr: RupiahText;
        /** Collected, never believed: members that this run no longer holds. */
        readonly membersLost?: readonly string[];
        /** Collected: members that must wait by a person's word or a later fact. */
        readonly membersHeld?: readonly string[];
        /** Collected: payees who may not be paid today, as their cases say it. */
        readonly payeesUnfit?: readonly {
          readonly payableId: string;
          readonly code: ScreeningCode;
        }[];
        readonly assembledIn?: Origin;
      };
    }
  | { readonly type: 'CancelRun'; readonly data: { readonly reason: string } }
  | { readonly type: 'PrepareFile'; readonly data: Omit<PaymentFilePrepared['data'], 'runId'> }
  | { readonly type: 'DropFile'; readonly data: { readonly sha256: string } }
  | { readonly type: 'IngestAnswer'; readonly data: Omit<BankAnswerIngested['data'], 'runId'> }
  | { readonly type: 'NoteRunNames'; readonly data: { readonly reason: string } }
  | { readonly type: 'ReconcileRun'; readonly data: Omit<RunReconciled['data'], 'runId'> };

export type PayoutRunStage =
  | 'UNKNOWN'
  | 'ASSEMBLED'
  | 'CANCELLED'
  | 'RELEASED'
  | 'FILE_PREPARED'
  | 'FILE_DROPPED'
  | 'RECONCILED';
