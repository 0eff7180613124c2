// Lets many command lines of one process speak through one open session (the demo, journeys).
import type { OpenSession } from './cli.ts';
import type { Session } from './session.ts';

/** The acting person, the command id and the reason are each command line's own. */
export const sharedSession =
  (session: Session): OpenSession =>
  (options) =>
    Promise.resolve({
      status: 'open',
      session: {
        ...session,
        actorId: options.as ?? session.actorId,
        commandId: options.commandId,
        reason: options.reason,
        agenda: options.agenda,
        effectiveAt: options.effectiveAt,
        source: options.source,
        language: options.lang ?? session.language,
        close: () => Promise.resolve(),
      },
    });
