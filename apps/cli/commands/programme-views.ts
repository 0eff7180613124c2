// `lindung programme list|show`, `payer list`, `payer mandate list`: who pays what for whom.
import type { Command } from 'commander';
import { type PageWish, pageOfAll } from '../../../projections/page.ts';
import type {
  Mandate,
  ProgrammeRow,
  TrancheRow,
} from '../../../projections/programme-summary/programme-row.ts';
import {
  listProgrammes,
  listTranches,
  programmeById,
} from '../../../projections/programme-summary.ts';
import { flows, mandateModes, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { formatCount, formatDay, formatRupiah, type Language } from '../../copy/format.ts';
import { officeColumns as columns, officePhrases as phrases } from '../../copy/office-phrases.ts';
import { inLanguage, say, type Text } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { cursorOption, idOption, isIdKey, limitOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { headed, pageLines } from '../page-lines.ts';
import type { Session } from '../session.ts';

type Wish = PageWish & { readonly programme?: string };

type Payer = Omit<ProgrammeRow['payers'][number], 'fundingAccount'> & {
  readonly programmeId: string;
};
type Held = Mandate & { readonly programmeId: string };

const PROGRAMME_COLUMNS: readonly Text[] = [
  ...[columns.id, columns.name, columns.sponsor, columns.region],
  ...[columns.payers, columns.mandates],
];
const PAYER_COLUMNS: readonly Text[] = [
  ...[columns.id, columns.entity, columns.fund, columns.bank, columns.from, columns.to],
];
const MANDATE_COLUMNS: readonly Text[] = [
  ...[columns.id, columns.payer, columns.flow, columns.mode, columns.from],
  ...[columns.proposedBy, columns.confirmedBy],
];
const TRANCHE_COLUMNS: readonly Text[] = [
  ...[columns.id, columns.name, columns.coverFrom, columns.quota, columns.seats],
  columns.contribution,
];

const until = (day: string | null, language: Language): string =>
  day === null ? say(language, phrases.untilEnded) : formatDay(day, language);

const payerRow = (payer: Payer, language: Language): readonly string[] => [
  ...[payer.payerId, payer.legalEntity, payer.fund, payer.bank],
  ...[formatDay(payer.from, language), until(payer.to, language)],
];

const mandateRow = (mandate: Held, language: Language): readonly string[] => [
  mandate.mandateId,
  mandate.payerId,
  wordOf(flows, mandate.flow, language),
  wordOf(mandateModes, mandate.mode, language),
  formatDay(mandate.from, language),
  mandate.proposedBy.join(' + '),
  mandate.confirmedBy.join(' + ') || say(language, phrases.mandateWaiting),
];

const trancheRow = (tranche: TrancheRow, language: Language): readonly string[] => [
  tranche.trancheId,
  tranche.name,
  formatDay(tranche.coverFrom, language),
  formatCount(tranche.quota, language),
  formatCount(
    Object.values(tranche.seats).reduce((sum, seats) => sum + seats, 0),
    language,
  ),
  formatRupiah(tranche.monthlyContributionIdr, language),
];

const ofProgramme = async (
  session: Session,
  { programme }: Wish,
): Promise<readonly ProgrammeRow[]> =>
  (await listProgrammes(session.db)).filter(
    ({ programmeId }) => programme === undefined || programmeId === programme,
  );

/** The funding account stays sealed, and its ciphertext is of no use to a list. */
const payersOf = ({ programmeId, payers }: ProgrammeRow) =>
  payers.map(({ fundingAccount: _, ...payer }) => ({ ...payer, programmeId }));

const mandatesOf = ({ programmeId, mandates }: ProgrammeRow): readonly Held[] =>
  mandates.map((mandate) => ({ ...mandate, programmeId }));

/** A list of the programme's few things, by id; every page of it in the same order. */
const registerPaged = <Item>(
  group: Command,
  cli: Cli,
  list: {
    readonly items: (session: Session, wish: Wish) => Promise<readonly Item[]>;
    readonly keyOf: (item: Item) => string;
    readonly rowOf: (item: Item, language: Language) => readonly string[];
    readonly columns: readonly Text[];
    readonly empty: Text;
    readonly json: string;
    readonly isOfProgramme: boolean;
  },
): void => {
  const command = group
    .command('list')
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isIdKey]));
  if (list.isOfProgramme) command.option('--programme <id>', '', idOption);
  command.action((wish: Wish) =>
    cli.perform(async (session) => {
      const { language } = session;
      const page = pageOfAll(await list.items(session, wish), wish, list.keyOf);
      const rows = page.rows.map((item) => list.rowOf(item, language));
      const empty = inLanguage(language, list.empty);
      const lines = pageLines(language, {
        ...{ columns: list.columns, rows, empty, next: page.nextCursor },
      });
      return done({ [list.json]: page.rows, nextCursor: page.nextCursor }, lines);
    }),
  );
};

