// What an examination holds: its letter, its samples, what was concluded, and every finding to its end.
import { assertNever } from '../decider.ts';
import type {
  DivergenceFound,
  ExaminationEvent,
  ExaminationOpened,
  ExaminationStage,
  FindingAnswered,
  FindingClosed,
  FindingRecorded,
  FollowUpRecorded,
  ItemConcluded,
  SampleDrawn,
} from './events.ts';

export type Finding = {
  readonly findingNumber: number;
  readonly said: FindingRecorded | DivergenceFound;
  readonly answer: FindingAnswered['data'] | null;
  readonly followUps: readonly FollowUpRecorded['data'][];
  readonly closed: FindingClosed['data'] | null;
};

export type ExaminationState = {
  readonly opened: ExaminationOpened['data'] | null;
  readonly samples: readonly SampleDrawn['data'][];
  readonly items: Readonly<Record<string, ItemConcluded['data']>>;
  readonly findings: readonly Finding[];
  readonly closed: boolean;
};

export const initialExamination: ExaminationState = {
  opened: null,
  samples: [],
  items: {},
  findings: [],
  closed: false,
};

const begun = (said: Finding['said']): Finding => ({
  findingNumber: said.data.findingNumber,
  ...{ said, answer: null, followUps: [], closed: null },
});

const changed = (
  state: ExaminationState,
  number: number,
  change: (finding: Finding) => Partial<Finding>,
): ExaminationState => ({
  ...state,
  findings: state.findings.map((one) =>
    one.findingNumber === number ? { ...one, ...change(one) } : one,
  ),
});

export const evolveExamination = (
  state: ExaminationState,
  event: ExaminationEvent,
): ExaminationState => {
  switch (event.type) {
    case 'ExaminationOpened':
      return { ...state, opened: event.data };
    case 'SampleDrawn':
      return { ...state, samples: [...state.samples, event.data] };
    case 'ItemConcluded':
      return { ...state, items: { ...state.items, [event.data.itemId]: event.data } };
    case 'FindingRecorded':
    case 'DivergenceFound': {
      const { type, data } = event;
      const said = { type, data } as Finding['said'];
      return { ...state, findings: [...state.findings, begun(said)] };
    }
    case 'FindingAnswered':
      return changed(state, event.data.findingNumber, () => ({ answer: event.data }));
    case 'FollowUpRecorded':
      return changed(state, event.data.findingNumber, ({ followUps }) => ({
        followUps: [...followUps, event.data],
      }));
    case 'FindingClosed':
      return changed(state, event.data.findingNumber, () => ({ closed: event.data }));
    case 'ExaminationClosed':
      return { ...state, closed: true };
    default:
      return assertNever(event, 'examination event');
  }
};

export const examinationStage = ({ opened, closed }: ExaminationState): ExaminationStage => {
  if (opened === null) return 'UNKNOWN';
  return closed ? 'EXAMINATION_CLOSED' : 'EXAMINATION_OPEN';
};
