// A payout run: frozen by one person, released by another, one file, reconciled to the last rupiah.
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/decider.ts';
import { payoutRunDecider } from '../../../domain/payout/run-decider.ts';
import type { PayoutRunEvent } from '../../../domain/payout/run-events.ts';
import { payoutRunStage } from '../../../domain/payout/run-state.ts';
import { idr } from '../claim/claim-facts.ts';
import { at, person } from '../specification.ts';
import {
  assemble,
  cancelRun,
  cashier,
  dropFile,
  ingest,
  member,
  prepareFile,
  reconcile,
  releaseRun,
  run,
  system,
  treasurer,
} from './payout-facts.ts';

const stageAfter = (past: readonly PayoutRunEvent[]) =>
  payoutRunStage(fold(payoutRunDecider, past));

const assembled = run.after([assemble(), cashier]);
const cancelled = run.after([assemble(), cashier], [cancelRun(), cashier]);
const released = run.after([assemble(), cashier], [releaseRun(), treasurer]);
const toFile = [
  [assemble(), cashier],
  [releaseRun(), treasurer],
  [prepareFile(), system],
] as const;
const prepared = run.after(...toFile);
const dropped = run.after(...toFile, [dropFile(), system]);
const reconciled = run.after(...toFile, [dropFile(), system], [reconcile(), system]);

test('every stage has its name', () => {
  const pasts = [[], assembled, cancelled, released, prepared, dropped, reconciled];
  expect(pasts.map(stageAfter)).toEqual([
    'UNKNOWN',
    'ASSEMBLED',
    'CANCELLED',
    'RELEASED',
    'FILE_PREPARED',
    'FILE_DROPPED',
    'RECONCILED',
  ]);
});

describe('assembling', () => {
  test('freezes each member, then count, sum, hash and everyone who decided', () =>
    run
      .given()
      .when(assemble(), cashier)
      .thenRecords(
        { type: 'RunMemberAdded', data: { payableId: 'payable-1', amountIdr: '42000000' } },
        { type: 'RunMemberAdded', data: { payableId: 'payable-2', amountIdr: '10000000' } },
        {
          type: 'RunAssembled',
          data: {
            count: 2,
            sumIdr: '52000000',
            membersSha256: 'members-1',
            assembledBy: ['citra'],
            decidedBy: ['ani', 'budi'],
          },
        },
      ));

  test('is refused for a purse that is not ours or not one', () => {
    const faults = [
      [assemble({ mode: 'TRACKS' }), 'PayerNotOurs'],
      [assemble({ members: [member('p', { mode: 'TRACKS' })] }), 'PayerNotOurs'],
      [assemble({ members: [] }), 'RunIsEmpty'],
      [assemble({ members: [member('p'), member('q', { payerId: 'payer-2' })] }), 'MixedPayers'],
      [assemble({ members: [member('p'), member('p')] }), 'PayableTwiceInRun'],
      [assemble({ members: [member('p', { amountIdr: idr('0') })] }), 'AmountNotPositive'],
    ] as const;
    for (const [command, code] of faults) run.given().when(command, cashier).thenRefuses(code);
  });

  test('is refused to whoever recommended or approved a member, and to who stands in for them', () => {
    for (const id of ['ani', 'budi']) {
      run
        .given()
        .when(assemble(), at(person(id, 'assemble-run')))
        .thenRefuses('DeciderCannotAssemble');
      run
        .given()
        .when(assemble(), at(person('eko', 'assemble-run', id)))
        .thenRefuses('DeciderCannotAssemble');
    }
  });

  test('twice is once; with other members it comes too late', () => {
    run
      .given(...assembled)
      .when(assemble(), cashier)
      .thenNothing();
    run
      .given(...assembled)
      .when(assemble({ membersSha256: 'other' }), cashier)
      .thenRefuses('RunAlreadyAssembled');
  });
});

describe('releasing', () => {
  test('by the second person records who', () =>
    run
      .given(...assembled)
      .when(releaseRun(), treasurer)
      .thenRecords({
        type: 'RunReleased',
        data: { sumIdr: '52000000', releasedBy: ['dewi'] },
      }));

  test('is refused to the assembler and the deciders, in person or by delegation', () => {
    const standIn = (id: string) => at(person('eko', 'release-run', id));
    const refusedTo = [
      [at(person('citra', 'release-run')), 'AssemblerCannotRelease'],
      [standIn('citra'), 'AssemblerCannotRelease'],
      [at(person('ani', 'release-run')), 'DeciderCannotRelease'],
      [standIn('budi'), 'DeciderCannotRelease'],
    ] as const;
    for (const [context, code] of refusedTo) {
      run
        .given(...assembled)
        .when(releaseRun(), context)
        .thenRefuses(code);
    }
    const lent = run.after([assemble(), at(person('citra', 'assemble-run', 'dewi'))]);
    run
      .given(...lent)
      .when(releaseRun(), treasurer)
      .thenRefuses('AssemblerCannotRelease');
  });

  test('stops when the sum is not the one that was seen', () =>
    run
      .given(...assembled)
      .when(releaseRun('42000000'), treasurer)
      .thenRefuses('SumChanged', { sumIdr: '52000000', seen: '42000000' }));

  test('stops when a member was lost since: its sum would go out, the member would not', () =>
    run
      .given(...assembled)
      .when(releaseRun('52000000', { membersLost: ['payable-2'] }), treasurer)
      .thenRefuses('MemberNotSelected', { members: 1, payable: 'payable-2' }));

  test('stops when a member must wait by a word that came after the assembly', () =>
    run
      .given(...assembled)
      .when(releaseRun('52000000', { membersHeld: ['payable-1'] }), treasurer)
      .thenRefuses('MemberHeld', { members: 1, payable: 'payable-1' }));

  test('is of the time in which the run was assembled', () => {
    const entered = { ...treasurer, origin: 'historic' } as const;
    run
      .given(...assembled)
      .when(releaseRun('52000000', { assembledIn: 'historic' }), treasurer)
      .thenRefuses('RunOfAnotherTime');
    run
      .given(...assembled)
      .when(releaseRun(), entered)
      .thenRefuses('RunOfAnotherTime');
    run
      .given(...assembled)
      .when(releaseRun('52000000', { assembledIn: 'historic' }), entered)
      .thenRecords({ type: 'RunReleased', data: {} });
  });

  test('twice is once; by another it comes too late; of nothing it cannot be', () => {
    run
      .given(...released)
      .when(releaseRun(), treasurer)
      .thenNothing();
    run
      .given(...released)
      .when(releaseRun(), at(person('fajar', 'release-run')))
      .thenRefuses('RunAlreadyReleased');
    run
      .given(...cancelled)
      .when(releaseRun(), treasurer)
      .thenRefuses('RunIsCancelled');
    run.given().when(releaseRun(), treasurer).thenRefuses('RunUnknown');
  });
});