export const registerPayerList = (payer: Command, cli: Cli): void =>
  registerPaged(payer, cli, {
    items: async (session, wish) => (await ofProgramme(session, wish)).flatMap(payersOf),
    keyOf: ({ payerId }) => payerId,
    rowOf: payerRow,
    columns: PAYER_COLUMNS,
    empty: phrases.payersNone,
    json: 'payers',
    isOfProgramme: true,
  });

export const registerMandateList = (mandate: Command, cli: Cli): void =>
  registerPaged(mandate, cli, {
    items: async (session, wish) => (await ofProgramme(session, wish)).flatMap(mandatesOf),
    keyOf: ({ mandateId }) => mandateId,
    rowOf: mandateRow,
    columns: MANDATE_COLUMNS,
    empty: phrases.mandatesNone,
    json: 'mandates',
    isOfProgramme: true,
  });

const below = (
  language: Language,
  heading: Text,
  list: { readonly columns: readonly Text[]; readonly rows: readonly (readonly string[])[] },
): readonly string[] =>
  list.rows.length === 0
    ? []
    : [
        '',
        inLanguage(language, heading),
        ...headed(language, list.columns, list.rows).map((line) => `  ${line}`),
      ];

const shown = async (session: Session, programmeId: string): Promise<Outcome> => {
  const { language } = session;
  const found = await programmeById(session.db, programmeId);
  if (found === undefined) {
    const sentence = say(language, deskPhrases.programmeNotFound, { id: programmeId });
    return refusedWith('ProgrammeNotFound', sentence, { programmeId, found: false });
  }
  const tranches = await listTranches(session.db, { programmeId });
  const { name, sponsor, region, legalBasis: basis, ageFrom, ageTo } = found;
  const payers = payersOf(found);
  const mandates = mandatesOf(found);
  return done({ ...found, payers, mandates, tranches }, [
    say(language, phrases.programme, { name, id: programmeId }),
    say(language, phrases.programmeBasis, { sponsor, region, basis }),
    say(language, phrases.programmeAges, { from: ageFrom, to: ageTo }),
    ...below(language, columns.payers, {
      columns: PAYER_COLUMNS,
      rows: payers.map((payer) => payerRow(payer, language)),
    }),
    ...below(language, columns.mandates, {
      columns: MANDATE_COLUMNS,
      rows: mandates.map((mandate) => mandateRow(mandate, language)),
    }),
    ...below(language, columns.tranches, {
      columns: TRANCHE_COLUMNS,
      rows: tranches.map((tranche) => trancheRow(tranche, language)),
    }),
  ]);
};

export const registerProgrammeViews = (programme: Command, cli: Cli): void => {
  registerPaged(programme, cli, {
    items: async (session) =>
      (await listProgrammes(session.db)).map((row) => ({ ...row, payers: payersOf(row) })),
    keyOf: ({ programmeId }) => programmeId,
    rowOf: (row) => [
      ...[row.programmeId, row.name, row.sponsor, row.region],
      ...[String(row.payers.length), String(row.mandates.length)],
    ],
    columns: PROGRAMME_COLUMNS,
    empty: phrases.programmesNone,
    json: 'programmes',
    isOfProgramme: false,
  });
  programme
    .command('show')
    .argument('<programme>', '', idOption)
    .action((programmeId: string) => cli.perform((session) => shown(session, programmeId)));
};
