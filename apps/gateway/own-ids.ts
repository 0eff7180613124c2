// Command ids that the gateway gave out itself: on its first way in, such a command is surely new.
import { streamIds } from '../../infra/ids/stream-ids.ts';

export type OwnIds = {
  give(): string;
  /** True once: whoever sends the id again may have been answered before. */
  isFirst(commandId: string): boolean;
};

/** Given, and not sent yet; beyond this the oldest is looked up like anybody else's. */
const WAITING_MAX = 1_000;

export const openOwnIds = (): OwnIds => {
  const given = new Set<string>();
  return {
    give() {
      const id = streamIds.random();
      given.add(id);
      const [oldest] = given;
      if (WAITING_MAX < given.size && oldest !== undefined) given.delete(oldest);
      return id;
    },
    isFirst: (commandId) => given.delete(commandId),
  };
};
