// Whose case a form is about, said above it: number, worker, place, kind, stage; for a decision the money.
import { claimKindOf } from '../../../domain/claim/kind.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { sightOf } from '../../../domain/office/visibility.ts';
import type { ClaimFileRow } from '../../../projections/claim-file/file-row.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { workerById } from '../../../projections/member-roster.ts';
import type { PayableRow } from '../../../projections/payout-ledger/payable-row.ts';
import { payableById } from '../../../projections/payout-ledger.ts';
import { kelurahanText } from '../../cli/place-words.ts';
import { lineName } from '../../copy/benefits.ts';
import { claimStages } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { figuresIn, formatRupiah } from '../../copy/format.ts';
import { claimKinds } from '../../copy/incident-phrases.ts';
import { payableStages } from '../../copy/money-words.ts';
import { inLanguage, say } from '../../copy/text.ts';
import type { Visit } from '../house.ts';
import { Facts, Table } from '../parts/data-parts.tsx';
import type { Html } from '../screen.ts';
import { caseHeadPhrases as phrases } from './case-head-phrases.ts';
import { claimNumber } from './claim-number.ts';
import { officersNamed } from './officers.ts';
import { payeesOf } from './payees.ts';
import { workerNames } from './worker-names.ts';

export type Head = {
  /** In the title of the window, so that two tabs are told apart. */
  readonly name: string;
  readonly body: Html;
};

/** Acts that decide what is paid: whoever does them sees to whom, and out of what lines. */
const ABOUT_MONEY: readonly string[] = ['RecommendClaim', 'ApproveClaim'];

/** Acts on what somebody else recommended. */
const DECIDES: readonly string[] = ['ApproveClaim', 'ReturnClaim', 'RejectClaim', 'EscalateClaim'];

const WHOLE = 'whole';

const payeeText = async (
  visit: Visit,
  row: Pick<PayableRow, 'payableId' | 'payee'>,
): Promise<string> => {
  const { name, bank, account } = (await payeesOf(visit, [row]))(row.payableId);
  return [name, bank, account].filter((part) => part !== null).join(' · ') || '–';
};

const Money = async ({ visit, file }: { visit: Visit; file: ClaimFileRow }): Promise<Html> => {
  const { language } = visit;
  const { benefits, heirs } = file.contents;
  const payee = heirs === null ? '–' : await payeeText(visit, { payableId: WHOLE, ...heirs });
  return (
    <>
      <Table
        caption={say(language, phrases.lines)}
        columns={[
          { head: say(language, phrases.line) },
          { head: say(language, phrases.sum), isNumber: true },
        ]}
        rows={(benefits?.lines ?? []).map(({ code, amountIdr, formula, ruleId, article }) => [
          <>
            {lineName(code, language)}
            <span class="sub">{figuresIn(formula, language)}</span>
            <span class="sub">
              {ruleId}; {article}
            </span>
          </>,
          formatRupiah(amountIdr, language),
        ])}
        empty={say(language, phrases.linesNone)}
      />
      <Facts items={[[say(language, phrases.payee), payee]]} />
    </>
  );
};

/** Who recommended it and why, and how far one's own letter reaches. */
const decisionFacts = async (visit: Visit, file: ClaimFileRow) => {
  const { desk, language, visitor } = visit;
  const last = file.contents.decisions.at(-1);
  if (last === undefined) return [];
  const nameOf = await officersNamed(desk, last.recommendedBy);
  const limits = visitor.roles.flatMap(({ act, limit }) =>
    act === 'approve-claim' ? [limit?.upToIdr ?? null] : [],
  );
  const isFree = limits.length === 0 || limits.includes(null);
  const highest = limits
    .flatMap((one) => one ?? [])
    .toSorted(byAmount)
    .at(-1);
  return [
    [say(language, phrases.recommendedBy), last.recommendedBy.map(nameOf).join(' ← ')] as const,
    ...(last.reason === null ? [] : [[say(language, phrases.why), last.reason] as const]),
    ...(isFree || highest === undefined
      ? []
      : [[say(language, phrases.limit), formatRupiah(highest, language)] as const]),
  ];
};

const byAmount = (one: string, other: string): number => Number(BigInt(one) - BigInt(other));

const whoAndWhere = async ({ desk, language, visitor }: Visit, workerId: string) => {
  const kelurahan = (await workerById(desk.db, workerId))?.kelurahan ?? null;
  const name = (await workerNames(desk, visitor, [{ workerId, kelurahan }])).get(workerId);
  return [
    [say(language, phrases.worker), name ?? '–'],
    [say(language, phrases.place), kelurahan === null ? '–' : kelurahanText(kelurahan)],
  ] as const;
};

export const headOfClaim = async (
  visit: Visit,
  claimId: string,
  command: string,
): Promise<Head> => {
  const { desk, language, visitor } = visit;
  const name = claimNumber(claimId);
  const file = await claimFileInLog(desk.store, claimId);
  if (file === undefined) return { name, body: <></> };
  const kind = claimKindOf(file.facts);
  const isSeen = sightOf(visitor.office, 'MONEY') !== 'NONE';
  return {
    name,
    body: (
      <>
        <Facts
          items={[
            [say(language, phrases.claim), <strong>{name}</strong>],
            ...(await whoAndWhere(visit, file.workerId)),
            [say(language, phrases.kind), kind === null ? '–' : wordOf(claimKinds, kind, language)],
            [say(language, phrases.stage), wordOf(claimStages, claimStage(file.facts), language)],
            ...(DECIDES.includes(command) ? await decisionFacts(visit, file) : []),
          ]}
        />
        {isSeen && ABOUT_MONEY.includes(command) ? await Money({ visit, file }) : null}
      </>
    ),
  };
};

export const headOfPayable = async (visit: Visit, payableId: string): Promise<Head> => {
  const { desk, language } = visit;
  const row = await payableById(desk.db, payableId);
  if (row === undefined) return { name: '', body: <></> };
  const name = claimNumber(row.claimId);
  return {
    name,
    body: (
      <Facts
        items={[
          [say(language, phrases.claim), <strong>{name}</strong>],
          ...(await whoAndWhere(visit, row.workerId)),
          [say(language, phrases.payee), await payeeText(visit, row)],
          [say(language, phrases.sum), formatRupiah(row.amountIdr, language)],
          [say(language, phrases.stage), inLanguage(language, payableStages[row.stage])],
        ]}
      />
    ),
  };
};
