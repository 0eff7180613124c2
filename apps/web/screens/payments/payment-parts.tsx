// Parts that several payment screens share: states as tags, payees, links between runs and claims.
import type { PayableStage } from '../../../../domain/payout/events.ts';
import type { RunRow } from '../../../../projections/payout-ledger/run-row.ts';
import { flows, wordOf } from '../../../copy/code-words.ts';
import { formatInstant, type Language } from '../../../copy/format.ts';
import { payableStages, runStages } from '../../../copy/money-words.ts';
import { say } from '../../../copy/text.ts';
import type { PayeeShown } from '../../cases/payees.ts';
import type { Visit } from '../../house.ts';
import { Tag, type Tone } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import type { Purse } from './purses.ts';

export const PAYMENTS = '/pembayaran';
export const runPath = (runId: string): string => `${PAYMENTS}/run/${runId}`;
export const payablePath = (payableId: string): string => `${PAYMENTS}/tagihan/${payableId}`;
export const claimPath = (claimId: string): string => `/klaim/${claimId}`;

/** Enough of an id to tell two runs apart aloud. */
export const shortId = (id: string): string => id.slice(0, 8);

const RUN_TONES: Readonly<Record<RunRow['stage'], Tone>> = {
  GATHERING: 'plain',
  ASSEMBLED: 'warn',
  CANCELLED: 'plain',
  RELEASED: 'calm',
  FILE_PREPARED: 'calm',
  FILE_DROPPED: 'calm',
  RECONCILED: 'good',
};

export const RunTag = ({
  stage,
  language,
}: {
  stage: RunRow['stage'];
  language: Language;
}): Html => <Tag tone={RUN_TONES[stage]}>{wordOf(runStages, stage, language)}</Tag>;

const GOOD: readonly PayableStage[] = ['SETTLED', 'RECEIPT_CONFIRMED'];
const BAD: readonly PayableStage[] = ['ANSWER_UNKNOWN', 'DISPUTED'];
const WARN: readonly PayableStage[] = ['HELD', 'RETURNED', 'DUE'];

const toneOf = (stage: PayableStage): Tone => {
  if (GOOD.includes(stage)) return 'good';
  if (BAD.includes(stage)) return 'bad';
  return WARN.includes(stage) ? 'warn' : 'plain';
};

export const PayableTag = ({
  stage,
  language,
}: {
  stage: PayableStage;
  language: Language;
}): Html => <Tag tone={toneOf(stage)}>{wordOf(payableStages, stage, language)}</Tag>;

export const purseWords = (purse: Purse | undefined, flow: string, language: Language): string =>
  [purse?.legalEntity ?? '-', wordOf(flows, flow, language)].join(' · ');

/** A name, or why there is none. */
export const payeeWord = (payee: PayeeShown, isSeen: boolean, language: Language): string => {
  if (payee.name !== null) return payee.name;
  return say(language, isSeen ? phrases.nameGone : phrases.nameHidden);
};

export const AccountCell = ({ payee }: { payee: PayeeShown }): Html =>
  payee.bank === null ? (
    <>-</>
  ) : (
    <>
      {payee.bank}
      <span class="sub">{payee.account ?? '-'}</span>
    </>
  );

/** Of a paper that leaves the screen: who printed it, and when. */
export const PrintedBy = ({ visit }: { visit: Visit }): Html => (
  <p class="print-only hint">
    {say(visit.language, phrases.printedBy, {
      name: visit.visitor.name,
      at: formatInstant(visit.desk.now(), visit.language),
    })}
  </p>
);
