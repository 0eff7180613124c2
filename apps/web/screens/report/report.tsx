// Report a death, an accident, a disease or somebody missing: asked, looked over, sent, with a receipt.
import { officeDay } from '../../../../domain/calendar.ts';
import type { Acts } from '../../../../domain/office/reading-acts.ts';
import { workerById } from '../../../../projections/member-roster.ts';
import { reportIncident } from '../../../cli/commands/claim-incident.ts';
import { reportMissing } from '../../../cli/commands/claim-missing.ts';
import { reportDeath } from '../../../cli/commands/claim-report.ts';
import { recordLook } from '../../../cli/look.ts';
import { isIdKey } from '../../../cli/option-values.ts';
import type { Outcome } from '../../../cli/outcome.ts';
import { kelurahanText } from '../../../cli/place-words.ts';
import { reportChannels, reporterRelations } from '../../../copy/claim-words.ts';
import { wordOf, workerStages } from '../../../copy/code-words.ts';
import { formatLongDay } from '../../../copy/format.ts';
import { reportKinds } from '../../../copy/incident-phrases.ts';
import { say, type Text } from '../../../copy/text.ts';
import { workerNames } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { Facts } from '../../parts/data-parts.tsx';
import { ErrorNote } from '../../parts/form-parts.tsx';
import {
  type Answered,
  type Form,
  fieldOf,
  type Html,
  type PublicScreen,
  type Screen,
  type Shown,
} from '../../screen.ts';
import { KeptReports, ReportForm } from './report-form.tsx';
import { REPORT_FIELDS, type ReportGiven, reportIn } from './report-given.ts';
import { reportPhrases as phrases } from './report-phrases.ts';

const REPORTERS: Acts = ['report-death'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const commandIn = (visit: Visit, form: Form): string => {
  const sent = fieldOf(form, 'command').toLowerCase();
  return UUID.test(sent) ? sent : visit.desk.gateway.newCommandId();
};

/** Says whose a report on a phone is, and nothing about them. */
const ownerOf = ({ desk, visitor }: Visit): string =>
  Buffer.from(desk.keys.keyedHash('report-owner', visitor.actorId)).toString('hex');

const asking = (visit: Visit, form: Form, wrong: ReadonlyMap<string, Text> = new Map()): Shown => {
  const { language, desk } = visit;
  const title = say(language, phrases.title);
  const commandId = commandIn(visit, form);
  const today = officeDay(desk.now());
  return {
    title: wrong.size === 0 ? title : `${say(language, phrases.wrong)} · ${title}`,
    status: wrong.size === 0 ? 200 : 422,
    scripts: ['report'],
    body: (
      <section class="report-page">
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.lead)}</p>
        <ReportForm {...{ language, form, wrong, commandId, today }} owner={ownerOf(visit)} />
      </section>
    ),
  };
};

/** Somebody of another area is as unknown here as nobody: trying numbers tells nothing. */
const workerOf = async (
  { desk, language }: Visit,
  { by, value }: ReportGiven['number'],
): Promise<string | undefined> => {
  const kind = by === 'NIK' ? 'nik' : 'kpj';
  const keyedHash = desk.keys.keyedHash(kind, value);
  const workerId = await desk.store.findIdentity({ kind, keyedHash });
  if (workerId === undefined) return undefined;
  const data = { workerId, by, reason: say(language, phrases.look) };
  const note = { type: 'NoteWorkerFound', data } as const;
  const refused = await recordLook(desk, { category: 'worker', note });
  return refused === undefined ? workerId : undefined;
};

const Carried = ({ form, visit }: { form: Form; visit: Visit }): Html => (
  <>
    <input type="hidden" name="command" value={commandIn(visit, form)} />
    <input type="hidden" name="owner" value={ownerOf(visit)} />
    {REPORT_FIELDS.flatMap((name) =>
      form.has(name) ? [<input type="hidden" name={name} value={fieldOf(form, name)} />] : [],
    )}
  </>
);

type Checked = {
  readonly form: Form;
  readonly given: ReportGiven;
  readonly workerId: string;
  /** Why it was not taken. */
  readonly refused?: readonly string[];
  readonly mayBeApart?: boolean;
};

