// `lindung actor appoint|end|show`: a further act for a person, its end, and every role they held.
import type { Command } from 'commander';
import { ACTS, type Act } from '../../../domain/actor.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import { officeDay } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import type { RoleLimit } from '../../../domain/office/events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { listActors } from '../../../projections/actor-directory.ts';
import { acts as actWords, offices, wordOf } from '../../copy/code-words.ts';
import { formatDay, formatRupiah, type Language } from '../../copy/format.ts';
import { officeColumns as columns, officePhrases as phrases } from '../../copy/office-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { areaOption, collect, dayOption, oneOf, rupiahOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

/** What a letter may limit an approver to. */
const BENEFITS = ['JKM', 'JKK'] as const;
type Benefit = (typeof BENEFITS)[number];

type AppointOptions = {
  readonly act: Act;
  readonly area: string;
  readonly letter: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly limit?: RupiahText;
  readonly benefit?: readonly Benefit[];
};
type EndOptions = { readonly act: Act; readonly why: string; readonly on?: LocalDate };

const limitOf = ({ limit: upToIdr, benefit: benefits }: AppointOptions) =>
  upToIdr === undefined && benefits === undefined
    ? {}
    : {
        limit: {
          ...(upToIdr !== undefined && { upToIdr }),
          ...(benefits !== undefined && { benefits }),
        },
      };

/** `sampai Rp50.000.000, JKM`; a dash where no letter sets a limit. */
const limitText = (limit: RoleLimit | null, language: Language): string => {
  if (limit === null) return '-';
  const sum = limit.upToIdr === undefined ? [] : [`≤ ${formatRupiah(limit.upToIdr, language)}`];
  return [...sum, ...(limit.benefits ?? [])].join(', ');
};

const appoint = async (session: Session, actorId: string, options: AppointOptions) => {
  const { act, area, letter, to = null, from = officeDay(session.now()) } = options;
  const answer = await session.gateway.send(
    envelope(session, 'actor', streamIds.actor(actorId), {
      type: 'AppointRole',
      data: { actorId, act, area, from, to, letter, ...limitOf(options) },
    }),
  );
  const word = wordOf(actWords, act, session.language);
  const said = say(session.language, phrases.appointed, { actor: actorId, act: word });
  return answerOutcome(session, answer, [said]);
};

const end = async (session: Session, actorId: string, options: EndOptions) => {
  const { language } = session;
  const { act, why: reason, on = officeDay(session.now()) } = options;
  const answer = await session.gateway.send(
    envelope(session, 'actor', streamIds.actor(actorId), {
      type: 'EndRole',
      data: { actorId, act, on, reason },
    }),
  );
  const words = { actor: actorId, act: wordOf(actWords, act, language) };
  const said = say(language, phrases.roleEnded, { ...words, on: formatDay(on, language) });
  return answerOutcome(session, answer, [said]);
};

const show = async (session: Session, actorId: string): Promise<Outcome> => {
  const { language } = session;
  const row = (await listActors(session.db)).find((actor) => actor.actorId === actorId);
  if (row === undefined)
    return refusedWith('ActorUnknown', say(language, phrases.actorUnknown, { actor: actorId }), {
      actorId,
      found: false,
    });
  const { name: _sealed, ...json } = row;
  const day = (date: string | null): string => (date === null ? '-' : formatDay(date, language));
  const lines = pageLines(language, {
    columns: [
      ...[columns.acts, columns.area, columns.limit],
      ...[columns.from, columns.to, columns.letter, columns.lentBy],
    ],
    rows: row.roles.map((role) => [
      wordOf(actWords, role.act, language),
      role.area,
      limitText(role.limit, session.language),
      day(role.from),
      role.endedOn === null ? day(role.to) : `${day(role.endedOn)} (${role.endReason ?? ''})`,
      role.letter,
      role.principalId ?? '-',
    ]),
    empty: say(language, phrases.rolesNone),
  });
  return done(json, [`${actorId}: ${wordOf(offices, row.office, language)}`, ...lines]);
};

export const registerActorRoles = (actor: Command, cli: Cli): void => {
  actor
    .command('appoint')
    .argument('<actor>')
    .requiredOption('--act <act>', '', oneOf(ACTS))
    .requiredOption('--area <code>', '', areaOption)
    .requiredOption('--letter <letter>')
    .option('--from <date>', '', dayOption)
    .option('--to <date>', '', dayOption)
    .option('--limit <rupiah>', '', rupiahOption)
    .option('--benefit <kind>', '', collect(oneOf(BENEFITS)))
    .action((actorId: string, options: AppointOptions) =>
      cli.act((session) => appoint(session, actorId, options)),
    );
  actor
    .command('end')
    .argument('<actor>')
    .requiredOption('--act <act>', '', oneOf(ACTS))
    .requiredOption('--why <text>')
    .option('--on <date>', '', dayOption)
    .action((actorId: string, options: EndOptions) =>
      cli.act((session) => end(session, actorId, options)),
    );
  actor
    .command('show')
    .argument('<actor>')
    .action((actorId: string) => cli.perform((session) => show(session, actorId)));
};
