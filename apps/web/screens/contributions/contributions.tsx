// Contributions and gate: every tranche with its clock, and where gate and clock contradict each other.
import { officeDay } from '../../../../domain/calendar.ts';
import { CONTRIBUTION_READERS } from '../../../../domain/office/reading-acts.ts';
import { isWithin } from '../../../../domain/region.ts';
import { listProgrammes } from '../../../../projections/programme-summary.ts';
import { type TrancheOnBoard, trancheBoard } from '../../../../projections/tranche-board.ts';
import type { Language } from '../../../copy/format.ts';
import { formatCount } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import { trancheWords } from '../../../copy/tranche-words.ts';
import { areasOf } from '../../cases/own-area.ts';
import type { Visit } from '../../house.ts';
import { Table, Tag, type Tone } from '../../parts/data-parts.tsx';
import type { Html, Screen } from '../../screen.ts';
import { contributionPhrases as phrases } from './contribution-phrases.ts';

export const CONTRIBUTIONS = '/iuran';
export const tranchePath = (trancheId: string): string => `${CONTRIBUTIONS}/${trancheId}`;
export const billPath = (billId: string): string => `${CONTRIBUTIONS}/tagihan/${billId}`;

const SOON_DAYS = 30;

const toneOf = ({ clock }: TrancheOnBoard): Tone => {
  if (clock.hasLapsed || (clock.unpaidMonths > 0 && clock.daysToLapse < SOON_DAYS)) return 'bad';
  return clock.unpaidMonths > 0 ? 'warn' : 'good';
};

export const LapseTag = ({ row, language }: { row: TrancheOnBoard; language: Language }): Html => (
  <Tag tone={toneOf(row)}>{trancheWords[language].due(row.clock.daysToLapse)}</Tag>
);

export const ConflictNote = ({
  row,
  language,
}: {
  row: TrancheOnBoard;
  language: Language;
}): Html | null => {
  const { conflict, name, gate, registered } = row;
  if (conflict === null) return null;
  const words = trancheWords[language];
  const { cardsMissing, daysToLapse: days, hasLapsed, isOutOfReach } = conflict;
  const missing = formatCount(cardsMissing, language);
  const quorum = formatCount(gate.quorum, language);
  return (
    <div class="note is-wrong" role="status">
      <p>
        <strong>{name}.</strong> {words.conflict({ cardsMissing: missing, days, hasLapsed })}
      </p>
      {isOutOfReach ? <p>{words.outOfReach(quorum, formatCount(registered, language))}</p> : null}
    </div>
  );
};

const cellsOf = (row: TrancheOnBoard, language: Language) => {
  const words = trancheWords[language];
  const count = (n: number): string => formatCount(n, language);
  const { unpaidMonths } = row.cover;
  return [
    <a href={tranchePath(row.trancheId)}>{row.name}</a>,
    count(row.registered),
    row.cover.paidThrough ?? '–',
    unpaidMonths === 0 ? (
      <Tag tone="good">{say(language, phrases.allPaid)}</Tag>
    ) : (
      <Tag tone="warn">{say(language, phrases.unpaidMonths, { count: unpaidMonths })}</Tag>
    ),
    <LapseTag row={row} language={language} />,
    count(row.personsAtRisk),
    row.gate.rule === null ? (
      <span class="sub">{words.gate.NONE}</span>
    ) : (
      <>
        {words.gate[row.gate.state]}
        <span class="sub">{`${count(row.gate.cards)} / ${count(row.gate.quorum)}`}</span>
      </>
    ),
    count(row.cards.handedOver),
  ];
};

const readableTranches = async ({ desk, visitor }: Visit): Promise<readonly TrancheOnBoard[]> => {
  const areas = areasOf(visitor, CONTRIBUTION_READERS);
  const programmes = await listProgrammes(desk.db);
  const seen = programmes
    .filter(({ region }) => areas.some((area) => isWithin(region, area)))
    .map(({ programmeId }) => programmeId);
  const rows = await trancheBoard(desk.db, { on: officeDay(desk.now()) });
  return rows.filter(({ programmeId }) => seen.includes(programmeId));
};

export const contributions: Screen = {
  path: CONTRIBUTIONS,
  menu: phrases.title,
  acts: CONTRIBUTION_READERS,
  async show(visit) {
    const { language } = visit;
    const rows = await readableTranches(visit);
    const title = say(language, phrases.title);
    const { tranche, registered, paidThrough, unpaid, lapse, atRisk, gate, cards } = phrases;
    const heads = [tranche, registered, paidThrough, unpaid, lapse, atRisk, gate, cards];
    return {
      title,
      body: (
        <>
          <h1>{title}</h1>
          <p class="lead">{say(language, phrases.lead)}</p>
          {rows.map((row) => (
            <ConflictNote row={row} language={language} />
          ))}
          <Table
            caption={title}
            hideCaption
            columns={heads.map((head) => ({
              head: inLanguage(language, head),
              isNumber: head === registered || head === atRisk || head === cards,
            }))}
            rows={rows.map((row) => cellsOf(row, language))}
            empty={say(language, phrases.none)}
          />
        </>
      ),
    };
  },
};
