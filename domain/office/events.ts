// Stream `actor-…`: a person of an office, the acts they may do, and what was delegated to them.
import type { Act, Office } from '../actor.ts';
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { Sealed } from '../sealed.ts';

export type ActorRegistered = {
  readonly type: 'ActorRegistered';
  readonly data: { readonly actorId: string; readonly office: Office; readonly name: Sealed };
};

/** Up to which sum, and for which benefits, the letter lets the person decide. */
export type RoleLimit = {
  readonly upToIdr?: RupiahText;
  readonly benefits?: readonly string[];
};

export type RoleAppointed = {
  readonly type: 'RoleAppointed';
  readonly data: {
    readonly actorId: string;
    readonly act: Act;
    /** Kemendagri code prefix of the area, e.g. `64.74` or `64.74.02.1001`. */
    readonly area: string;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
    readonly letter: string;
    /** Absent: without a limit. */
    readonly limit?: RoleLimit;
  };
};

export type RoleDelegated = {
  readonly type: 'RoleDelegated';
  readonly data: {
    readonly actorId: string;
    readonly principalId: string;
    readonly act: Act;
    readonly area: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly letter: string;
  };
};

export type RoleEnded = {
  readonly type: 'RoleEnded';
  readonly data: {
    readonly actorId: string;
    readonly act: Act;
    readonly on: LocalDate;
    readonly reason: string;
  };
};

export type ActorEvent = ActorRegistered | RoleAppointed | RoleDelegated | RoleEnded;

export type ActorCommand =
  | {
      readonly type: 'RegisterActor';
      readonly data: ActorRegistered['data'] & {
        /** True once per installation: nobody exists yet who could appoint this person. */
        readonly firstAdministrator: boolean;
        /** The letter that makes the first administrator; needed with `firstAdministrator`. */
        readonly appointment?: {
          readonly area: string;
          readonly from: LocalDate;
          readonly to: LocalDate | null;
          readonly letter: string;
        };
      };
    }
  | { readonly type: 'AppointRole'; readonly data: RoleAppointed['data'] }
  | {
      readonly type: 'DelegateRole';
      /**
       * `principalHolds`: collected inside the command from the principal's stream. True when the
       * principal holds the act in the area for the whole period by a role of their own.
       */
      readonly data: RoleDelegated['data'] & { readonly principalHolds: boolean };
    }
  | { readonly type: 'EndRole'; readonly data: RoleEnded['data'] };

/** Stage codes of an actor. */
export type ActorStage = 'UNKNOWN' | 'REGISTERED';
