// Stream `examination-…`: what auditors examine by a letter of assignment, or the house by itself at night.
import type { Office } from '../actor.ts';
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';

export const EXAMINATION_KINDS = ['LETTER', 'SELF'] as const;
export type ExaminationKind = (typeof EXAMINATION_KINDS)[number];

/** The letter opens it for its team and its days, and closes it after them. */
export type ExaminationOpened = {
  readonly type: 'ExaminationOpened';
  readonly data: {
    readonly examinationId: string;
    readonly kind: ExaminationKind;
    /** Of the letter of assignment; of the house's own night: its day. */
    readonly number: string;
    readonly office: Office;
    readonly team: readonly string[];
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly area: string;
    readonly scope: string;
  };
};

export const POPULATIONS = ['CLAIMS', 'PAYABLES'] as const;
export type Population = (typeof POPULATIONS)[number];

/** Drawn again by the same seed at the same position, it is the same sample. */
export type SampleDrawn = {
  readonly type: 'SampleDrawn';
  readonly data: {
    readonly examinationId: string;
    readonly seed: string;
    readonly population: Population;
    readonly position: string;
    readonly root: string;
    readonly populationSize: number;
    readonly itemIds: readonly string[];
  };
};

export const CONCLUSIONS = ['IN_ORDER', 'DEVIATES', 'NOT_EXAMINABLE'] as const;
export type ItemConclusion = (typeof CONCLUSIONS)[number];

export type ItemConcluded = {
  readonly type: 'ItemConcluded';
  readonly data: {
    readonly examinationId: string;
    readonly itemId: string;
    readonly conclusion: ItemConclusion;
    readonly note: string;
    /** Hash of what the auditor keeps as evidence; null where none is kept. */
    readonly evidenceSha256: string | null;
  };
};

export type FindingRecorded = {
  readonly type: 'FindingRecorded';
  readonly data: {
    readonly examinationId: string;
    readonly findingNumber: number;
    readonly condition: string;
    readonly criterion: string;
    readonly causeText: string;
    readonly effectText: string;
    readonly recommendation: string;
    readonly amountIdr: RupiahText | null;
    /** Events of the log that it rests on. */
    readonly positions: readonly string[];
    /** Who answers for it. */
    readonly auditee: string;
    readonly dueOn: LocalDate;
  };
};

export const DIVERGENCE_KINDS = [
  'PROJECTION',
  'LEDGER',
  'PAYMENT_FILE',
  'WORKFLOW',
  'DECISION',
] as const;
export type DivergenceKind = (typeof DIVERGENCE_KINDS)[number];

/** The house differs from its own log: where, and by the first event that it does. */
export type DivergenceFound = {
  readonly type: 'DivergenceFound';
  readonly data: {
    readonly examinationId: string;
    readonly findingNumber: number;
    readonly kind: DivergenceKind;
    /** The read model, account, file or workflow. */
    readonly name: string;
    readonly key: string;
    readonly part: string;
    /** Null where no single event explains it. */
    readonly firstPosition: string | null;
    readonly auditee: string;
    readonly dueOn: LocalDate;
  };
};

/** One place in which the house differs from its own log, before anybody answers for it. */
export type Divergence = Pick<
  DivergenceFound['data'],
  'kind' | 'name' | 'key' | 'part' | 'firstPosition'
>;

export type FindingAnswered = {
  readonly type: 'FindingAnswered';
  readonly data: {
    readonly examinationId: string;
    readonly findingNumber: number;
    readonly answer: string;
    readonly agrees: boolean;
    readonly answeredBy: readonly string[];
  };
};

export type FollowUpRecorded = {
  readonly type: 'FollowUpRecorded';
  readonly data: {
    readonly examinationId: string;
    readonly findingNumber: number;
    readonly note: string;
    readonly evidenceSha256: string | null;
  };
};

export type FindingClosed = {
  readonly type: 'FindingClosed';
  readonly data: {
    readonly examinationId: string;
    readonly findingNumber: number;
    readonly reason: string;
    readonly closedBy: readonly string[];
  };
};

export type ExaminationClosed = {
  readonly type: 'ExaminationClosed';
  readonly data: { readonly examinationId: string; readonly openFindings: number };
};

export type ExaminationEvent =
  | ExaminationOpened
  | SampleDrawn
  | ItemConcluded
  | FindingRecorded
  | DivergenceFound
  | FindingAnswered
  | FollowUpRecorded
  | FindingClosed
  | ExaminationClosed;

type Named<E extends ExaminationEvent, Own extends string> = Omit<E['data'], 'examinationId' | Own>;

export type ExaminationCommand =
  | {
      readonly type: 'OpenExamination';
      readonly data: ExaminationOpened['data'] & {
        /** Collected, never believed: the first of the team who may not audit there. */
        readonly unfit?: string | null;
      };
    }
  | {
      readonly type: 'DrawSample';
      readonly data: Named<SampleDrawn, 'itemIds' | 'populationSize'> & {
        readonly size: number;
        /** Collected, never believed. */
        readonly drawn?: Pick<SampleDrawn['data'], 'itemIds' | 'populationSize'>;
      };
    }
  | { readonly type: 'ConcludeItem'; readonly data: Named<ItemConcluded, never> }
  | {
      readonly type: 'RecordFinding';
      readonly data: Named<FindingRecorded, 'findingNumber'> & {
        /** Collected, never believed: is there such an account? */
        readonly auditeeKnown?: boolean;
      };
    }
  | { readonly type: 'NoteDivergence'; readonly data: Named<DivergenceFound, 'findingNumber'> }
  | { readonly type: 'AnswerFinding'; readonly data: Named<FindingAnswered, 'answeredBy'> }
  | { readonly type: 'RecordFollowUp'; readonly data: Named<FollowUpRecorded, never> }
  | { readonly type: 'CloseFinding'; readonly data: Named<FindingClosed, 'closedBy'> }
  | { readonly type: 'CloseExamination'; readonly data: Readonly<Record<string, never>> };

export type ExaminationStage = 'UNKNOWN' | 'EXAMINATION_OPEN' | 'EXAMINATION_CLOSED';
