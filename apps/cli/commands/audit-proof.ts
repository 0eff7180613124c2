// `lindung audit verify|key|checkpoint|prove|consistency`: the log proven to those who do not trust us.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { readNote, type SealKey } from '../../../infra/seals/checkpoint.ts';
import { isConsistent } from '../../../infra/seals/merkle.ts';
import { consistencyProof } from '../../../infra/seals/tree-store.ts';
import { type Examined, verifyLog } from '../../../infra/seals/verify-log.ts';
import { findingText, auditPhrases as phrases } from '../../copy/audit-phrases.ts';
import type { Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { proofFile, proofOf } from '../inclusion-proof.ts';
import { latestCheckpoint, noCheckpoint, outsideNotes, withLog } from '../log-proofs.ts';
import { collect, positionOption } from '../option-values.ts';
import { done, foundWrong, type Outcome, refusedWith } from '../outcome.ts';
import type { Session } from '../session.ts';

const PROGRESS_EVERY_MS = 1_000;

const examinedLines = (examined: Examined, language: Language): readonly string[] => {
  const { sealed, seals, position, root, unsealed, outside, findings } = examined;
  const count = findings.length;
  return [
    say(language, phrases.sealed, { count: sealed, seals, position }),
    ...(root === null ? [] : [say(language, phrases.root, { root })]),
    say(language, phrases.unsealed, { count: unsealed.events, after: position }),
    say(language, phrases.outside, { count: outside }),
    ...(count === 0
      ? [say(language, phrases.soundLog)]
      : [
          say(language, phrases.wrong, { count }),
          ...findings.map((one) => `  ${findingText(one, language)}`),
        ]),
  ];
};

const verify = (session: Session, paths: readonly string[]): Promise<Outcome> =>
  withLog(session, async ({ pool, key }) => {
    const { language } = session;
    let saidAt = Date.now();
    const progress = (leaves: number, all: number): void => {
      if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
      saidAt = Date.now();
      session.progress(say(language, phrases.progress, { done: leaves, all }));
    };
    const outside = outsideNotes(key, paths);
    const examined = await verifyLog(pool, { verifier: key, outside, progress });
    const lines = examinedLines(examined, language);
    return examined.findings.length === 0 ? done(examined, lines) : foundWrong(examined, lines);
  });

const checkpoint = (session: Session, output: string | undefined): Promise<Outcome> =>
  withLog(session, async (log) => {
    const found = await latestCheckpoint(log);
    if (found === undefined) return noCheckpoint(session);
    const { note } = found;
    const { root, ...facts } = found.checkpoint;
    const json = { ...facts, root: root.toString('base64'), note, verifier: log.key.verifier };
    if (output === undefined) return done(json, note.trimEnd().split('\n'));
    await writeFile(output, note);
    return done(json, [say(session.language, phrases.checkpointWritten, { file: output })]);
  });

const prove = (
  session: Session,
  position: Position,
  output: string | undefined,
): Promise<Outcome> =>
  withLog(session, async (log) => {
    const { language } = session;
    const proven = await proofOf(log, position);
    if (proven.status === 'log-not-sealed') return noCheckpoint(session);
    if (proven.status === 'not-sealed')
      return refusedWith('EventNotSealed', say(language, phrases.notSealed, { position }), {
        position,
      });
    const { facts, sealedAt: time } = proven;
    if (proven.status === 'changed')
      return foundWrong({ ...facts, findings: [{ kind: 'EVENT_CHANGED', position }] }, [
        findingText({ kind: 'EVENT_CHANGED', position }, language),
      ]);
    if (output !== undefined) await writeFile(output, proofFile(facts));
    const { leaf, size, path } = facts;
    return done(facts, [
      say(language, phrases.inclusion, { position, leaf, size, hashes: path.length, time }),
      ...(output === undefined ? [] : [say(language, phrases.proofWritten, { file: output })]),
    ]);
  });

const older = (file: string, key: SealKey) => {
  const read = readNote(readFileSync(file, 'utf8'), key);
  return read.status === 'signed' ? read.checkpoint : undefined;
};

const consistency = (session: Session, file: string): Promise<Outcome> =>
  withLog(session, async (log) => {
    const { language } = session;
    const before = older(file, log.key);
    const now = await latestCheckpoint(log);
    if (before === undefined)
      return refusedWith('CheckpointForeign', say(language, phrases.foreignCheckpoint), { file });
    if (now === undefined) return noCheckpoint(session);
    const after = now.checkpoint;
    const isLonger = before.size <= after.size;
    const path = isLonger ? await consistencyProof(log.pool, before.size, after.size) : [];
    const facts = {
      ...{ before: before.size, size: after.size },
      path: path.map((one) => one.toString('base64')),
      checkpoint: now.note,
    };
    if (!isConsistent({ before, after, path }))
      return foundWrong({ ...facts, consistent: false }, [say(language, phrases.notConsistent)]);
    return done({ ...facts, consistent: true }, [
      say(language, phrases.consistent, { before: before.size, size: after.size }),
    ]);
  });

/** The public half: given to auditors once, by another way than the checkpoints. */
const publicKey = (session: Session): Promise<Outcome> =>
  withLog(session, ({ key: { name, verifier } }) =>
    Promise.resolve(done({ name, verifier }, [verifier])),
  );

export const registerAuditProof = (audit: Command, cli: Cli): void => {
  audit
    .command('verify')
    .option('--checkpoint <path>', '', collect(String))
    .action(({ checkpoint: paths = [] }: { checkpoint?: readonly string[] }) =>
      cli.perform((session) => verify(session, paths)),
    );
  audit.command('key').action(() => cli.perform(publicKey));
  audit
    .command('checkpoint')
    .option('-o, --output <file>')
    .action((options: { output?: string }) =>
      cli.perform((session) => checkpoint(session, options.output)),
    );
  audit
    .command('prove')
    .argument('<position>', '', positionOption)
    .option('-o, --output <file>')
    .action((position: Position, options: { output?: string }) =>
      cli.perform((session) => prove(session, position, options.output)),
    );
  audit
    .command('consistency')
    .argument('<file>')
    .action((file: string) => cli.perform((session) => consistency(session, file)));
};
