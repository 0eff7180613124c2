// `lindung card print`: the file a card printer needs, one line per card with the content of its QR.
import type { Command } from 'commander';
import type { Acts } from '../../../domain/office/reading-acts.ts';
import { cardTokens, qrContent } from '../../../infra/cards/card-token.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { csvLine } from '../../../infra/rosters/csv-cell.ts';
import { listMembers, type Member } from '../../../projections/member-roster.ts';
import { peoplePhrases as phrases } from '../../copy/people-phrases.ts';
import { say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { idOption, kelurahanOption } from '../option-values.ts';
import { done } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import type { Session } from '../session.ts';

type PrintOptions = {
  readonly output: string;
  readonly roster?: string;
  readonly kelurahan?: string;
  readonly handedOver?: boolean;
};

/** The content of a QR hands a card over: only who prints or hands over cards may have it. */
const MAY_PRINT: Acts = ['register-workers', 'hand-over-card'];
const PAGE = 1_000;

const cardsOf = async (session: Session, options: PrintOptions): Promise<readonly Member[]> => {
  const found: Member[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listMembers>> = await listMembers(session.db, {
      limit: PAGE,
      ...(options.handedOver !== true && { cardState: 'ISSUED' as const }),
      ...(options.roster !== undefined && { rosterId: options.roster }),
      ...(options.kelurahan !== undefined && { kelurahan: options.kelurahan }),
      ...(cursor !== null && { cursor }),
    });
    // A card of somebody who died is not handed over any more.
    found.push(...page.rows.filter(({ cardId, stage }) => cardId !== null && stage === 'ENROLLED'));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
};

const HEAD = ['KARTU', 'PEKERJA', 'KELURAHAN', 'QR'];

const printFile = async (session: Session, options: PrintOptions) => {
  const refusal = await refusedAct(session, MAY_PRINT, options.kelurahan ?? null);
  if (refusal !== undefined) return refusal;
  const tokens = cardTokens(session.keys);
  const members = await cardsOf(session, options);
  const { webUrl } = readSettings();
  const lines: string[] = [];
  for (const { cardId, coverStart, kelurahan, workerId } of members) {
    const token = await tokens.sign({ cardId: cardId ?? '', validFrom: coverStart ?? '' });
    lines.push(csvLine([cardId ?? '', workerId, kelurahan, qrContent(token, webUrl)]));
  }
  await writePrivateFile(options.output, csvLine(HEAD) + lines.join(''));
  const { output: path } = options;
  const cards = members.length;
  return done({ cards, file: path }, [
    say(session.language, phrases.cardsPrinted, { cards, path }),
  ]);
};

export const registerCardPrint = (card: Command, cli: Cli): void => {
  card
    .command('print')
    .requiredOption('-o, --output <file>')
    .option('--roster <id>', '', idOption)
    .option('--kelurahan <code>', '', kelurahanOption)
    .option('--handed-over')
    .action((options: PrintOptions) => cli.act((session) => printFile(session, options)));
};
