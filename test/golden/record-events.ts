// Records the golden files of new events and new versions; a file that exists is never written again.
import { eventGoldens, recordGoldens } from './event-goldens.ts';
import { shownEvents } from './event-samples.ts';

const { recorded, refused } = recordGoldens(eventGoldens, shownEvents);
for (const name of recorded) process.stdout.write(`recorded ${name}\n`);
for (const name of refused) {
  process.stderr.write(
    `refused ${name}: its sample says something else. A golden file is never edited: raise the ` +
      'schemaVersion in domain/catalogue.ts, write the upcaster, and record the new version.\n',
  );
}
process.stdout.write(`golden files: ${recorded.length} recorded, ${refused.length} refused\n`);
if (refused.length > 0) process.exitCode = 1;
