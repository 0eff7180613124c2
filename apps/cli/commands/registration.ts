// `lindung registration …`: the file for the BPJS branch, and the branch's answer.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { RegistrationAnswered } from '../../../domain/roster/events.ts';
import { peoplePhrases as phrases } from '../../copy/people-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { followBatch } from '../follow-batch.ts';
import { idOption } from '../option-values.ts';
import { writePrivateFile } from '../private-file.ts';
import { answerOutcome, envelope } from '../session.ts';

export const registerRegistration = (program: Command, cli: Cli): void => {
  const registration = program.command('registration');
  registration
    .command('export')
    .argument('<roster>', '', idOption)
    .requiredOption('-o, --output <path>')
    .action((rosterId: string, options: { output: string }) =>
      cli.act(async (session) => {
        const exported = await session.gateway.exportRegistration(
          envelope(session, 'roster', rosterId, {
            type: 'SubmitRoster',
            data: { workers: 0, fileSha256: '' },
          }),
        );
        if (exported.answer.status === 'refused')
          return answerOutcome(session, exported.answer, []);
        await writePrivateFile(options.output, exported.bytes);
        return answerOutcome(
          session,
          exported.answer,
          [
            say(session.language, phrases.exported, {
              workers: exported.workers,
              path: options.output,
            }),
          ],
          { workers: exported.workers },
        );
      }),
    );
  registration
    .command('ingest')
    .argument('<roster>', '', idOption)
    .argument('<file>')
    .action((rosterId: string, file: string) =>
      cli.act(async (session) => {
        const { sha256: stored } = await session.documents.put(await readFile(file));
        const answer = await session.gateway.answerRegistration(
          envelope(session, 'roster', rosterId, {
            type: 'AnswerRegistration',
            data: { fileSha256: stored, accepted: 0, refused: 0 },
          }),
        );
        if (answer.status === 'refused') return answerOutcome(session, answer, []);
        const progress = await followBatch(session, {
          kind: 'roster',
          id: rosterId,
          step: 'REGISTRATION',
        });
        const answered = (await session.store.loadStream(rosterId)).findLast(
          ({ type }) => type === 'RegistrationAnswered',
        );
        const counts = answered?.data as RegistrationAnswered['data'] | undefined;
        const { accepted = 0, refused = 0 } = counts ?? {};
        return answerOutcome(
          session,
          answer,
          [progress.line, say(session.language, phrases.answered, { accepted, refused })],
          { rosterId, accepted, refused, progress },
        );
      }),
    );
};