const checking = async (visit: Visit, checked: Checked): Promise<Shown> => {
  const { desk, language, visitor } = visit;
  const { form, given, workerId, refused, mayBeApart = false } = checked;
  const worker = await workerById(desk.db, workerId);
  const kelurahan = worker?.kelurahan ?? null;
  const names = await workerNames(desk, visitor, [{ workerId, kelurahan }]);
  const title = say(language, phrases.checkTitle);
  return {
    title,
    status: refused === undefined ? 200 : 422,
    scripts: ['report'],
    body: (
      <section class="report-page">
        <h1>{title}</h1>
        <p class="lead">{say(language, phrases.checkLead)}</p>
        <KeptReports language={language} />
        {refused === undefined ? null : (
          <ErrorNote>
            {refused.map((line) => (
              <p>{line}</p>
            ))}
          </ErrorNote>
        )}
        {worker?.claimId == null ? null : (
          <p class="note is-warn">{say(language, phrases.known)}</p>
        )}
        <Facts
          items={[
            [say(language, phrases.worker), names.get(workerId) ?? '–'],
            [say(language, phrases.kelurahan), kelurahan === null ? '–' : kelurahanText(kelurahan)],
            [
              say(language, phrases.membership),
              worker === undefined ? '–' : wordOf(workerStages, worker.stage, language),
            ],
            [say(language, phrases.kind), wordOf(reportKinds, given.kind, language)],
            [say(language, phrases.day), formatLongDay(given.day, language)],
            [say(language, phrases.story), given.circumstances],
            [say(language, phrases.reporterName), `${given.reporter}, ${given.contact}`],
            [
              say(language, phrases.relation),
              `${wordOf(reporterRelations, given.relation, language)}; ${wordOf(reportChannels, given.channel, language)}`,
            ],
          ]}
        />
        <form method="post" action="/lapor" class="card">
          <Carried form={form} visit={visit} />
          <input type="hidden" name="worker" value={workerId} />
          {mayBeApart ? (
            <label class="tick">
              <input type="checkbox" name="apart" value="1" /> {say(language, phrases.apart)}
            </label>
          ) : null}
          <div class="actions">
            <button type="submit" class="primary" name="send" value="1">
              {say(language, phrases.send)}
            </button>
            <button type="submit" name="change" value="1">
              {say(language, phrases.change)}
            </button>
          </div>
        </form>
      </section>
    ),
  };
};

const sendReport = (visit: Visit, { form, given, workerId }: Checked): Promise<Outcome> => {
  const desk = { ...visit.desk, commandId: commandIn(visit, form) };
  const { kind, day, channel, relation, reporter, contact, circumstances, apart } = given;
  const told = { worker: workerId, channel, relation, reporter, contact, circumstances };
  const workAccident = given.fromWork;
  if (kind === 'DEATH')
    return reportDeath(desk, { ...told, kind, deathDate: day, ordinal: 1, workAccident });
  if (kind === 'MISSING') return reportMissing(desk, { ...told, eventDate: day, workAccident });
  return reportIncident(desk, { ...told, kind, eventDate: day, ordinal: 1, apart });
};

const textIn = (json: unknown, name: string): string => {
  const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : '';
  return typeof value === 'string' ? value : '';
};

const sent = async (visit: Visit, checked: Checked): Promise<Answered> => {
  const outcome = await sendReport(visit, checked);
  if (outcome.exitCode === 0) {
    const claimId = textIn(outcome.json, 'claimId');
    const commandId = commandIn(visit, checked.form);
    return { goTo: `/klaim/${claimId}/tanda-terima?tercatat=${commandId}` };
  }
  const mayBeApart = textIn(outcome.json, 'code') === 'IncidentMayBeKnown';
  return checking(visit, { ...checked, refused: outcome.lines, mayBeApart });
};

export const report: Screen = {
  path: '/lapor',
  menu: phrases.menu,
  acts: REPORTERS,
  show: (visit) => asking(visit, new Map()),
  async submit(visit, _params, form) {
    // Written while somebody else was signed in on this machine: it would stand under the wrong name.
    if (!['', ownerOf(visit)].includes(fieldOf(form, 'owner')))
      return { ...asking(visit, new Map(), new Map([['number', phrases.notYours]])), status: 409 };
    if (form.has('change')) return asking(visit, form);
    const read = reportIn(form, officeDay(visit.desk.now()));
    if ('wrong' in read) return asking(visit, form, read.wrong);
    const chosen = fieldOf(form, 'worker');
    const isChosen = form.has('send') && isIdKey(chosen);
    const workerId = isChosen ? chosen : await workerOf(visit, read.given.number);
    if (workerId === undefined) return asking(visit, form, new Map([['number', phrases.notFound]]));
    const checked = { form, given: read.given, workerId };
    return form.has('send') ? sent(visit, checked) : checking(visit, checked);
  },
};

/** What a phone shows without a signal: the form and nothing of anybody. */
export const reportOffline: PublicScreen = {
  path: '/lapor/luring',
  show({ language, house }) {
    const title = say(language, phrases.offlineTitle);
    const today = officeDay(house.desk.now());
    return {
      title,
      scripts: ['report'],
      body: (
        <section class="report-page" data-offline>
          <h1>{title}</h1>
          <p class="note is-warn">{say(language, phrases.offlineLead)}</p>
          <ReportForm
            {...{ language, form: new Map(), wrong: new Map(), commandId: '', owner: '', today }}
          />
        </section>
      ),
    };
  },
};
