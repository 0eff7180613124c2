// The dashboard: figures with their basis and their rows, per kelurahan, per purse, live.
import {
  CLAIM_READERS,
  CONTRIBUTION_READERS,
  FIGURE_READERS,
} from '../../../../domain/office/reading-acts.ts';
import { areaName } from '../../../../domain/region.ts';
import { formatCount, formatInstant, formatLongDay } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import { trancheWords } from '../../../copy/tranche-words.ts';
import type { Visit } from '../../house.ts';
import { mayOpen } from '../../may-open.ts';
import { Figure, Table, Tag } from '../../parts/data-parts.tsx';
import { Field, Select } from '../../parts/form-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { DASHBOARD, type Dashboard, dashboardOf, dashboardWish } from './dashboard-data.ts';
import { dashboardPhrases as phrases } from './dashboard-phrases.ts';
import { cellText, purseRows, sheetNames } from './dashboard-sheets.ts';
import { SheetBlock } from './sheet-block.tsx';

const quotaOf = ({ tranches }: Dashboard): number =>
  tranches.reduce((sum, { quota }) => sum + quota, 0);

/** The queue for whoever may open it; for everybody else the table on this page. */
const queueOr = ({ visitor }: Visit, otherwise: string): string =>
  mayOpen(visitor, { acts: CLAIM_READERS }) ? '/antrean?saringan=open' : otherwise;

const Wish = ({ shown, visit }: { shown: Dashboard; visit: Visit }): Html => {
  const { language } = visit;
  const { asOf, isToday, programmes, programmeId } = shown.wish;
  return (
    <form method="get" action={DASHBOARD} class="filters">
      <Field name="per" type="date" label={say(language, phrases.day)} value={asOf} width="day" />
      {programmes.length < 2 ? null : (
        <Select
          name="program"
          label={say(language, phrases.programme)}
          value={programmeId ?? ''}
          required={false}
          empty={say(language, phrases.everyProgramme)}
          options={programmes.map((one) => ({ value: one.programmeId, word: one.name }))}
        />
      )}
      <button type="submit">{say(language, phrases.show)}</button>
      {isToday ? null : <a href={DASHBOARD}>{say(language, phrases.toToday)}</a>}
    </form>
  );
};

const SpeedFigure = ({ shown, visit: { language } }: { shown: Dashboard; visit: Visit }): Html => {
  const { decided, median, ninetieth } = shown.figures.decisions;
  return (
    <Figure
      value={median === null ? '–' : formatCount(median, language)}
      word={say(language, phrases.speed)}
      basis={
        ninetieth === null
          ? say(language, phrases.speedNone)
          : say(language, phrases.speedBasis, { count: decided, ninetieth })
      }
    />
  );
};

const DeathFigures = ({ shown, visit: { language } }: { shown: Dashboard; visit: Visit }): Html => {
  const { total, unclaimed } = shown.figures;
  const count = (figure: bigint | number): string => formatCount(Number(figure), language);
  const missing = unclaimed.reduce((sum, { deaths }) => sum + deaths, 0);
  const days = Math.max(0, ...unclaimed.map(({ oldestDays }) => oldestDays));
  return (
    <>
      <Figure
        value={count(total.deaths_known)}
        word={say(language, phrases.deaths)}
        basis={say(language, phrases.deathsBasis, { claims: count(total.claims_reported) })}
        href="#kelurahan"
      />
      <Figure
        value={count(missing)}
        word={say(language, phrases.unclaimed)}
        basis={
          missing === 0
            ? say(language, phrases.unclaimedNone)
            : say(language, phrases.unclaimedBasis, { days: count(days) })
        }
        href="#kelurahan"
      />
    </>
  );
};

const Heads = ({ shown, visit }: { shown: Dashboard; visit: Visit }): Html => {
  const { language } = visit;
  const { total } = shown.figures;
  const count = (figure: bigint | number): string => formatCount(Number(figure), language);
  const open = shown.waiting.reduce((sum, { claims }) => sum + claims, 0);
  const quota = quotaOf(shown);
  return (
    <div class="figures is-many">
      <Figure
        value={count(total.active_now)}
        word={say(language, phrases.active)}
        basis={say(language, phrases.activeBasis, {
          registered: count(total.registered_cumulative),
          quota: quota === 0 ? '–' : count(quota),
        })}
        href="#kelurahan"
      />
      <Figure
        value={count(total.lapsed_now)}
        word={say(language, phrases.lapsed)}
        basis={say(language, phrases.lapsedBasis)}
        href="#gelombang"
      />
      <DeathFigures shown={shown} visit={visit} />
      {shown.wish.isToday ? (
        <Figure
          value={count(open)}
          word={say(language, phrases.open)}
          basis={say(language, phrases.openBasis)}
          href={queueOr(visit, '#menunggu')}
        />
      ) : null}
      <SpeedFigure shown={shown} visit={visit} />
    </div>
  );
};

