// Operations: what stands still with its cause and cure, lags, steps put aside, bulk work, the machine.
import { listBatches } from '../../../../projections/batch-board.ts';
import type { ProjectionStatus } from '../../../../projections/projection-status.ts';
import { batchBoardStates, batchKinds } from '../../../copy/batch-phrases.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatCount, formatInstant } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import type { Visit } from '../../house.ts';
import { Figure, Table, Tag } from '../../parts/data-parts.tsx';
import { Field } from '../../parts/form-parts.tsx';
import type { Html, Screen, Shown } from '../../screen.ts';
import { type Standing, standingOf } from './lags.ts';
import { mend } from './mend.ts';
import { operationsPhrases as phrases } from './operations-phrases.ts';

export const OPERATIONS = '/operasi';
const BATCHES_SHOWN = 20;
const SKEW_SHOWN_MS = 1_000;
const GIGABYTE = 1_000_000_000;

type Props = { readonly standing: Standing; readonly visit: Visit };

const Findings = ({ standing: { findings }, visit: { language } }: Props): Html =>
  findings.length === 0 ? (
    <p class="note is-good" role="status">
      {say(language, phrases.sound)}
    </p>
  ) : (
    <section class="note is-wrong" role="status">
      <h2>{say(language, phrases.findings, { count: findings.length })}</h2>
      <ul>
        {findings.map(({ of, cause, cure }) => (
          <li>
            <p>
              <strong>{of}</strong>: {cause[language]}
              <span class="sub">
                {say(language, phrases.cure)}: {cure[language]}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

const furthest = (projections: readonly ProjectionStatus[]): ProjectionStatus | undefined =>
  projections.toSorted((a, b) => b.lag - a.lag)[0];

const Lags = ({ standing, visit: { language } }: Props): Html => {
  const count = (n: number): string => formatCount(n, language);
  const gigabytes = (bytes: number): string => `${count(Math.round(bytes / GIGABYTE))} GB`;
  const last = furthest(standing.projections);
  const { sealedAt, disk, skewMs } = standing;
  return (
    <div class="figures is-many">
      <Figure
        value={`#${standing.position}`}
        word={say(language, phrases.position)}
        basis={say(language, phrases.positionBasis)}
      />
      <Figure
        value={count(standing.relayLag)}
        word={say(language, phrases.relayLag)}
        basis={say(language, phrases.relayBasis)}
      />
      <Figure
        value={count(last?.lag ?? 0)}
        word={say(language, phrases.viewLag)}
        basis={say(language, phrases.viewBasis, { name: last?.name ?? '–' })}
        href="#proyeksi"
      />
      <Figure
        value={count(standing.obligationLag)}
        word={say(language, phrases.dueLag)}
        basis={say(language, phrases.dueBasis)}
        href="#langkah"
      />
      <Figure
        value={count(standing.unsealed)}
        word={say(language, phrases.unsealed)}
        basis={
          sealedAt === null
            ? say(language, phrases.unsealedNone)
            : say(language, phrases.unsealedBasis, { at: formatInstant(sealedAt, language) })
        }
      />
      <Figure
        value={gigabytes(disk.free)}
        word={say(language, phrases.disk)}
        basis={say(language, phrases.diskBasis, { all: gigabytes(disk.all) })}
      />
      {skewMs < SKEW_SHOWN_MS ? null : (
        <Figure
          value={say(language, phrases.skewValue, { ms: count(skewMs) })}
          word={say(language, phrases.skew)}
          basis={say(language, phrases.skewBasis)}
        />
      )}
    </div>
  );
};

const Services = ({ standing: { services }, visit: { language } }: Props): Html => (
  <Table
    caption={say(language, phrases.services)}
    columns={[phrases.service, phrases.address, phrases.healthy].map((head) => ({
      head: inLanguage(language, head),
    }))}
    rows={services.map(({ name, address, healthy }) => [
      name,
      address ?? '–',
      <Tag tone={healthy ? 'good' : 'bad'}>
        {say(language, healthy ? phrases.yes : phrases.no)}
      </Tag>,
    ])}
    empty={say(language, phrases.servicesNone)}
  />
);

/** Every act of an operator is kept with a reason. */
const MendForm = ({
  visit: { language },
  act,
  word,
}: {
  visit: Visit;
  act: string;
  word: string;
}): Html => (
  <form method="post" action={OPERATIONS} class="filters">
    <input type="hidden" name="act" value={act} />
    <Field
      name="why"
      label={say(language, phrases.why)}
      hint={say(language, phrases.whyHint)}
      value=""
    />
    <button type="submit">{word}</button>
  </form>
);

const stateCell = ({ stopped }: ProjectionStatus, { language }: Visit): Html =>
  stopped === undefined ? (
    <Tag tone="good">{say(language, phrases.runs)}</Tag>
  ) : (
    <Tag tone="bad">{say(language, phrases.stopped, stopped)}</Tag>
  );

const Projections = ({ standing: { projections }, visit }: Props): Html => {
  const { language } = visit;
  const stopped = projections.filter((one) => one.stopped !== undefined);
  const { projection, version, position, lag, state } = phrases;
  return (
    <section id="proyeksi">
      <Table
        caption={say(language, phrases.projections)}
        columns={[projection, version, position, lag, state].map((head) => ({
          head: inLanguage(language, head),
          isNumber: head === lag || head === version || head === position,
        }))}
        rows={projections.map((row) => [
          row.name,
          String(row.version),
          `#${row.position}`,
          formatCount(row.lag, language),
          stateCell(row, visit),
        ])}
        empty=""
      />
      {stopped.map(({ name }) => (
        <MendForm
          visit={visit}
          act={`projection:${name}`}
          word={say(language, phrases.retry, { name })}
        />
      ))}
    </section>
  );
};

const Letters = ({ standing: { letters }, visit }: Props): Html => {
  const { language } = visit;
  const { consumer, event, reason, tries, since } = phrases;
  return (
    <section id="langkah">
      <Table
        caption={say(language, phrases.letters)}
        note={say(language, phrases.lettersBasis)}
        columns={[consumer, event, reason, tries, since].map((head) => ({
          head: inLanguage(language, head),
          isNumber: head === tries,
        }))}
        rows={letters.map((row) => [
          row.consumer,
          `${row.type} #${row.position}`,
          row.reason,
          formatCount(row.deliveries, language),
          formatInstant(row.deadAt, language),
        ])}
        empty={say(language, phrases.lettersNone)}
      />
      <p class="hint">{say(language, phrases.deliverHint)}</p>
      <MendForm visit={visit} act="workflows" word={say(language, phrases.deliver)} />
    </section>
  );
};

const Batches = async ({ desk, language }: Visit): Promise<Html> => {
  const rows = await listBatches(desk.db, { limit: BATCHES_SHOWN });
  const open = rows.filter(({ state }) => state !== 'COMPLETED' && state !== 'CANCELLED');
  return (
    <Table
      caption={say(language, phrases.batches)}
      columns={[phrases.batch, phrases.state, phrases.received].map((head) => ({
        head: inLanguage(language, head),
      }))}
      rows={open.map((row) => [
        `${wordOf(batchKinds, row.kind, language)} · ${formatCount(row.total, language)}`,
        <>
          {wordOf(batchBoardStates, row.state, language)}
          {row.note === null ? null : <span class="sub">{row.note.reason}</span>}
        </>,
        formatInstant(row.receivedAt, language),
      ])}
      empty={say(language, phrases.batchesNone)}
    />
  );
};

type Said = { readonly text: string; readonly isWrong: boolean };

const page = async (visit: Visit, said?: Said): Promise<Shown> => {
  const { house, desk, language } = visit;
  const standing = await standingOf(house);
  const props = { standing, visit };
  const title = say(language, phrases.title);
  return {
    title,
    ...(said?.isWrong === true && { status: 422 as const }),
    body: (
      <>
        <div class="headline">
          <div>
            <h1>{title}</h1>
            <p class="lead">
              {say(language, phrases.per, { at: formatInstant(desk.now(), language) })}
            </p>
          </div>
          <a class="button" href={OPERATIONS}>
            {say(language, phrases.reload)}
          </a>
        </div>
        {said === undefined ? null : (
          <p class={said.isWrong ? 'note is-wrong' : 'note is-good'} role="status">
            {said.text}
          </p>
        )}
        <Findings {...props} />
        <Lags {...props} />
        <Services {...props} />
        <Projections {...props} />
        <Letters {...props} />
        {await Batches(visit)}
      </>
    ),
  };
};

export const operations: Screen = {
  path: OPERATIONS,
  menu: phrases.title,
  acts: ['administer'],
  show: (visit) => page(visit),
  async submit(visit, _, form) {
    return page(visit, await mend(visit, form));
  },
};
