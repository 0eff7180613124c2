// An examination: only its team, only on its days; a finding lives until it is answered and closed.
import { describe, expect, test } from 'vitest';
import type { Act, Office } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { examinationDecider } from '../../../domain/examination/decider.ts';
import type { ExaminationCommand, ExaminationEvent } from '../../../domain/examination/events.ts';

const examinationId = 'e1';
const on = (id: string, day = '2026-06-10', act: Act = 'audit'): Context => ({
  by: { id, act, letter: 'SK', office: 'INSPEKTORAT' as Office },
  now: `${day}T02:00:00.000Z`,
});
const SYSTEM: Context = {
  by: { id: 'system', act: 'follow-up', letter: '-', office: 'SYSTEM' },
  now: '2026-06-10T02:00:00.000Z',
};

const opening: ExaminationCommand = {
  type: 'OpenExamination',
  data: {
    ...{ examinationId, kind: 'LETTER', number: '700/1', office: 'INSPEKTORAT' },
    ...{ team: ['fajar', 'gita'], area: '64.74', scope: 'triwulan satu' },
    ...{ from: localDate('2026-06-01'), to: localDate('2026-06-30'), unfit: null },
  },
};
const sampling: ExaminationCommand = {
  type: 'DrawSample',
  data: {
    ...{ seed: 's', population: 'CLAIMS', position: '9', root: 'r', size: 2 },
    drawn: { itemIds: ['c1', 'c2'], populationSize: 5 },
  },
};
const concluding: ExaminationCommand = {
  type: 'ConcludeItem',
  data: { itemId: 'c1', conclusion: 'DEVIATES', note: 'tanpa kunjungan', evidenceSha256: null },
};
const finding: ExaminationCommand = {
  type: 'RecordFinding',
  data: {
    ...{ condition: 'a', criterion: 'b', causeText: '', effectText: '', recommendation: 'c' },
    ...{ amountIdr: null, positions: ['7'], auditee: 'ani', auditeeKnown: true },
    dueOn: localDate('2026-07-31'),
  },
};
const answering: ExaminationCommand = {
  type: 'AnswerFinding',
  data: { findingNumber: 1, answer: 'akan dikunjungi', agrees: true },
};
const following: ExaminationCommand = {
  type: 'RecordFollowUp',
  data: { findingNumber: 1, note: 'sudah dikunjungi', evidenceSha256: null },
};
const closing: ExaminationCommand = {
  type: 'CloseFinding',
  data: { findingNumber: 1, reason: 'memadai' },
};
const diverging: ExaminationCommand = {
  type: 'NoteDivergence',
  data: {
    ...{ kind: 'PROJECTION', name: 'claim-queue', key: 'c1', part: 'stage', firstPosition: '7' },
    ...{ auditee: 'nur', dueOn: localDate('2026-07-31') },
  },
};

type Step = readonly [ExaminationCommand, Context];

const pastOf = (...steps: readonly Step[]): readonly ExaminationEvent[] => {
  const past: ExaminationEvent[] = [];
  for (const [command, context] of steps) {
    const decision = examinationDecider.decide(command, fold(examinationDecider, past), context);
    if ('refused' in decision) throw new Error(decision.refused.code);
    past.push(...decision.accepted);
  }
  return past;
};

const said = (past: readonly ExaminationEvent[], command: ExaminationCommand, by: Context) => {
  const decision = examinationDecider.decide(command, fold(examinationDecider, past), by);
  return 'refused' in decision
    ? decision.refused.code
    : decision.accepted.map(({ type }) => type).join(' ');
};

const opened: Step = [opening, on('fajar')];

