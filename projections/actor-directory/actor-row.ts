// One row per person of an office, with every role ever held and its dates.
import type { Act, Office } from '../../domain/actor.ts';
import { assertNever } from '../../domain/decider.ts';
import type { RoleLimit } from '../../domain/office/events.ts';
import type { Sealed } from '../../domain/sealed.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type HeldRole = {
  readonly act: Act;
  readonly area: string;
  readonly from: string;
  /** Last day of the letter; null: until it is ended. */
  readonly to: string | null;
  readonly letter: string;
  /** Null: without a limit of sum or benefit. */
  readonly limit: RoleLimit | null;
  /** The principal, when the role is borrowed. */
  readonly principalId: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
};

export type ActorRow = {
  readonly actorId: string;
  readonly office: Office;
  readonly name: Sealed;
  readonly roles: readonly HeldRole[];
  readonly registeredAt: string;
  readonly version: number;
  readonly position: string;
};

export const actorTable: KeyedTable<ActorRow> = {
  name: 'rm.actor_directory_v2',
  key: 'actorId',
  columns: {
    actorId: 'text not null',
    office: 'text not null',
    name: 'jsonb not null',
    roles: 'jsonb not null',
    registeredAt: 'timestamptz not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(office, actor_id)'],
};

type ActorRecorded = RecordedIn<'actor'>;
type Ended = Extract<ActorRecorded, { type: 'RoleEnded' }>;

/** A role ended on a day is no longer held on that day; one that ran out before stays as it was. */
const endRoles = (roles: readonly HeldRole[], { data }: Ended): readonly HeldRole[] =>
  roles.map((role) => {
    const lasts = role.to === null || role.to >= data.on;
    const open = role.endedOn === null || role.endedOn > data.on;
    return role.act === data.act && lasts && open
      ? { ...role, endedOn: data.on, endReason: data.reason }
      : role;
  });

const rolesAfter = (
  roles: readonly HeldRole[],
  event: Exclude<ActorRecorded, { type: 'ActorRegistered' }>,
): readonly HeldRole[] => {
  switch (event.type) {
    case 'RoleAppointed': {
      const { act, area, from, to, letter, limit = null } = event.data;
      const open = { limit, principalId: null, endedOn: null, endReason: null };
      return [...roles, { act, area, from, to, letter, ...open }];
    }
    case 'RoleDelegated': {
      const { act, area, from, to, letter, principalId } = event.data;
      return [
        ...roles,
        { act, area, from, to, letter, principalId, limit: null, endedOn: null, endReason: null },
      ];
    }
    case 'RoleEnded':
      return endRoles(roles, event);
    default:
      return assertNever(event, 'actor event');
  }
};

export const actorFold: RowFold<ActorRow> = {
  table: actorTable,
  keysOf: (event) => (event.category === 'actor' ? [event.data.actorId] : []),
  fold(row, event) {
    if (event.category !== 'actor') return row;
    const { version, position, effectiveAt } = event;
    if (event.type === 'ActorRegistered') {
      const { actorId, office, name } = event.data;
      return { actorId, office, name, roles: [], registeredAt: effectiveAt, version, position };
    }
    if (row === undefined) return orphaned(event);
    return { ...row, roles: rolesAfter(row.roles, event), version };
  },
};
