// One kelurahan: cards against the plan, and the roll of members as far as an office may see it.
import {
  CLAIM_READERS,
  FIGURE_READERS,
  WORKER_READERS,
} from '../../../../domain/office/reading-acts.ts';
import { areaName, isAreaCode, isWithin } from '../../../../domain/region.ts';
import { cardBoard } from '../../../../projections/card-board.ts';
import type { Member } from '../../../../projections/member-roster.ts';
import { listMembers } from '../../../../projections/member-roster.ts';
import { isCursor } from '../../../../projections/page.ts';
import { listTranches } from '../../../../projections/programme-summary.ts';
import { cardStates, wordOf, workerStages } from '../../../copy/code-words.ts';
import { formatCount, formatDay, formatPercent } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import { claimNumber } from '../../cases/claim-number.ts';
import { areasOf, mayRead } from '../../cases/own-area.ts';
import { workerNames } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Table } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { DASHBOARD, placePath } from './dashboard-data.ts';
import { dashboardPhrases as phrases } from './dashboard-phrases.ts';

const CardPlan = async (visit: Visit, kelurahan: string): Promise<Html> => {
  const { desk, language } = visit;
  const rows = await cardBoard(desk.db, { kelurahan });
  const names = new Map((await listTranches(desk.db)).map((one) => [one.trancheId, one.name]));
  const heads = [
    ...[phrases.tranche, phrases.registered, phrases.issued, phrases.handedOver],
    ...[phrases.percent, phrases.byScan, phrases.byList, phrases.toFamily],
  ];
  const count = (figure: number): string => formatCount(figure, language);
  return (
    <Table
      caption={say(language, phrases.cardPlan)}
      note={say(language, phrases.cardPlanBasis)}
      columns={heads.map((head, at) => ({ head: inLanguage(language, head), isNumber: at > 0 }))}
      rows={rows.map((row) => [
        names.get(row.trancheId) ?? '–',
        ...[row.enrolled, row.issued, row.handedOver].map(count),
        row.percent === null ? '–' : formatPercent(row.percent, language),
        ...[row.byScan, row.byList, row.toFamily].map(count),
      ])}
      empty={say(language, phrases.cardPlanNone)}
    />
  );
};

type Seen = { readonly name: string | undefined; readonly opensClaims: boolean };

const memberCells = (visit: Visit, member: Member, { name, opensClaims }: Seen) => {
  const { language } = visit;
  const { claimId } = member;
  const claim = claimId === null ? '–' : claimNumber(claimId);
  return [
    name ?? '–',
    wordOf(workerStages, member.stage, language),
    member.coverStart === null ? '–' : formatDay(member.coverStart, language),
    wordOf(cardStates, member.cardState, language),
    claimId !== null && opensClaims ? <a href={`/klaim/${claimId}`}>{claim}</a> : claim,
  ];
};

/** Figures name nobody; the roll is for whoever enrols people or has a part in their claims. */
const Members = async (visit: Visit, kelurahan: string): Promise<Html | null> => {
  const { desk, language, visitor, query } = visit;
  if (!(await mayRead(desk, WORKER_READERS, kelurahan))) return null;
  const opensClaims = await mayRead(desk, CLAIM_READERS, kelurahan);
  const after = query.get('sesudah') ?? '';
  const { rows, nextCursor } = await listMembers(desk.db, {
    kelurahan,
    ...(isCursor(after) && { cursor: after }),
  });
  const names = await workerNames(desk, visitor, rows);
  const heads = [phrases.name, phrases.state, phrases.coverStart, phrases.cardState, phrases.claim];
  const next = new URLSearchParams({ sesudah: nextCursor ?? '' });
  return (
    <>
      <Table
        caption={say(language, phrases.members)}
        note={say(language, phrases.membersBasis)}
        columns={heads.map((head) => ({ head: inLanguage(language, head) }))}
        rows={rows.map((row) =>
          memberCells(visit, row, { name: names.get(row.workerId), opensClaims }),
        )}
        empty={say(language, phrases.membersNone)}
      />
      {nextCursor === null ? null : (
        <p class="actions">
          <a class="button" href={`${placePath(kelurahan)}?${next}`}>
            {say(language, phrases.next)}
          </a>
        </p>
      )}
    </>
  );
};

export const place: Screen = {
  path: `${DASHBOARD}/kelurahan/:kelurahan`,
  acts: FIGURE_READERS,
  async show(visit, { kelurahan = '' }) {
    const { language, visitor } = visit;
    const areas = areasOf(visitor, FIGURE_READERS);
    if (!isAreaCode(kelurahan) || !areas.some((area) => isWithin(kelurahan, area)))
      return notFound(language);
    const name = areaName(kelurahan);
    const title = say(language, phrases.placeTitle, { name });
    return {
      title,
      body: (
        <>
          <p class="crumb">
            <a href={DASHBOARD}>{say(language, phrases.title)}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{say(language, phrases.placeLead, { name })}</p>
          {await CardPlan(visit, kelurahan)}
          {await Members(visit, kelurahan)}
          {(await mayRead(visit.desk, CLAIM_READERS, kelurahan)) ? (
            <p class="actions">
              <a class="button" href={`/antrean?saringan=open&kelurahan=${kelurahan}`}>
                {say(language, phrases.queue)}
              </a>
            </p>
          ) : null}
        </>
      ),
    };
  },
};
