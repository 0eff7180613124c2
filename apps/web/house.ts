// What the web program holds for all requests, and what one signed-in person's request adds to it.
import { stateOf } from '../../activities/deciders.ts';
import type { Act, Office } from '../../domain/actor.ts';
import { officeDay } from '../../domain/calendar.ts';
import { actorDecider, type Role } from '../../domain/office/decider.ts';
import { SECOND_FACTOR_ACTS } from '../../domain/office/second-factor.ts';
import type { Sealed } from '../../domain/sealed.ts';
import type { UploadFolder } from '../../infra/documents/upload-folder.ts';
import type { Account, Identity } from '../../infra/identity/identity.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { Session } from '../cli/session.ts';
import type { Language } from '../copy/format.ts';
import type { StackStatus } from '../supervisor/status.ts';
import type { Assets } from './assets.ts';

/** A session of the house in which nobody acts yet: the gateway, the log, keys, papers, read models. */
export type Desk = Session & {
  /** Files that are on their way in from browsers. */
  readonly uploads: UploadFolder;
};

export type House = {
  readonly desk: Desk;
  readonly identity: Identity;
  readonly assets: Assets;
  /** As browsers see it, without a slash at its end. */
  readonly publicUrl: string;
  /** Services and programs of this installation; undefined where no supervisor of ours runs them. */
  stack(): Promise<StackStatus | undefined>;
};

/** Who is signed in: office and roles as their own stream says them today. */
export type Visitor = {
  readonly account: Account;
  readonly actorId: string;
  readonly name: string;
  readonly office: Office;
  /** Held today, lent ones too. */
  readonly roles: readonly Role[];
  /** They decide, pay, audit or administer, and have no second factor yet. */
  readonly mustEnrol: boolean;
};

/** One request of one person. Acts and questions go through `desk`, in this person's name. */
export type Visit = {
  readonly house: House;
  readonly visitor: Visitor;
  readonly language: Language;
  readonly desk: Desk;
  /** Of the request: the session's cookie is in them. */
  readonly headers: Headers;
  /** Path and query, to come back to. */
  readonly here: string;
  readonly query: URLSearchParams;
};

type Registered = { readonly name: Sealed };

const nameOf = async (desk: Desk, data: Registered | undefined): Promise<string> => {
  if (data === undefined) return '';
  const [opened] = await desk.keys.openMany([data.name]);
  return opened?.status === 'opened' ? opened.value : '';
};

export const needsSecondFactor = (acts: readonly Act[]): boolean =>
  acts.some((act) => SECOND_FACTOR_ACTS.includes(act));

/** Undefined when the person was never registered: an account without a person opens nothing. */
export const visitorOf = async (
  { desk }: Pick<House, 'desk'>,
  account: Account,
): Promise<Visitor | undefined> => {
  const { actorId } = account;
  const history = await desk.store.loadStream(streamIds.actor(actorId));
  const state = stateOf(actorDecider, history);
  if (state.actorId === null) return undefined;
  const today = officeDay(desk.now());
  const roles = state.roles.filter(({ from, to }) => from <= today && (to === null || today <= to));
  const registered = history.find(({ type }) => type === 'ActorRegistered');
  return {
    account,
    actorId,
    name: await nameOf(desk, registered?.data as Registered | undefined),
    office: state.office,
    roles,
    mustEnrol:
      !account.secondFactor && !account.demo && needsSecondFactor(roles.map(({ act }) => act)),
  };
};

/** The same house at one person's desk; `commandId` repeats a command that was sent before. */
export const deskOf = (
  { desk }: Pick<House, 'desk'>,
  of: {
    readonly actorId: string;
    readonly language: Language;
    readonly commandId?: string | undefined;
    readonly reason?: string | undefined;
  },
): Desk => ({
  ...desk,
  actorId: of.actorId,
  language: of.language,
  commandId: of.commandId,
  reason: of.reason,
});
