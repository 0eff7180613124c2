// Assembling a run: what is due from one purse is chosen, checked once more, and frozen.

import { officeDay } from '../../../../domain/calendar.ts';
import { type RupiahText, sumTexts } from '../../../../domain/money.ts';
import { sightOf } from '../../../../domain/office/visibility.ts';
import { FLOWS, type Flow } from '../../../../domain/programme/events.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import type { PayableRow } from '../../../../projections/payout-ledger/payable-row.ts';
import { duePayables } from '../../../../projections/payout-ledger.ts';
import { pastDue } from '../../../cli/past-due.ts';
import { flows, wordOf } from '../../../copy/code-words.ts';
import { formatDay, formatRupiah } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { officersWhoMay } from '../../cases/officers.ts';
import { type PayeeShown, payeesOf } from '../../cases/payees.ts';
import { PAYMENT_READERS } from '../../cases/readable-payable.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts, Table } from '../../parts/data-parts.tsx';
import { ErrorNote } from '../../parts/form-parts.tsx';
import { type Answered, type Form, fieldOf, type Html, type Screen } from '../../screen.ts';
import { mayAssembleIn } from './may-act.ts';
import { AccountCell, PAYMENTS, payeeWord, runPath } from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import { type Purse, purseQuery, readablePurses } from './purses.ts';
import { commandIdIn, newCommandId, outcomeOf } from './send-once.ts';

const PICK = 'bayar-';

type Due = {
  readonly purse: Purse;
  readonly flow: Flow;
  readonly rows: readonly PayableRow[];
  /** Of an entered past: taken only when named. */
  readonly past: readonly string[];
};

const dueIn = async (
  visit: Visit,
  wish: { readonly payerId: string; readonly flow: string },
): Promise<Due | undefined> => {
  const { desk } = visit;
  const purse = (await readablePurses(visit)).get(wish.payerId);
  const flow = FLOWS.find((one) => one === wish.flow);
  if (purse === undefined || flow === undefined) return undefined;
  const of = { payerId: purse.payerId, flow };
  const rows = await duePayables(desk.db, { ...of, dueBy: officeDay(desk.now()) });
  return { purse, flow, rows, past: await pastDue(desk, of) };
};

/** Nobody sends money on a case that they decided. */
const isOwnCase = ({ visitor }: Visit, row: PayableRow): boolean =>
  [...row.recommendedBy, ...row.approvedBy].includes(visitor.actorId);

type ListProps = {
  readonly visit: Visit;
  readonly due: Due;
  readonly payees: (payableId: string) => PayeeShown;
};

const NameCell = ({ row, visit, due, payees }: ListProps & { row: PayableRow }): Html => {
  const { language, visitor } = visit;
  const isSeen = sightOf(visitor.office, 'IDENTITY') !== 'NONE';
  return (
    <>
      {payeeWord(payees(row.payableId), isSeen, language)}
      {isOwnCase(visit, row) ? <span class="sub">{say(language, phrases.ownCase)}</span> : null}
      {due.past.includes(row.payableId) ? (
        <span class="sub">{say(language, phrases.pastCase)}</span>
      ) : null}
    </>
  );
};

const PickList = (props: ListProps): Html => {
  const { visit, due, payees } = props;
  const { language } = visit;
  const heads = [phrases.choose, phrases.colHeir, phrases.colAccount, phrases.colDue];
  return (
    <Table
      caption={say(language, phrases.dueRows)}
      columns={[
        ...heads.map((head) => ({ head: say(language, head) })),
        { head: say(language, phrases.colSum), isNumber: true },
      ]}
      rows={due.rows.map((row, at) => [
        <input
          type="checkbox"
          name={`${PICK}${row.payableId}`}
          aria-label={say(language, phrases.chooseOne, {
            name: payees(row.payableId).name ?? String(at + 1),
          })}
          {...(isOwnCase(visit, row) && { disabled: true })}
          {...(!isOwnCase(visit, row) && !due.past.includes(row.payableId) && { checked: true })}
        />,
        <NameCell {...props} row={row} />,
        <AccountCell payee={payees(row.payableId)} />,
        formatDay(row.dueOn, language),
        formatRupiah(row.amountIdr, language),
      ])}
      empty={say(language, phrases.dueNone)}
    />
  );
};

const WhyNot = async ({ visit, purse }: { visit: Visit; purse: Purse }): Promise<Html | null> => {
  const { desk, language } = visit;
  const may = await mayAssembleIn(desk, purse.region);
  if (may.may) return null;
  const wish = { act: 'assemble-run', area: purse.region, without: [desk.actorId] } as const;
  const others = await officersWhoMay(desk, wish);
  const who = others.map(({ name, office }) => `${name} (${office})`).join(', ');
  return (
    <div class="note is-warn">
      <p>{may.why}</p>
      <p>{say(language, phrases.mayAssembleInstead, { who: who === '' ? '-' : who })}</p>
    </div>
  );
};

const Hidden = ({ due, step }: { due: Due; step: string }): Html => (
  <>
    <input type="hidden" name="pembayar" value={due.purse.payerId} />
    <input type="hidden" name="alur" value={due.flow} />
    <input type="hidden" name="langkah" value={step} />
  </>
);

