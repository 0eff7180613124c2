// Every projection of the product. One entry each; the projector runs them all.
import { catalogue, type EventType, isEventType } from '../domain/catalogue.ts';
import { PAPER_EVENTS } from '../domain/claim/documents/evidence.ts';
import type { Category } from '../domain/command.ts';
import { actorFold } from './actor-directory/actor-row.ts';
import { bankExceptionFold } from './bank-exceptions/exception-row.ts';
import { batchFold } from './batch-board/batch-row.ts';
import { cardFold } from './card-board/card-row.ts';
import { claimFileFold, filePayableFold } from './claim-file/file-row.ts';
import { claimFold, placeFold, placeFoldInto } from './claim-queue/claim-row.ts';
import { clocksOfClaims } from './deadline-ledger/clock-row.ts';
import { deadlineFold } from './deadline-ledger/deadline-row.ts';
import { payableTimeFold, timePlaceTable } from './deadline-ledger/payable-time.ts';
import { LEDGER, ledgerFold } from './general-ledger/ledger-row.ts';
import { doubtFold } from './known-deaths/doubt-row.ts';
import { knownDeathFold } from './known-deaths/known-death-row.ts';
import { letterFold } from './letter-book/letter-row.ts';
import { aidFold } from './local-aid/aid-row.ts';
import { memberFold } from './member-roster/member-row.ts';
import { personFold } from './member-roster/person-row.ts';
import { paperFold } from './paper-index/paper-row.ts';
import { payableFoldInto, payableTable } from './payout-ledger/payable-row.ts';
import { runFold, runMemberFold } from './payout-ledger/run-row.ts';
import { personIndex } from './person-index.ts';
import { claimStandingFold } from './programme-summary/claim-standing.ts';
import { memberStandingFold } from './programme-summary/member-standing.ts';
import { moneyFold } from './programme-summary/money-standing.ts';
import { billFold, programmeFold, trancheFold } from './programme-summary/programme-row.ts';
import type { Projection } from './projection.ts';
import { rosterFold, verdictFold } from './roster-board/roster-row.ts';
import { type FoldedProjection, foldedProjection, foldedTable } from './row-fold.ts';
import { trancheBoardFold } from './tranche-board/tranche-row.ts';

/** Every type of these categories: one added to the catalogue later is handled, or does not compile. */
const typesOf = (...categories: readonly Category[]): readonly EventType[] =>
  Object.keys(catalogue)
    .filter(isEventType)
    .filter((type) => categories.includes(catalogue[type].category));

export const foldedProjections: readonly FoldedProjection[] = [
  {
    name: 'actor-directory',
    version: 2,
    handles: typesOf('actor'),
    tables: [foldedTable(actorFold)],
  },
  {
    name: 'roster-board',
    version: 1,
    handles: typesOf('roster'),
    tables: [foldedTable(rosterFold), foldedTable(verdictFold)],
  },
  {
    name: 'batch-board',
    version: 1,
    handles: typesOf('roster', 'hand_over'),
    tables: [foldedTable(batchFold)],
  },
  {
    name: 'member-roster',
    version: 1,
    handles: typesOf('worker'),
    tables: [foldedTable(memberFold), foldedTable(personFold)],
  },
  {
    name: 'card-board',
    version: 1,
    handles: typesOf('worker'),
    tables: [foldedTable(cardFold)],
  },
  {
    name: 'known-deaths',
    version: 1,
    handles: typesOf('worker'),
    tables: [foldedTable(knownDeathFold), foldedTable(doubtFold)],
  },
  {
    name: 'claim-queue',
    version: 16,
    handles: [...typesOf('claim'), 'WorkerNominated', 'PayableCreated'],
    tables: [foldedTable(claimFold), foldedTable(placeFold)],
  },
  {
    name: 'claim-file',
    version: 15,
    handles: typesOf('claim', 'payable'),
    tables: [foldedTable(claimFileFold), foldedTable(filePayableFold)],
  },
  {
    name: 'letter-book',
    version: 1,
    handles: typesOf('letter_series'),
    tables: [foldedTable(letterFold)],
  },
  {
    name: 'local-aid',
    version: 1,
    handles: typesOf('aid_fund', 'aid_request'),
    tables: [foldedTable(aidFold)],
  },
  {
    name: 'bank-exceptions',
    version: 1,
    handles: typesOf('bank_exception'),
    tables: [foldedTable(bankExceptionFold)],
  },
  {
    name: 'paper-index',
    version: 1,
    handles: PAPER_EVENTS,
    tables: [foldedTable(paperFold)],
  },
  {
    name: 'deadline-ledger',
    version: 14,
    handles: [...typesOf('claim', 'payable'), 'WorkerNominated'],
    tables: [
      foldedTable(deadlineFold),
      clocksOfClaims,
      foldedTable(payableTimeFold),
      foldedTable(placeFoldInto(timePlaceTable)),
    ],
  },
  {
    name: 'payout-ledger',
    version: 4,
    handles: typesOf('payable', 'payout_run'),
    tables: [
      foldedTable(payableFoldInto(payableTable)),
      foldedTable(runFold),
      foldedTable(runMemberFold),
    ],
  },
  {
    ...LEDGER,
    handles: typesOf('payable', 'contribution_bill', 'claim'),
    tables: [foldedTable(ledgerFold)],
  },
  {
    name: 'programme-summary',
    version: 1,
    handles: typesOf('programme', 'tranche', 'contribution_bill', 'worker', 'claim', 'payable'),
    tables: [
      foldedTable(programmeFold),
      foldedTable(trancheFold),
      foldedTable(billFold),
      foldedTable(memberStandingFold),
      foldedTable(claimStandingFold),
      foldedTable(moneyFold),
    ],
  },
  {
    name: 'tranche-board',
    version: 2,
    handles: typesOf('tranche'),
    tables: [foldedTable(trancheBoardFold)],
  },
];

export const projections: readonly Projection[] = [
  ...foldedProjections.map(foldedProjection),
  personIndex,
];