const Purses = ({ shown, visit: { language } }: { shown: Dashboard; visit: Visit }): Html => {
  const heads = [phrases.purse, phrases.mode, phrases.owedNow, phrases.paid, phrases.reportedPaid];
  return (
    <section id="dompet">
      <Table
        caption={say(language, phrases.purses)}
        note={say(language, phrases.pursesBasis)}
        columns={heads.map((head, at) => ({ head: inLanguage(language, head), isNumber: at > 1 }))}
        rows={purseRows(shown, language).map((row) => row.map((cell) => cellText(cell, language)))}
        empty={say(language, phrases.pursesNone)}
      />
    </section>
  );
};

const Tranches = ({ shown, visit }: { shown: Dashboard; visit: Visit }): Html => {
  const { language } = visit;
  const words = trancheWords[language];
  const { tranche, registered, paidThrough, lapseIn, cards, gate } = phrases;
  const isLink = mayOpen(visit.visitor, { acts: CONTRIBUTION_READERS });
  return (
    <section id="gelombang">
      <Table
        caption={say(language, phrases.tranches)}
        note={say(language, phrases.tranchesBasis)}
        columns={[tranche, registered, paidThrough, lapseIn, cards, gate].map((head) => ({
          head: inLanguage(language, head),
          isNumber: head === registered,
        }))}
        rows={shown.tranches.map((row) => [
          isLink ? <a href={`/iuran/${row.trancheId}`}>{row.name}</a> : row.name,
          formatCount(row.registered, language),
          row.cover.paidThrough ?? '–',
          <Tag tone={row.clock.hasLapsed ? 'bad' : row.clock.unpaidMonths > 0 ? 'warn' : 'good'}>
            {words.due(row.clock.daysToLapse)}
          </Tag>,
          `${formatCount(row.cards.handedOver, language)} / ${formatCount(row.registered, language)}`,
          row.gate.rule === null ? '–' : words.gate[row.gate.state],
        ])}
        empty={say(language, phrases.tranchesNone)}
      />
    </section>
  );
};

const areasText = (areas: readonly string[]): string => areas.map(areaName).join(', ');

const Lead = ({ shown, visit: { desk, language } }: { shown: Dashboard; visit: Visit }): Html => {
  const { areas, asOf, isToday, isWrongDay } = shown.wish;
  const area = areasText(areas);
  return (
    <>
      <p class="lead">
        {isToday
          ? say(language, phrases.lead, { area, at: formatInstant(desk.now(), language) })
          : say(language, phrases.leadPast, { area, day: formatLongDay(asOf, language) })}
      </p>
      {isWrongDay ? (
        <p class="note is-warn" role="status">
          {say(language, phrases.wrongDay)}
        </p>
      ) : null}
    </>
  );
};

export const dashboard: Screen = {
  path: DASHBOARD,
  menu: phrases.menu,
  acts: FIGURE_READERS,
  async show(visit) {
    const { language } = visit;
    const shown = await dashboardOf(visit, await dashboardWish(visit));
    const title = say(language, phrases.title);
    const { isToday, programmes, seesMoney } = shown.wish;
    const live = isToday ? { 'data-live': `${DASHBOARD}/perubahan` } : {};
    return {
      title,
      scripts: isToday ? ['live'] : [],
      body: (
        <>
          <h1>{title}</h1>
          <Wish shown={shown} visit={visit} />
          <div {...live}>
            <Lead shown={shown} visit={visit} />
            <Heads shown={shown} visit={visit} />
            {seesMoney ? <Purses shown={shown} visit={visit} /> : null}
            {sheetNames(shown).map((name) => (
              <SheetBlock name={name} shown={shown} visit={visit} />
            ))}
            {programmes.length > 0 ? <Tranches shown={shown} visit={visit} /> : null}
          </div>
        </>
      ),
    };
  },
};
