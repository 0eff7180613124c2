// A payable: created once, frozen into one run, sent once per attempt, ended by the bank's word.
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/decider.ts';
import type { PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { idr } from '../claim/claim-facts.ts';
import {
  answer,
  confirmReceipt,
  createPayable,
  deselect,
  hold,
  intend,
  payable,
  payableAfter,
  proposeCorrection,
  release,
  reportPayment,
  select,
  sent,
  system,
  unknown,
} from './payout-facts.ts';

const stageAfter = (past: readonly PayableEvent[]) => payableStage(fold(payableDecider, past));

const due = payableAfter(createPayable());
const selected = payableAfter(createPayable(), select());
const intended = payableAfter(createPayable(), select(), intend());
const underway = [createPayable(), select(), intend(), sent()];
const onItsWay = payableAfter(...underway);
const lost = payableAfter(...underway, unknown());
const settled = payableAfter(...underway, answer('settled'));
const returned = payableAfter(...underway, answer('returned'));
const rejected = payableAfter(...underway, answer('rejected'));
const tracked = payableAfter(createPayable({ mode: 'TRACKS' }));
const retained = payableAfter(createPayable({ payee: null }));

describe('creating', () => {
  test('makes a debt that is due, followed, or kept by the fund', () => {
    payable
      .given()
      .when(createPayable(), system)
      .thenRecords({ type: 'PayableCreated', data: { amountIdr: '42000000' } });
    expect([due, tracked, retained].map(stageAfter)).toEqual(['DUE', 'TRACKED', 'RETAINED']);
  });

  test('twice creates one', () =>
    payable
      .given(...due)
      .when(createPayable(), system)
      .thenNothing());

  test('with other facts, or of nothing, is refused', () => {
    payable
      .given(...due)
      .when(createPayable({ amountIdr: idr('1') }), system)
      .thenRefuses('PayableAlreadyCreated');
    payable
      .given()
      .when(createPayable({ amountIdr: idr('0') }), system)
      .thenRefuses('AmountNotPositive');
  });

  test('comes before every other wish', () => {
    const others = [
      hold(),
      release(),
      select(),
      deselect(),
      intend(),
      sent(),
      unknown(),
      answer('settled'),
      reportPayment(),
      confirmReceipt(),
    ];
    for (const command of others) {
      payable.given().when(command, system).thenRefuses('PayableUnknown');
    }
  });
});

describe('holding and releasing', () => {
  const held = payableAfter(createPayable(), hold());

  test('stops a payable and lets it go again, each once', () => {
    payable
      .given(...due)
      .when(hold(), system)
      .thenRecords({ type: 'PayableHeld', data: { reason: 'rekening diragukan' } });
    payable
      .given(...held)
      .when(hold(), system)
      .thenNothing();
    payable
      .given(...held)
      .when(release(), system)
      .thenRecords({ type: 'PayableReleased', data: { reason: 'rekening benar' } });
    payable
      .given(...due)
      .when(release(), system)
      .thenNothing();
    expect(stageAfter(payableAfter(...underway, answer('returned'), hold()))).toBe('HELD');
    expect(stageAfter(payableAfter(...underway, answer('returned'), hold(), release()))).toBe(
      'DUE',
    );
  });

  test('keeps it out of every run', () =>
    payable
      .given(...held)
      .when(select(), system)
      .thenRefuses('PayableNotDue', { stage: 'HELD' }));

  test('in a run stops its release, and stays on when the run lets go', () => {
    const stopped = payableAfter(createPayable(), select(), hold());
    expect(stageAfter(stopped)).toBe('HELD');
    const refused = [
      [{ type: 'CancelPayable', data: { reason: 'putusan gugur' } }, 'PayableInRun'],
      [proposeCorrection(), 'PayableInRun'],
      [intend(), 'PayableNotSelected'],
      [select('run-2'), 'PayableNotDue'],
    ] as const;
    for (const [wish, code] of refused)
      payable
        .given(...stopped)
        .when(wish, system)
        .thenRefuses(code);
    const lifted = payableAfter(createPayable(), select(), hold(), release());
    expect(stageAfter(lifted)).toBe('SELECTED');
    const free = payableAfter(createPayable(), select(), hold(), deselect());
    expect(stageAfter(free)).toBe('HELD');
  });

  test('needs a reason and a payable that nobody carries', () => {
    payable
      .given(...due)
      .when(hold(' '), system)
      .thenRefuses('ReasonMissing');
    payable
      .given(...held)
      .when(release(''), system)
      .thenRefuses('ReasonMissing');
    payable
      .given(...onItsWay)
      .when(hold(), system)
      .thenRefuses('PayableNotDue', { stage: 'SENT' });
    payable
      .given(...settled)
      .when(release(), system)
      .thenRefuses('PayableNotHeld');
  });
});

describe('selecting', () => {
  test('freezes the payable into one run', () => {
    payable
      .given(...due)
      .when(select(), system)
      .thenRecords({ type: 'PayableSelected', data: { runId: 'run-1', attempt: 1 } });
    payable
      .given(...selected)
      .when(select(), system)
      .thenNothing();
    payable
      .given(...selected)
      .when(select('run-2'), system)
      .thenRefuses('PayableInAnotherRun');
  });

  test('is refused where another house pays, and where nothing is due', () => {
    payable
      .given(...tracked)
      .when(select(), system)
      .thenRefuses('PayerNotOurs');
    payable
      .given(...tracked)
      .when(intend(), system)
      .thenRefuses('PayerNotOurs');
    for (const past of [retained, intended, onItsWay, lost, settled]) {
      payable
        .given(...past)
        .when(select('run-2'), system)
        .thenRefuses('PayableNotDue');
    }
  });

  test('leaves what came back from the bank alone until a person lets it go again', () => {
    for (const past of [returned, rejected]) {
      expect(stageAfter(past)).toBe('RETURNED');
      payable
        .given(...past)
        .when(select('run-2'), system)
        .thenRefuses('PayableNotDue', { stage: 'RETURNED' });
      payable
        .given(...past)
        .when(release(' '), system)
        .thenRefuses('ReasonMissing');
      payable
        .given(...past)
        .when(release(), system)
        .thenRecords({ type: 'PayableReleased', data: { reason: 'rekening benar' } });
    }
    // The word that let the first attempt go does not let the second one go.
    const twice = [...underway, answer('returned'), release(), select('run-2')];
    const second = [
      intend('run-2', 'LD-2'),
      sent('LD-2'),
      answer('rejected', { endToEndId: 'LD-2' }),
    ];
    expect(stageAfter(payableAfter(...twice, ...second))).toBe('RETURNED');
  });

  test('takes a payable that was let go again as the next attempt, by another run', () => {
    for (const kind of ['returned', 'rejected'] as const) {
      const past = payableAfter(...underway, answer(kind), release());
      expect(stageAfter(past)).toBe('DUE');
      payable
        .given(...past)
        .when(select('run-2'), system)
        .thenRecords({ type: 'PayableSelected', data: { runId: 'run-2', attempt: 2 } });
      payable
        .given(...past)
        .when(select('run-1'), system)
        .thenNothing();
    }
  });

  test('into a run of an entered past is for what that past owed', () => {
    const entered = { ...system, origin: 'historic' } as const;
    const wish = (owedIn: 'live' | 'historic') =>
      ({ type: 'SelectPayable', data: { runId: 'run-1', owedIn } }) as const;
    payable
      .given(...due)
      .when(wish('live'), entered)
      .thenRefuses('PayableNotHistoric');
    payable
      .given(...due)
      .when(select(), entered)
      .thenRefuses('PayableNotHistoric');
    payable
      .given(...due)
      .when(wish('historic'), entered)
      .thenRecords({ type: 'PayableSelected', data: { runId: 'run-1' } });
  });

  test('is undone when the run is cancelled, once and only before the hand-over', () => {
    payable
      .given(...selected)
      .when(deselect(), system)
      .thenRecords({ type: 'PayableDeselected', data: { runId: 'run-1' } });
    payable
      .given(...due)
      .when(deselect(), system)
      .thenNothing();
    payable
      .given(...selected)
      .when(deselect('run-2'), system)
      .thenRefuses('PayableInAnotherRun');
    payable
      .given(...onItsWay)
      .when(deselect(), system)
      .thenRefuses('PaymentAlreadyIntended');
    expect(stageAfter(payableAfter(createPayable(), select(), deselect()))).toBe('DUE');
  });
});

describe('an intent whose run is cancelled before the hand-over', () => {
  const voided = payableAfter(createPayable(), select(), intend(), deselect());

  test('is void, once, and the payable is due again', () => {
    payable
      .given(...intended)
      .when(deselect(), system)
      .thenRecords({ type: 'PaymentVoided', data: { runId: 'run-1', endToEndId: 'LD-1' } });
    payable
      .given(...voided)
      .when(deselect(), system)
      .thenNothing();
    expect(stageAfter(voided)).toBe('DUE');
    const again = [...underway, answer('returned'), release(), select('run-2')];
    const secondVoid = [intend('run-2', 'LD-2'), deselect('run-2')];
    expect(stageAfter(payableAfter(...again, ...secondVoid))).toBe('DUE');
  });

  test('is never sent, and its id never used again', () => {
    payable
      .given(...voided)
      .when(sent(), system)
      .thenRefuses('PaymentIsVoid');
    const again = [createPayable(), select(), intend(), deselect(), select('run-2')];
    payable
      .given(...payableAfter(...again))
      .when(intend('run-2', 'LD-1'), system)
      .thenRefuses('EndToEndIdUsed');
    payable
      .given(...payableAfter(...again))
      .when(intend('run-2', 'LD-2'), system)
      .thenRecords({ type: 'PaymentIntended', data: { attempt: 2 } });
  });

  test('whose payment the bank speaks of all the same is for a person', () => {
    for (const kind of ['accepted', 'rejected', 'settled', 'returned'] as const)
      payable
        .given(...voided)
        .when(answer(kind), system)
        .thenRecords({ type: 'PaymentDisputed', data: { reason: 'CONTRADICTS_EARLIER_ANSWER' } });
  });
});

describe('the intent', () => {
  test('is recorded before anything leaves the house, once', () => {
    payable
      .given(...selected)
      .when(intend(), system)
      .thenRecords({
        type: 'PaymentIntended',
        data: { runId: 'run-1', attempt: 1, endToEndId: 'LD-1', amountIdr: '42000000' },
      });
    payable
      .given(...intended)
      .when(intend(), system)
      .thenNothing();
  });

  test('belongs to the run that holds the payable', () => {
    payable
      .given(...due)
      .when(intend(), system)
      .thenRefuses('PayableNotSelected', { stage: 'DUE' });
    payable
      .given(...selected)
      .when(intend('run-2'), system)
      .thenRefuses('PayableInAnotherRun');
    payable
      .given(...lost)
      .when(intend('run-1', 'LD-2'), system)
      .thenRefuses('PayableNotSelected');
  });

  test('has an end-to-end id of its own that a bank can carry', () => {
    const again = payableAfter(...underway, answer('returned'), release(), select('run-2'));
    payable
      .given(...again)
      .when(intend('run-2', 'LD-1'), system)
      .thenRefuses('EndToEndIdUsed');
    payable
      .given(...again)
      .when(intend('run-2', 'LD-2'), system)
      .thenRecords({ type: 'PaymentIntended', data: { attempt: 2, endToEndId: 'LD-2' } });
    for (const id of ['', 'L'.repeat(36)]) {
      payable
        .given(...selected)
        .when(intend('run-1', id), system)
        .thenRefuses('EndToEndIdUnfit');
    }
  });
});

describe('sending', () => {
  test('is recorded once, with the file that carried it', () => {
    payable
      .given(...intended)
      .when(sent(), system)
      .thenRecords({ type: 'PaymentSent', data: { endToEndId: 'LD-1', fileSha256: 'sha-1' } });
    for (const past of [onItsWay, lost, settled]) {
      payable
        .given(...past)
        .when(sent(), system)
        .thenNothing();
    }
    payable
      .given(...onItsWay)
      .when(sent('LD-1', 'sha-2'), system)
      .thenRefuses('SentInAnotherFile');
    payable
      .given(...selected)
      .when(sent(), system)
      .thenRefuses('EndToEndIdUnknown');
  });

  test('whose answer is lost is unknown, and no send follows from that', () => {
    for (const past of [intended, onItsWay]) {
      payable
        .given(...past)
        .when(unknown(), system)
        .thenRecords({ type: 'PaymentUnknown', data: { endToEndId: 'LD-1' } });
    }
    expect(stageAfter(lost)).toBe('ANSWER_UNKNOWN');
    const neverSent = payableAfter(createPayable(), select(), intend(), unknown());
    payable
      .given(...neverSent)
      .when(sent(), system)
      .thenRefuses('AnswerIsUnknown');
  });

  test('is not unknown once the bank has spoken', () => {
    for (const past of [lost, settled, returned]) {
      payable
        .given(...past)
        .when(unknown(), system)
        .thenNothing();
    }
    payable
      .given(...due)
      .when(unknown(), system)
      .thenRefuses('EndToEndIdUnknown');
  });
});
