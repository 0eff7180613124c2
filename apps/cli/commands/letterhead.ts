// `lindung letter head|signer`: what stands on the letters of an office, and who signs them, by day.
import type { Command } from 'commander';
import { OFFICES, type Office } from '../../../domain/actor.ts';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import type { Letterhead } from '../../../domain/letter/letter-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { offices, wordOf } from '../../copy/code-words.ts';
import { formatDay } from '../../copy/format.ts';
import { letterPhrases as phrases } from '../../copy/letter-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { areaOption, dayOption, oneOf } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { kelurahanText } from '../place-words.ts';
import { answerOutcome, envelope, isRefused, type Session } from '../session.ts';

type HeadOptions = Letterhead & {
  readonly office: Office;
  readonly area: string;
  readonly from?: LocalDate;
};
type SignerOptions = {
  readonly office: Office;
  readonly area: string;
  readonly title: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
};

const setHead = async (session: Session, options: HeadOptions): Promise<Outcome> => {
  const { language } = session;
  const { office, area, name, address, contact, place, code } = options;
  const from = options.from ?? officeDay(session.now());
  const letterheadId = streamIds.letterhead(office, area);
  const head = { name, address, contact, place, code: code.toUpperCase() };
  const answer = await session.gateway.send(
    envelope(session, 'letterhead', letterheadId, {
      type: 'SetLetterhead',
      data: { letterheadId, office, area, from, head },
    }),
  );
  const words = { office: wordOf(offices, office, language), area: kelurahanText(area) };
  const said = say(language, phrases.headSet, { ...words, day: formatDay(from, language) });
  return answerOutcome(session, answer, isRefused(answer) ? [] : [said]);
};

const nameSigner = async (
  session: Session,
  actorId: string,
  { office, area, title, ...options }: SignerOptions,
): Promise<Outcome> => {
  const { language } = session;
  const { from = officeDay(session.now()), to = null } = options;
  const letterheadId = streamIds.letterhead(office, area);
  const answer = await session.gateway.send(
    envelope(session, 'letterhead', letterheadId, {
      type: 'NameSigner',
      data: { letterheadId, office, area, actorId, title, from, to, worksAt: null },
    }),
  );
  const words = { office: wordOf(offices, office, language), area: kelurahanText(area) };
  const who = { actor: actorId, title, day: formatDay(from, language) };
  const said = say(language, phrases.signerNamed, { ...words, ...who });
  return answerOutcome(session, answer, isRefused(answer) ? [] : [said]);
};

const officesOfPeople = OFFICES.filter((office) => office !== 'SYSTEM');

export const registerLetterhead = (letter: Command, cli: Cli): void => {
  letter
    .command('head')
    .requiredOption('--office <office>', '', oneOf(officesOfPeople))
    .requiredOption('--area <code>', '', areaOption)
    .requiredOption('--name <name>')
    .requiredOption('--address <text>')
    .requiredOption('--contact <text>')
    .requiredOption('--place <place>')
    .requiredOption('--code <code>')
    .option('--from <date>', '', dayOption)
    .action((options: HeadOptions) => cli.act((session) => setHead(session, options)));
  letter
    .command('signer')
    .argument('<actor>')
    .requiredOption('--office <office>', '', oneOf(officesOfPeople))
    .requiredOption('--area <code>', '', areaOption)
    .requiredOption('--title <text>')
    .option('--from <date>', '', dayOption)
    .option('--to <date>', '', dayOption)
    .action((actorId: string, options: SignerOptions) =>
      cli.act((session) => nameSigner(session, actorId, options)),
    );
};
