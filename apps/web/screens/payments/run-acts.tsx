// Letting a run go and calling it off: each on a page of its own that shows what would happen.

import { parseRupiah, rupiahText } from '../../../../domain/money.ts';
import type { RunRow } from '../../../../projections/payout-ledger/run-row.ts';
import { flows, wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatRupiah } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { officersNamed } from '../../cases/officers.ts';
import { PAYMENT_READERS } from '../../cases/readable-payable.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts } from '../../parts/data-parts.tsx';
import { ErrorNote, TextArea } from '../../parts/form-parts.tsx';
import { type Answered, type Form, fieldOf, type Params, type Screen } from '../../screen.ts';
import { mayCancel, mayRelease } from './may-act.ts';
import { PAYMENTS, runPath, shortId } from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import type { Purse } from './purses.ts';
import { NominativeList, type SeenRun, seenRun } from './run.tsx';
import { newCommandId, sendRunCommand } from './send-once.ts';

type Given = { readonly error?: string; readonly commandId?: string; readonly reason?: string };

const checkFacts = async (visit: Visit, run: RunRow, purse: Purse) => {
  const { desk, language } = visit;
  const nameOf = await officersNamed(desk, [...run.assembledBy, ...run.decidedBy]);
  return (
    <Facts
      items={[
        [say(language, phrases.payer), purse.legalEntity],
        [say(language, phrases.flow), wordOf(flows, run.flow ?? '', language)],
        [say(language, phrases.colCount), formatCount(run.count, language)],
        [
          say(language, phrases.colSum),
          <strong class="sum">{formatRupiah(run.sumIdr, language)}</strong>,
        ],
        [say(language, phrases.decidedBy), run.decidedBy.map(nameOf).join(', ') || '-'],
        [say(language, phrases.assembledBy), run.assembledBy.map(nameOf).join(' + ')],
        [say(language, phrases.releasingBy), visit.visitor.name],
      ]}
    />
  );
};

const titled = (title: string, { error }: Given): string =>
  error === undefined ? title : `${error} · ${title}`;

const releasePage = async (
  visit: Visit,
  { found, purse }: SeenRun,
  given: Given = {},
): Promise<Answered> => {
  const { language } = visit;
  const { run } = found;
  const title = say(language, phrases.releaseTitle);
  const sum = formatRupiah(run.sumIdr, language);
  return {
    title: titled(title, given),
    status: given.error === undefined ? 200 : 409,
    body: (
      <>
        <p class="crumb">
          <a href={runPath(run.runId)}>{say(language, phrases.run, { id: shortId(run.runId) })}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.releaseLead)}</p>
        {given.error === undefined ? null : <ErrorNote>{given.error}</ErrorNote>}
        {await checkFacts(visit, run, purse)}
        {await NominativeList({ found, visit })}
        <form method="post" action={`${runPath(run.runId)}/lepas`} class="card">
          <p>{say(language, phrases.releaseFour)}</p>
          <input type="hidden" name="command" value={given.commandId ?? newCommandId()} />
          <input type="hidden" name="sum" value={run.sumIdr} />
          <p class="actions">
            <button type="submit" class="primary">
              {say(language, phrases.releaseButton, { sum })}
            </button>
            <a class="button quiet" href={runPath(run.runId)}>
              {say(language, phrases.back)}
            </a>
          </p>
        </form>
      </>
    ),
  };
};

const sumIn = (form: Form) => {
  const text = fieldOf(form, 'sum');
  return rupiahText(parseRupiah(/^\d{1,15}$/.test(text) ? text : '0'));
};

const releaseAct = async (visit: Visit, params: Params, form: Form): Promise<Answered> => {
  const seen = await seenRun(visit, params);
  if (seen === undefined) return notFound(visit.language);
  const { runId } = seen.found.run;
  const command = { type: 'ReleaseRun', data: { sumIdr: sumIn(form) } } as const;
  const outcome = await sendRunCommand(visit, form, { runId, command });
  if ('recorded' in outcome) return { goTo: `${runPath(runId)}?baru=lepas` };
  return releasePage(visit, seen, { error: outcome.refusal });
};

export const releaseRun: Screen = {
  path: `${PAYMENTS}/run/:id/lepas`,
  acts: PAYMENT_READERS,
  async show(visit, params) {
    const seen = await seenRun(visit, params);
    if (seen === undefined) return notFound(visit.language);
    const { run } = seen.found;
    const may = await mayRelease(visit.desk, run, seen.purse.region);
    // The run's own page says why not, and who may instead.
    return may.may && run.stage === 'ASSEMBLED'
      ? releasePage(visit, seen)
      : { goTo: runPath(run.runId) };
  },
  submit: releaseAct,
};

const cancelPage = async (
  visit: Visit,
  { found, purse }: SeenRun,
  given: Given = {},
): Promise<Answered> => {
  const { language } = visit;
  const { run } = found;
  const title = say(language, phrases.cancelTitle);
  return {
    title: titled(title, given),
    status: given.error === undefined ? 200 : 409,
    body: (
      <>
        <p class="crumb">
          <a href={runPath(run.runId)}>{say(language, phrases.run, { id: shortId(run.runId) })}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.cancelLead)}</p>
        {given.error === undefined ? null : <ErrorNote>{given.error}</ErrorNote>}
        <Facts
          items={[
            [say(language, phrases.payer), purse.legalEntity],
            [say(language, phrases.colCount), formatCount(run.count, language)],
            [say(language, phrases.colSum), formatRupiah(run.sumIdr, language)],
          ]}
        />
        <form method="post" action={`${runPath(run.runId)}/batal`} class="card">
          <input type="hidden" name="command" value={given.commandId ?? newCommandId()} />
          <TextArea
            name="reason"
            label={say(language, phrases.reason)}
            hint={say(language, phrases.reasonHint)}
            value={given.reason}
          />
          <p class="actions">
            <button type="submit" class="danger primary">
              {say(language, phrases.cancelButton, { sum: formatRupiah(run.sumIdr, language) })}
            </button>
            <a class="button quiet" href={runPath(run.runId)}>
              {say(language, phrases.back)}
            </a>
          </p>
        </form>
      </>
    ),
  };
};

const cancelAct = async (visit: Visit, params: Params, form: Form): Promise<Answered> => {
  const seen = await seenRun(visit, params);
  if (seen === undefined) return notFound(visit.language);
  const { runId } = seen.found.run;
  const reason = fieldOf(form, 'reason');
  if (reason === '')
    return cancelPage(visit, seen, { error: say(visit.language, phrases.reasonMissing) });
  const command = { type: 'CancelRun', data: { reason } } as const;
  const outcome = await sendRunCommand(visit, form, { runId, command });
  if ('recorded' in outcome) return { goTo: `${runPath(runId)}?baru=batal` };
  return cancelPage(visit, seen, { error: outcome.refusal, reason });
};

export const cancelRun: Screen = {
  path: `${PAYMENTS}/run/:id/batal`,
  acts: PAYMENT_READERS,
  async show(visit, params) {
    const seen = await seenRun(visit, params);
    if (seen === undefined) return notFound(visit.language);
    const { run } = seen.found;
    const may = await mayCancel(visit.desk, run, seen.purse.region);
    return may.may && run.stage !== 'CANCELLED'
      ? cancelPage(visit, seen)
      : { goTo: runPath(run.runId) };
  },
  submit: cancelAct,
};
