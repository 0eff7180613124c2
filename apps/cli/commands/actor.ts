// `lindung actor …`: people of the offices, their acts, and what is delegated to them.
import type { Command } from 'commander';
import { ACTS, type Act, OFFICES, type Office } from '../../../domain/actor.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import { officeDay } from '../../../domain/calendar.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { listActors } from '../../../projections/actor-directory.ts';
import type { Cli } from '../cli.ts';
import { collect, dayOption, oneOf } from '../option-values.ts';
import { done, table } from '../outcome.ts';
import {
  answerOutcome,
  envelope,
  isRefused,
  newCommandId,
  type Session,
  sealFields,
} from '../session.ts';

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

const registerAndAppoint = async (session: Session, actorId: string, options: AddOptions) => {
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
  const line = `${actorId} (${options.office}): ${acts.join(', ')}`;
  return done({ status: 'recorded', actorId, office: options.office, acts }, [line]);
};

const addActor = (program: Command, cli: Cli): void => {
  program
    .command('add')
    .description('daftarkan petugas dan kewenangannya / register a person and their acts')
    .argument('<actor>', 'nama akun, mis. verifikator-ani / account name')
    .requiredOption('--office <office>', OFFICES.join(' | '), oneOf(OFFICES))
    .requiredOption('--name <name>', 'nama orang (disegel) / name of the person (sealed)')
    .requiredOption('--act <acts>', `${ACTS.join(', ')}`, collect(oneOf(ACTS)))
    .requiredOption('--area <code>', 'kode wilayah, mis. 64.74 / area code')
    .requiredOption('--letter <letter>', 'nomor surat penunjukan / letter of appointment')
    .option('--from <date>', 'berlaku sejak / valid from', dayOption)
    .option('--to <date>', 'berlaku sampai / valid until', dayOption)
    .option('--first', 'administrator pertama instalasi ini / first administrator')
    .action((actorId: string, options: AddOptions) =>
      cli.perform((session) => registerAndAppoint(session, actorId, options)),
    );
};

const delegateRole = (program: Command, cli: Cli): void => {
  program
    .command('delegate')
    .description('limpahkan kewenangan untuk sementara / delegate an act for a time')
    .argument('<principal>', 'yang melimpahkan / who delegates')
    .argument('<delegate>', 'yang menerima / who receives')
    .requiredOption('--act <act>', ACTS.join(' | '), oneOf(ACTS))
    .requiredOption('--area <code>', 'kode wilayah / area code')
    .requiredOption('--from <date>', 'sejak / from', dayOption)
    .requiredOption('--to <date>', 'sampai / until', dayOption)
    .requiredOption('--letter <letter>', 'nomor surat / letter')
    .action(
      (
        principalId: string,
        delegateId: string,
        options: { act: Act; area: string; from: LocalDate; to: LocalDate; letter: string },
      ) =>
        cli.perform(async (session) => {
          const answer = await session.gateway.send(
            envelope(session, 'actor', streamIds.actor(delegateId), {
              type: 'DelegateRole',
              data: { actorId: delegateId, principalId, ...options, principalHolds: false },
            }),
          );
          return answerOutcome(session, answer, [
            `${principalId} → ${delegateId}: ${options.act} ${options.from} – ${options.to}`,
          ]);
        }),
    );
};

export const registerActor = (program: Command, cli: Cli): void => {
  const actor = program
    .command('actor')
    .description('petugas, kewenangan, pelimpahan / people, acts, delegation');
  addActor(actor, cli);
  delegateRole(actor, cli);
  actor
    .command('list')
    .description('daftar petugas dan kewenangan / people and their acts')
    .action(() =>
      cli.perform(async (session) => {
        const actors = await listActors(session.db);
        return done(
          actors,
          table([
            ['akun', 'kantor', 'kewenangan'],
            ...actors.map((row) => [
              row.actorId,
              row.office,
              row.roles.map((role) => role.act).join(', '),
            ]),
          ]),
        );
      }),
    );
};