describe('cancelling', () => {
  test('is possible until the hand-over, once and with a reason', () => {
    run
      .given(...assembled)
      .when(cancelRun(), cashier)
      .thenRecords({ type: 'RunCancelled', data: { reason: 'salah pilih' } });
    run
      .given(...cancelled)
      .when(cancelRun(), cashier)
      .thenNothing();
    run
      .given(...assembled)
      .when(cancelRun(''), cashier)
      .thenRefuses('ReasonMissing');
    for (const past of [released, prepared])
      run
        .given(...past)
        .when(cancelRun(), cashier)
        .thenRecords({ type: 'RunCancelled', data: {} });
    run
      .given(...dropped)
      .when(cancelRun(), cashier)
      .thenRefuses('FileAlreadyDropped');
    const late = run.after(...toFile, [cancelRun(), cashier]);
    run
      .given(...late)
      .when(dropFile(), system)
      .thenRefuses('RunIsCancelled');
    run.given().when(cancelRun(), cashier).thenRefuses('RunUnknown');
  });
});

describe('the payment file', () => {
  test('is prepared once', () => {
    run
      .given(...released)
      .when(prepareFile(), system)
      .thenRecords({ type: 'PaymentFilePrepared', data: { sha256: 'file-1', runId: 'run-1' } });
    run
      .given(...prepared)
      .when(prepareFile(), system)
      .thenNothing();
    run
      .given(...prepared)
      .when(prepareFile('file-2'), system)
      .thenRefuses('FileAlreadyPrepared');
  });

  test('waits for the release', () => {
    run
      .given(...assembled)
      .when(prepareFile(), system)
      .thenRefuses('RunNotReleased');
    run
      .given(...cancelled)
      .when(prepareFile(), system)
      .thenRefuses('RunIsCancelled');
    run.given().when(prepareFile(), system).thenRefuses('RunUnknown');
  });

  test('is dropped once, and no other', () => {
    run
      .given(...prepared)
      .when(dropFile(), system)
      .thenRecords({ type: 'PaymentFileDropped', data: { sha256: 'file-1' } });
    run
      .given(...dropped)
      .when(dropFile(), system)
      .thenNothing();
    run
      .given(...prepared)
      .when(dropFile('file-2'), system)
      .thenRefuses('FileIsAnother');
    run
      .given(...released)
      .when(dropFile(), system)
      .thenRefuses('FileNotPrepared');
    run.given().when(dropFile(), system).thenRefuses('RunUnknown');
  });
});

describe('answers and reconciliation', () => {
  test('an answer file is taken in once, also after the reconciliation', () => {
    for (const past of [dropped, reconciled]) {
      run
        .given(...past)
        .when(ingest(), system)
        .thenRecords({ type: 'BankAnswerIngested', data: { fileSha256: 'answer-1' } });
    }
    const taken = run.after(...toFile, [dropFile(), system], [ingest(), system]);
    run
      .given(...taken)
      .when(ingest(), system)
      .thenNothing();
    run
      .given(...prepared)
      .when(ingest(), system)
      .thenRefuses('FileNotDropped');
    run.given().when(ingest(), system).thenRefuses('RunUnknown');
  });

  test('a reconciliation accounts for every payment and every rupiah', () => {
    run
      .given(...dropped)
      .when(reconcile(), system)
      .thenRecords({ type: 'RunReconciled', data: { settled: 1, unknown: 1 } });
    run
      .given(...reconciled)
      .when(reconcile(), system)
      .thenNothing();
    for (const short of [{ unknown: 0 }, { unknownIdr: idr('9999999') }]) {
      run
        .given(...dropped)
        .when(reconcile(short), system)
        .thenRefuses('ReconciliationDoesNotAddUp');
    }
    run
      .given(...prepared)
      .when(reconcile(), system)
      .thenRefuses('FileNotDropped');
    run.given().when(reconcile(), system).thenRefuses('RunUnknown');
  });

  test('is said again when a late answer moved a member', () =>
    run
      .given(...reconciled)
      .when(
        reconcile({ unknown: 0, unknownIdr: idr('0'), returned: 1, returnedIdr: idr('10000000') }),
        system,
      )
      .thenRecords({ type: 'RunReconciled', data: { returned: 1 } }));
});