const choosePage = async (visit: Visit, due: Due, error?: string): Promise<Answered> => {
  const { language } = visit;
  const payees = await payeesOf(visit, due.rows);
  const why = await WhyNot({ visit, purse: due.purse });
  const title = say(language, phrases.assembleTitle);
  const flow = wordOf(flows, due.flow, language);
  return {
    title: error === undefined ? title : `${error} · ${title}`,
    status: error === undefined ? 200 : 422,
    body: (
      <>
        <p class="crumb">
          <a href={PAYMENTS}>{say(language, phrases.all)}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">
          {say(language, phrases.assembleLead, { entity: due.purse.legalEntity, flow })}
        </p>
        {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
        {why}
        <form method="post" action={`${PAYMENTS}/susun`}>
          <Hidden due={due} step="periksa" />
          <PickList visit={visit} due={due} payees={payees} />
          {why !== null || due.rows.length === 0 ? null : (
            <p class="actions">
              <button type="submit" class="primary">
                {say(language, phrases.toCheck)}
              </button>
              <a class="button quiet" href={PAYMENTS}>
                {say(language, phrases.back)}
              </a>
            </p>
          )}
        </form>
      </>
    ),
  };
};

type Checked = {
  readonly due: Due;
  readonly chosen: readonly PayableRow[];
  readonly error?: string;
};

const checkPage = async (visit: Visit, { due, chosen, error }: Checked): Promise<Answered> => {
  const { language, visitor } = visit;
  const payees = await payeesOf(visit, chosen);
  const isSeen = sightOf(visitor.office, 'IDENTITY') !== 'NONE';
  const total = formatRupiah(
    sumTexts(chosen.map(({ amountIdr }) => amountIdr as RupiahText)),
    language,
  );
  const title = say(language, phrases.checkTitle);
  return {
    title: error === undefined ? title : `${error} · ${title}`,
    status: error === undefined ? 200 : 409,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.checkLead, { count: chosen.length, sum: total })}</p>
        {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
        <Facts
          items={[
            [say(language, phrases.payer), due.purse.legalEntity],
            [say(language, phrases.flow), wordOf(flows, due.flow, language)],
            [say(language, phrases.assembledBy), visitor.name],
          ]}
        />
        <Table
          caption={say(language, phrases.lines)}
          columns={[
            { head: say(language, phrases.colHeir) },
            { head: say(language, phrases.colAccount) },
            { head: say(language, phrases.colSum), isNumber: true },
          ]}
          rows={chosen.map((row) => [
            payeeWord(payees(row.payableId), isSeen, language),
            <AccountCell payee={payees(row.payableId)} />,
            formatRupiah(row.amountIdr, language),
          ])}
          empty={say(language, phrases.chosenNone)}
        />
        <form method="post" action={`${PAYMENTS}/susun`}>
          <Hidden due={due} step="susun" />
          <input type="hidden" name="command" value={newCommandId()} />
          {chosen.map(({ payableId }) => (
            <input type="hidden" name={`${PICK}${payableId}`} value="on" />
          ))}
          <p class="actions">
            <button type="submit" class="primary">
              {say(language, phrases.assembleButton, { sum: total })}
            </button>
            <a
              class="button quiet"
              href={`${PAYMENTS}/susun?${purseQuery(due.purse.payerId, due.flow)}`}
            >
              {say(language, phrases.back)}
            </a>
          </p>
        </form>
      </>
    ),
  };
};

const assembleNow = async (visit: Visit, form: Form, checked: Checked): Promise<Answered> => {
  const { due, chosen } = checked;
  const { payerId } = due.purse;
  const commandId = commandIdIn(form);
  const runId = streamIds.payoutRun(payerId, commandId);
  const answer = await visit.desk.gateway.assembleRun({
    ...{ commandId, runId, payerId, flow: due.flow, correlationId: commandId },
    payables: chosen.map(({ payableId }) => payableId),
    actorId: visit.visitor.actorId,
  });
  const outcome = await outcomeOf(visit, answer);
  return 'recorded' in outcome
    ? { goTo: `${runPath(runId)}?baru=susun` }
    : checkPage(visit, { ...checked, error: outcome.refusal });
};

export const assemble: Screen = {
  path: `${PAYMENTS}/susun`,
  acts: PAYMENT_READERS,
  async show(visit) {
    const { query, language } = visit;
    const wish = { payerId: query.get('pembayar') ?? '', flow: query.get('alur') ?? '' };
    const due = await dueIn(visit, wish);
    return due === undefined ? notFound(language) : choosePage(visit, due);
  },
  async submit(visit, _params, form) {
    const { language } = visit;
    const wish = { payerId: fieldOf(form, 'pembayar'), flow: fieldOf(form, 'alur') };
    const due = await dueIn(visit, wish);
    if (due === undefined) return notFound(language);
    const named = [...form.keys()].flatMap((name) =>
      name.startsWith(PICK) ? [name.slice(PICK.length)] : [],
    );
    if (named.length === 0) return choosePage(visit, due, say(language, phrases.chosenNone));
    const chosen = due.rows.filter(({ payableId }) => named.includes(payableId));
    if (fieldOf(form, 'langkah') !== 'susun') {
      return chosen.length < named.length
        ? choosePage(visit, due, say(language, phrases.changed))
        : checkPage(visit, { due, chosen });
    }
    // Sent again after it was recorded, they are due no longer: the command's id answers.
    const payerId = due.purse.payerId;
    const runId = streamIds.payoutRun(payerId, commandIdIn(form));
    if ((await visit.desk.store.loadStream(runId)).length > 0)
      return { goTo: `${runPath(runId)}?baru=susun` };
    return chosen.length < named.length
      ? choosePage(visit, due, say(language, phrases.changed))
      : assembleNow(visit, form, { due, chosen });
  },
};
