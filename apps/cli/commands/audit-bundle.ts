// `lindung audit bundle|receipt|verify-bundle|verifier`: one claim proven to a stranger, without us.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { z } from 'zod';
import { CLAIM_FIELDS, type ClaimField } from '../../../domain/claim/desk/look-events.ts';
import { CLAIM_READERS, PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import { auditPhrases as phrases } from '../../copy/audit-phrases.ts';
import { eventText } from '../../copy/catalogue.ts';
import { codesOf, offices, wordOf } from '../../copy/code-words.ts';
import { formatInstant, formatRupiah, type Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import { usagePhrases } from '../../copy/usage-phrases.ts';
import { claimBundle } from '../claim-bundle.ts';
import type { Cli, GlobalOptions } from '../cli.ts';
import { latestCheckpoint, noCheckpoint, withLog } from '../log-proofs.ts';
import { refusedLook } from '../look.ts';
import { collect, idOption, oneOf, reasonOption } from '../option-values.ts';
import { done, type ExitCode, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { readableClaim } from '../readable.ts';
import type { Session } from '../session.ts';

const VERIFIER = fileURLToPath(new URL('../../verifier/main.ts', import.meta.url));

type BundleOptions = {
  readonly output: string;
  readonly open?: readonly ClaimField[];
  readonly why?: string;
};

type Wish = BundleOptions & { readonly kind: 'claim' | 'receipt'; readonly claimId: string };

/** What leaves the house opened stands in the log first, with its reason. */
const recorded = async (session: Session, { claimId, open = [], why }: Wish) => {
  if (open.length === 0) return undefined;
  const data = { fields: open, reason: why ?? session.reason ?? '' };
  const note = { type: 'NoteClaimRevealed', data } as const;
  return refusedLook(session, { category: 'claim', claimId, note });
};

const readers = ({ open = [] }: Wish) => (open.length > 0 ? PAPER_READERS : CLAIM_READERS);

const lacksReason = (session: Session, { open = [], why }: BundleOptions): boolean =>
  open.length > 0 && (why ?? session.reason ?? '').trim() === '';

const whyMissing = ({ language }: Session): string =>
  say(language, usagePhrases.optionMissing, { name: '--why' });

const write = (session: Session, wish: Wish): Promise<Outcome> =>
  withLog(session, async (log) => {
    const { kind, claimId, output: file, open: fields = [] } = wish;
    const { language } = session;
    const found = await readableClaim(session, claimId, readers(wish));
    if ('outcome' in found) return found.outcome;
    const sealed = await latestCheckpoint(log);
    if (sealed === undefined) return noCheckpoint(session);
    const refused = await recorded(session, wish);
    if (refused !== undefined) return refused;
    const { workerId, payables } = found.file;
    const others = kind === 'receipt' ? [] : [workerId, ...payables.map((one) => one.payableId)];
    const streamIds = [claimId, ...others];
    const bundled = { kind, claimId, streamIds, fields, sealed };
    const bundle = await claimBundle(session.keys, log.pool, bundled);
    if (bundle.events.length === 0)
      return refusedWith('ClaimNotSealed', say(language, phrases.claimNotSealed), { claimId });
    await writePrivateFile(file, `${JSON.stringify(bundle)}\n`);
    const { size, sealedAt: time } = sealed.checkpoint;
    const facts = { claimId, file, events: bundle.events.length, opened: bundle.opened.length };
    const { verifier } = log.key;
    return done({ ...facts, kind, size, sealedAt: time, verifier }, [
      say(language, phrases.bundleWritten, { ...facts, time }),
      say(language, phrases.verifyWith, { key: verifier }),
    ]);
  });

/** Its types taken off, line for line: runs on a Node that knows no TypeScript. */
const STRIP = `const { readFileSync } = require('node:fs');
const { stripTypeScriptTypes } = require('node:module');
process.stdout.write(stripTypeScriptTypes(readFileSync(process.argv[1], 'utf8')))`;

const program = (): string => {
  const quiet = ['--disable-warning=ExperimentalWarning', '--input-type=commonjs'];
  const args = [...quiet, '-e', STRIP, VERIFIER];
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).replace(/[^\S\n]+$/gm, '');
};

type VerifyOptions = { readonly key?: string; readonly documents?: string };

/** The stranger's program knows codes and UTC only; here they get their names and our time. */
export const inWords = (line: string, language: Language): string => {
  const [, place = '', instant = '', type = '', who = '', office = ''] =
    /^( {2}#\d+) (\S+Z) (\w+) — (.*), ([A-Z_]+)$/.exec(line) ?? [];
  if (place === '') return line;
  const known = codesOf(offices).find((code) => code === office);
  const at = known === undefined ? office : wordOf(offices, known, language);
  return `${place} ${formatInstant(instant, language)} ${eventText(type, language)} — ${who}, ${at}`;
};

const claimedSchema = z.object({
  position: z.string(),
  event: z.object({
    type: z.string(),
    data: z.object({ totalIdr: z.string().regex(/^\d+$/).optional() }),
    meta: z.object({ actor: z.object({ id: z.string() }) }),
  }),
});
const bundleSchema = z.object({ events: z.array(z.object({ text: z.string() })) });

/** What a bundle says, unproven, of the event that its examination names by its place. */
export const claimedEvent = (bundle: string, place: number, language: Language): string | null => {
  try {
    const said = bundleSchema.parse(JSON.parse(bundle)).events[place]?.text ?? '';
    const { position, event } = claimedSchema.parse(JSON.parse(said));
    const { totalIdr } = event.data;
    const sum = totalIdr === undefined ? '' : `, ${formatRupiah(totalIdr, language)}`;
    return `#${position} ${eventText(event.type, language)} — ${event.meta.actor.id}${sum}:`;
  } catch {
    return null;
  }
};

const namedLine = (line: string, bundle: string, language: Language): string => {
  const [all, place] = /events\/(\d+)/.exec(line) ?? [];
  if (all === undefined) return inWords(line, language);
  return line.replace(all, () => claimedEvent(bundle, Number(place), language) ?? all);
};

/** In a process of its own that knows nothing of this installation but the key. */
const verified = (
  file: string,
  { key, documents }: VerifyOptions & { readonly key: string },
  { lang, json }: GlobalOptions,
): Outcome => {
  const args = ['--key', key, ...(documents === undefined ? [] : ['--documents', documents])];
  const ask = (...more: readonly string[]) =>
    spawnSync(process.execPath, [VERIFIER, file, ...args, '--lang', lang ?? 'id', ...more], {
      env: { NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
  const answer = json === true ? ask('--json') : ask();
  const exitCode: ExitCode = answer.status === 0 || answer.status === 1 ? answer.status : 2;
  const language = lang ?? 'id';
  if (exitCode === 2 && answer.stderr.includes('JSON'))
    return usageWrong('BundleUnreadable', say(language, phrases.notABundle, { file }));
  if (exitCode === 2) return usageWrong('BundleUnreadable', answer.stderr.trim());
  const facts: unknown = json === true ? JSON.parse(answer.stdout) : undefined;
  const bundle = exitCode === 0 ? '' : readFileSync(file, 'utf8');
  const lines = answer.stdout.trimEnd().split('\n');
  return { json: facts, lines: lines.map((line) => namedLine(line, bundle, language)), exitCode };
};

const verify = async (
  session: Session | null,
  globals: GlobalOptions,
  asked: VerifyOptions & { readonly file: string },
): Promise<Outcome> => {
  const { file, key: given, ...options } = asked;
  const own = session && (await withLog(session, ({ key }) => Promise.resolve(key.verifier)));
  const key = given ?? own;
  const language = globals.lang ?? 'id';
  if (key == null) return usageWrong('KeyMissing', say(language, phrases.keyMissing));
  return verified(file, { ...options, key }, globals);
};

export const registerAuditBundle = (audit: Command, cli: Cli): void => {
  audit
    .command('bundle')
    .argument('<claim>', '', idOption)
    .requiredOption('-o, --output <file>')
    .option('--open <fields>', '', collect(oneOf(CLAIM_FIELDS)))
    .option('--why <text>', '', reasonOption)
    .action((claimId: string, options: BundleOptions) =>
      cli.act((session) =>
        lacksReason(session, options)
          ? Promise.resolve(usageWrong('ReasonMissing', whyMissing(session)))
          : write(session, { kind: 'claim', claimId, ...options }),
      ),
    );
  audit
    .command('receipt')
    .argument('<claim>', '', idOption)
    .requiredOption('-o, --output <file>')
    .action((claimId: string, { output }: BundleOptions) =>
      cli.act((session) => write(session, { kind: 'receipt', claimId, output })),
    );
  audit
    .command('verify-bundle')
    .argument('<file>')
    .option('--key <key>')
    .option('--documents <folder>')
    .action((file: string, options: VerifyOptions) =>
      cli.performAnyway((session, globals) => verify(session, globals, { file, ...options })),
    );
  audit
    .command('verifier')
    .requiredOption('-o, --output <file>')
    .action(({ output }: { output: string }) =>
      cli.performAlone(async ({ lang = 'id' }) => {
        await writeFile(output, program());
        return done({ file: output }, [say(lang, phrases.verifierWritten, { file: output })]);
      }),
    );
};