describe('a letter of assignment', () => {
  test('opens once, for a team that may audit there, by one of the team', () => {
    expect(said([], opening, on('fajar'))).toBe('ExaminationOpened');
    expect(said(pastOf(opened), opening, on('fajar'))).toBe('');
    expect(said([], opening, on('ani'))).toBe('NotOfTheTeam');
    const unfit = { ...opening.data, unfit: 'gita' };
    expect(said([], { type: 'OpenExamination', data: unfit }, on('fajar'))).toBe(
      'TeamMemberCannotAudit',
    );
    const reversed = { ...opening.data, to: localDate('2026-05-01') };
    expect(said([], { type: 'OpenExamination', data: reversed }, on('fajar'))).toBe(
      'LetterDaysReversed',
    );
  });

  test('lets in nobody else, nobody before or after its days, and nobody once it is closed', () => {
    const past = pastOf(opened);
    for (const command of [sampling, finding]) {
      expect(said(past, command, on('ani'))).toBe('NotOfTheTeam');
      expect(said(past, command, on('gita', '2026-05-31'))).toBe('LetterNotInForce');
      expect(said(past, command, on('gita', '2026-07-01'))).toBe('LetterNotInForce');
      expect(said([], command, on('gita'))).toBe('ExaminationUnknown');
    }
    const closed = pastOf(opened, [{ type: 'CloseExamination', data: {} }, on('gita')]);
    expect(said(closed, sampling, on('gita'))).toBe('ExaminationClosed');
  });
});

test('only what was drawn is concluded on, and the same draw again changes nothing', () => {
  const past = pastOf(opened, [sampling, on('gita')]);
  expect(said(past, sampling, on('gita'))).toBe('');
  expect(said(past, concluding, on('gita'))).toBe('ItemConcluded');
  expect(said(pastOf(opened), concluding, on('gita'))).toBe('ItemNotSampled');
});

describe('a finding', () => {
  const past = pastOf(opened, [finding, on('fajar')]);

  test('is answered by its auditee alone, and never closed by them or unanswered', () => {
    expect(said(past, finding, on('fajar'))).toBe('');
    expect(said(past, answering, on('budi'))).toBe('NotTheAuditee');
    expect(said(past, closing, on('fajar'))).toBe('FindingNotAnswered');
    expect(said(past, closing, on('ani'))).toBe('NotOfTheTeam');
    const answered = pastOf(opened, [finding, on('fajar')], [answering, on('ani')]);
    expect(said(answered, closing, on('gita'))).toBe('FindingClosed');
  });

  test('does not go away by what its own team noted', () => {
    const noted = pastOf(opened, [finding, on('fajar')], [following, on('fajar')]);
    expect(said(noted, closing, on('fajar'))).toBe('FindingNotAnswered');
    const answered = pastOf(
      ...[opened, [finding, on('fajar')] as const, [following, on('fajar')] as const],
      [answering, on('ani')],
    );
    expect(said(answered, closing, on('fajar'))).toBe('FindingClosed');
  });

  test('outlives the letter: it is answered and closed after its last day', () => {
    const later = pastOf(
      ...[opened, [finding, on('fajar')] as const],
      [{ type: 'CloseExamination', data: {} }, on('gita')],
      [answering, on('ani', '2026-08-01')],
    );
    expect(said(later, closing, on('gita', '2026-08-02'))).toBe('FindingClosed');
    expect(said(later, { ...closing, data: { findingNumber: 9, reason: 'x' } }, on('gita'))).toBe(
      'FindingUnknown',
    );
  });

  test('is never against one of the team, nor against nobody', () => {
    const own = { ...finding.data, auditee: 'gita' };
    expect(said(pastOf(opened), { type: 'RecordFinding', data: own }, on('fajar'))).toBe(
      'AuditeeOfOwnTeam',
    );
    const nobody = { ...finding.data, auditeeKnown: false };
    expect(said(pastOf(opened), { type: 'RecordFinding', data: nobody }, on('fajar'))).toBe(
      'AuditeeUnknown',
    );
  });
});

describe("the house's own nights", () => {
  const self: ExaminationCommand = {
    type: 'OpenExamination',
    data: {
      ...{ examinationId, kind: 'SELF', number: 'SELF', office: 'SYSTEM', team: ['system'] },
      ...{ from: localDate('2026-06-01'), to: localDate('9999-12-31'), area: '', scope: 'x' },
    },
  };

  test('tell of one divergence once until it is closed, and no person opens them', () => {
    expect(said([], self, on('fajar'))).toBe('NotOfTheTeam');
    const past = pastOf([self, SYSTEM], [diverging, SYSTEM]);
    expect(said(past, diverging, SYSTEM)).toBe('');
    const ended = pastOf(
      ...[[self, SYSTEM] as const, [diverging, SYSTEM] as const],
      [answering, on('nur')],
      [closing, on('fajar')],
    );
    expect(said(ended, diverging, SYSTEM)).toBe('DivergenceFound');
  });
});
