// What a person can do with one sum now: each act is tried on the decider before its button is shown.
import { authoriseAct } from '../../../../activities/authority.ts';
import { decideOn } from '../../../../activities/deciders.ts';
import { officeDay } from '../../../../domain/calendar.ts';
import type { RupiahText } from '../../../../domain/money.ts';
import { requiredActs } from '../../../../domain/office/required-act.ts';
import type { PayableCommand } from '../../../../domain/payout/events.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import { workerById } from '../../../../projections/member-roster.ts';
import type { PayableRow } from '../../../../projections/payout-ledger/payable-row.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import type { WebAct } from '../../acts/act.ts';
import { payableActs } from '../../acts/payable/acts.ts';
import type { Desk, Visit } from '../../house.ts';
import type { Html } from '../../screen.ts';
import { payablePath } from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';

/** Of each act, a wish that its form could bring. */
const probesOf = (row: PayableRow, desk: Desk): readonly PayableCommand[] => {
  const today = officeDay(desk.now());
  const why = { reason: '-' };
  const attempt = row.attempts.findLast(({ endToEndId }) => endToEndId !== null);
  return [
    { type: 'HoldPayable', data: why },
    { type: 'ReleasePayable', data: why },
    {
      type: 'ResolvePayment',
      data: { ...why, outcome: 'PAID', endToEndId: attempt?.endToEndId ?? null },
    },
    {
      type: 'ReportPayment',
      data: {
        ...{ reporter: '-', reference: '-', evidenceSha256: null, paidOn: today },
        amountIdr: row.amountIdr as RupiahText,
      },
    },
    { type: 'ConfirmReceipt', data: { confirmedOn: today } },
  ];
};

const possibleActs = async (desk: Desk, row: PayableRow): Promise<readonly WebAct[]> => {
  const history = await desk.store.loadStream(row.payableId);
  const area = (await workerById(desk.db, row.workerId))?.kelurahan ?? null;
  const ports = { store: desk.store, ids: streamIds, clock: desk.now };
  const possible: string[] = [];
  for (const command of probesOf(row, desk)) {
    const [act] = requiredActs('payable', command.type);
    const authority = await authoriseAct(ports, desk.actorId, { act, area });
    if (!('acting' in authority)) continue;
    const decided = decideOn({ category: 'payable', command }, history, authority.acting);
    // Already so: nothing would happen.
    if ('accepted' in decided && decided.accepted.length > 0) possible.push(command.type);
  }
  return payableActs.filter(({ command }) => possible.includes(command));
};

export const PayableNow = async ({
  visit,
  row,
}: {
  visit: Visit;
  row: PayableRow;
}): Promise<Html | null> => {
  const { desk, language } = visit;
  const possible = await possibleActs(desk, row);
  if (possible.length === 0) return null;
  return (
    <section class="block now">
      <h2>{say(language, phrases.now)}</h2>
      <p class="actions">
        {possible.map((act) => (
          <a
            class={act.isGrave ? 'button danger' : 'button'}
            href={`${payablePath(row.payableId)}/tindakan/${act.name}`}
          >
            {inLanguage(language, act.title)}
          </a>
        ))}
      </p>
    </section>
  );
};
