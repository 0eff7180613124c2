// Authority for what no command records: opening personal data, destroying a key, repairing the log.
import { authoriseAct } from '../../activities/authority.ts';
import type { Act } from '../../domain/actor.ts';
import { contentHash } from '../../infra/event-store/content-hash.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { refusalText } from '../copy/catalogue.ts';
import { foundWrong, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

/** Undefined when the acting person holds one of the acts there; else the refusal to print. */
export const refusedAct = async (
  session: Session,
  acts: readonly [Act, ...Act[]],
  area: string | null,
): Promise<Outcome | undefined> => {
  const ports = {
    store: session.store,
    ids: streamIds,
    keys: session.keys,
    clock: session.now,
    hash: contentHash,
    fault: () => undefined,
  };
  let last: Outcome | undefined;
  for (const act of acts) {
    const authority = await authoriseAct(ports, session.actorId, { act, area });
    if ('acting' in authority) return undefined;
    const text = refusalText(authority, session.language);
    last = foundWrong({ ...authority, text }, [`ditolak / refused [${authority.code}]: ${text}`]);
  }
  return last;
};
