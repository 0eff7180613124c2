// `lindung audit …`: the history of a stream, as it was recorded.
import { type Command, InvalidArgumentError } from 'commander';
import { streamTimeline, type TimelineEntry } from '../../../projections/timeline.ts';
import { eventText } from '../../copy/catalogue.ts';
import { formatInstant } from '../../copy/format.ts';
import type { Cli } from '../cli.ts';
import { done, foundWrong } from '../outcome.ts';
import type { Session } from '../session.ts';

/** `claim-<uuid>` or the bare uuid. */
const streamOption = (text: string): string => {
  const id = text.toLowerCase().match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)?.[0];
  if (id === undefined) throw new InvalidArgumentError('mis. claim-<uuid> / e.g. claim-<uuid>');
  return id;
};

const entryLines = (session: Session, entry: TimelineEntry): readonly string[] => {
  const { actor } = entry;
  const behalf = actor.onBehalfOf === undefined ? '' : ` a.n./for ${actor.onBehalfOf}`;
  return [
    `#${entry.position} v${entry.version} ${formatInstant(entry.effectiveAt, session.language)}` +
      `${entry.origin === 'historic' ? ' (historis / historic)' : ''}`,
    `   ${eventText(entry.type, session.language)}`,
    `   ${actor.id}, ${actor.office}, ${actor.act}${behalf} (${actor.letter})` +
      `${entry.reason === undefined ? '' : `: ${entry.reason}`}`,
  ];
};

export const registerAudit = (program: Command, cli: Cli): void => {
  const audit = program.command('audit').description('pemeriksaan sejarah / audit of history');
  audit
    .command('timeline')
    .description('sejarah satu aliran: siapa, apa, kapan, atas dasar apa / history of a stream')
    .argument('<stream>', 'claim-<uuid>, worker-<uuid>, …', streamOption)
    .action((streamId: string) =>
      cli.perform(async (session) => {
        const timeline = await streamTimeline(session.store, streamId);
        if (timeline.length === 0)
          return foundWrong({ streamId, events: [] }, ['aliran tidak ditemukan / no such stream']);
        return done(
          { streamId, events: timeline },
          timeline.flatMap((entry) => entryLines(session, entry)),
        );
      }),
    );
};
