// The house examines itself at night: each place where it differs from its log becomes a case with an owner.
import { systemActor } from '../domain/actor.ts';
import { addDays, type LocalDate, localDate, officeDay } from '../domain/calendar.ts';
import type { CommandsByCategory } from '../domain/command.ts';
import { authorise } from '../domain/office/authority.ts';
import { actorDecider } from '../domain/office/decider.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Activities } from './activities.ts';
import { type Acting, decideAndAppend } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import type { Ports } from './ports.ts';
import { allOf, isBefore } from './stored-events.ts';

const SELF = 'SELF';
const ANSWER_DAYS = 14;
const NO_END = localDate('9999-12-31');

const holdsHouse = (history: readonly StoredEvent[], day: LocalDate): boolean =>
  'by' in authorise(stateOf(actorDecider, history), { act: 'administer', area: null, day });

/** Whoever keeps the house answers for it: of those who administer today, the first appointed. */
const keeper = async ({ store }: Ports, today: LocalDate): Promise<string> => {
  const actors = await store.loadStreams(await store.streamsOf('actor'));
  const held = [...actors.values()].filter((history) => holdsHouse(history, today)).flat();
  const first = held
    .toSorted((one, other) => (isBefore(one, other) ? -1 : 1))
    .find((event) => allOf([event], 'RoleAppointed').some(({ act }) => act === 'administer'));
  return allOf(first === undefined ? [] : [first], 'RoleAppointed')[0]?.actorId ?? systemActor.id;
};

const record = async (
  ports: Ports,
  examinationId: string,
  command: CommandsByCategory['examination'],
): Promise<void> => {
  const acting: Acting = { by: systemActor, now: ports.clock(), origin: 'live' };
  const commandId = ports.ids.random();
  const answer = await decideAndAppend(
    ports,
    {
      ...{ category: 'examination', streamId: examinationId, command, commandId },
      ...{ actorId: systemActor.id, correlationId: commandId },
    },
    { acting },
  );
  if (answer.status === 'refused') throw new Error(`${command.type} was refused: ${answer.code}`);
};

export const createSelfAudit = (ports: Ports): Pick<Activities, 'auditSelf'> => ({
  async auditSelf() {
    const found = await ports.examineHouse();
    if (found.length === 0) return 0;
    const examinationId = ports.ids.examination(systemActor.office, SELF);
    const today = officeDay(ports.clock());
    if ((await ports.store.loadStream(examinationId)).length === 0)
      await record(ports, examinationId, {
        type: 'OpenExamination',
        data: {
          ...{ examinationId, kind: 'SELF', number: SELF, office: systemActor.office },
          ...{ team: [systemActor.id], from: today, to: NO_END, area: '' },
          scope: 'selisih terhadap catatan sendiri',
        },
      });
    const auditee = await keeper(ports, today);
    const dueOn = addDays(today, ANSWER_DAYS);
    for (const divergence of found)
      await record(ports, examinationId, {
        type: 'NoteDivergence',
        data: { ...divergence, auditee, dueOn },
      });
    return found.length;
  },
});
