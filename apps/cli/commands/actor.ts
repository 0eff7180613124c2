// `lindung actor …`: people of the offices, their acts, and what is delegated to them.
import type { Command } from 'commander';
import { ACTS, type Act, OFFICES, type Office } from '../../../domain/actor.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import { officeDay } from '../../../domain/calendar.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { HeldRole } from '../../../projections/actor-directory/actor-row.ts';
import { isHeldOn, listActors } from '../../../projections/actor-directory.ts';
import { acts as actWords, offices, wordOf } from '../../copy/code-words.ts';
import { formatDay, type Language } from '../../copy/format.ts';
import { officeColumns, officePhrases } from '../../copy/office-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { areaOption, collect, dayOption, oneOf } from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import {
  answerOutcome,
  envelope,
  isRefused,
  newCommandId,
  type Session,
  sealFields,
} from '../session.ts';
import { registerActorRoles } from './actor-roles.ts';

type AddOptions = {
  office: Office;
  name: string;
  act: readonly Act[];
  area: string;
  from?: LocalDate;
  to?: LocalDate;
  letter: string;
  first?: boolean;
};

const appoint = (
  session: Session,
  wish: { actorId: string; act: Act; commandId: string; options: AddOptions },
) => {
  const { actorId, act, commandId, options } = wish;
  return session.gateway.send({
    ...envelope(session, 'actor', streamIds.actor(actorId), {
      type: 'AppointRole',
      data: {
        actorId,
        act,
        area: options.area,
        from: options.from ?? officeDay(session.now()),
        to: options.to ?? null,
        letter: options.letter,
      },
    }),
    commandId: streamIds.derived(commandId, `appoint ${act}`),
  });
};

const wordsOf = (acts: readonly string[], language: Language): string =>
  acts.map((act) => wordOf(actWords, act, language)).join(', ');

const registerAndAppoint = async (session: Session, actorId: string, options: AddOptions) => {
  // Two commands, of which only the second holds the letter: nobody is registered halfway.
  const texts = { letter: options.letter };
  const named = await session.gateway.personIn({ texts, streams: [] });
  if (named !== undefined) return answerOutcome(session, named, []);
  const stream = streamIds.actor(actorId);
  const commandId = newCommandId(session);
  const sealed = await sealFields(session, stream, commandId, {
    name: ['actor.name', options.name],
  });
  const isFirst = options.first === true;
  const { area, letter } = options;
  const from = options.from ?? officeDay(session.now());
  const data = {
    actorId,
    office: options.office,
    firstAdministrator: isFirst,
    // Nobody exists yet who could appoint the first one: the letter comes with the registration.
    ...(isFirst && { appointment: { area, from, to: options.to ?? null, letter } }),
    ...sealed,
  };
  const registered = await session.gateway.send({
    ...envelope(session, 'actor', stream, { type: 'RegisterActor', data }),
    commandId,
    // The first administrator registers themselves; the engine lets it happen once.
    ...(isFirst && { actorId }),
  });
  if (isRefused(registered)) return answerOutcome(session, registered, []);
  for (const act of isFirst ? [] : options.act) {
    const appointed = await appoint(session, { actorId, act, commandId, options });
    if (isRefused(appointed)) return answerOutcome(session, appointed, []);
  }
  const acts = isFirst ? ['administer'] : options.act;
  const line = say(session.language, officePhrases.actorAdded, {
    actor: actorId,
    office: wordOf(offices, options.office, session.language),
    acts: wordsOf(acts, session.language),
  });
  return done({ status: 'recorded', actorId, office: options.office, acts }, [line]);
};

const addActor = (program: Command, cli: Cli): void => {
  program
    .command('add')
    .argument('<actor>')
    .requiredOption('--office <office>', '', oneOf(OFFICES))
    .requiredOption('--name <name>')
    .requiredOption('--act <acts>', '', collect(oneOf(ACTS)))
    .requiredOption('--area <code>', '', areaOption)
    .requiredOption('--letter <letter>')
    .option('--from <date>', '', dayOption)
    .option('--to <date>', '', dayOption)
    .option('--first')
    .action((actorId: string, options: AddOptions) =>
      // The first administrator registers themselves: nobody is there to act for them.
      (options.first === true ? cli.perform : cli.act)((session) =>
        registerAndAppoint(session, actorId, options),
      ),
    );
};

const delegateRole = (program: Command, cli: Cli): void => {
  program
    .command('delegate')
    .argument('<principal>')
    .argument('<delegate>')
    .requiredOption('--act <act>', '', oneOf(ACTS))
    .requiredOption('--area <code>', '', areaOption)
    .requiredOption('--from <date>', '', dayOption)
    .requiredOption('--to <date>', '', dayOption)
    .requiredOption('--letter <letter>')
    .action(
      (
        principalId: string,
        delegateId: string,
        options: { act: Act; area: string; from: LocalDate; to: LocalDate; letter: string },
      ) =>
        cli.act(async (session) => {
          const { language } = session;
          const answer = await session.gateway.send(
            envelope(session, 'actor', streamIds.actor(delegateId), {
              type: 'DelegateRole',
              data: { actorId: delegateId, principalId, ...options, principalHolds: false },
            }),
          );
          return answerOutcome(session, answer, [
            say(language, officePhrases.delegated, {
              principal: principalId,
              delegate: delegateId,
              act: wordOf(actWords, options.act, language),
              from: formatDay(options.from, language),
              to: formatDay(options.to, language),
            }),
          ]);
        }),
    );
};

const roleText = ({ act, principalId }: HeldRole, language: Language): string => {
  const word = wordOf(actWords, act, language);
  return principalId === null
    ? word
    : `${word} (${say(language, officePhrases.lent, { principal: principalId })})`;
};

const listed = async (session: Session): Promise<Outcome> => {
  const { language } = session;
  const today = officeDay(session.now());
  const actors = await listActors(session.db);
  const { account, office, acts } = officeColumns;
  const lines = pageLines(language, {
    columns: [account, office, acts],
    rows: actors.map((row) => [
      row.actorId,
      wordOf(offices, row.office, language),
      row.roles
        .filter((role) => isHeldOn(role, today))
        .map((role) => roleText(role, language))
        .join(', '),
    ]),
    empty: say(language, officePhrases.actorsNone),
  });
  return done(actors, lines);
};

export const registerActor = (program: Command, cli: Cli): void => {
  const actor = program.command('actor');
  addActor(actor, cli);
  delegateRole(actor, cli);
  registerActorRoles(actor, cli);
  actor.command('list').action(() => cli.perform(listed));
};
