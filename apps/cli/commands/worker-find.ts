// `lindung worker find`: who somebody is, by the number they say; the number is asked for, never typed
// into the command line, which a shell keeps and other users of the machine can read.
import type { Command } from 'commander';
import { readKpj, readNik } from '../../../domain/identity.ts';
import { WORKER_FINDERS } from '../../../domain/office/reading-acts.ts';
import type { FoundBy } from '../../../domain/worker/look-events.ts';
import { type Member, workerById } from '../../../projections/member-roster.ts';
import { claimOutcomes, wordOf, workerStages } from '../../copy/code-words.ts';
import { lookPhrases as phrases } from '../../copy/look-phrases.ts';
import { peoplePhrases } from '../../copy/people-phrases.ts';
import { inLanguage, say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { recordLook } from '../look.ts';
import { promptOption } from '../option-values.ts';
import { done, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import { kelurahanText } from '../place-words.ts';
import { refusalOutcome, type Session } from '../session.ts';

type Options = { readonly nik?: string | true; readonly kpj?: string | true };
type Number = { readonly by: Extract<FoundBy, 'NIK' | 'KPJ'>; readonly value: string };

/** Blanks, dots and dashes are how people write long numbers. */
const digitsOf = (text: string): string => text.replace(/[\s.-]/g, '');

const read = (by: Number['by'], typed: string): Number | undefined => {
  const digits = digitsOf(typed);
  if (by === 'KPJ') return readKpj(digits) === null ? undefined : { by, value: digits };
  return readNik(digits).status === 'plausible' ? { by, value: digits } : undefined;
};

const nobody = ({ language }: Session): Outcome =>
  refusedWith('WorkerNotFound', say(language, phrases.foundNobody), { found: false });

const foundLines = ({ language }: Session, id: string, member: Member | undefined) => {
  if (member === undefined) return [say(language, phrases.foundNext, { id })];
  const { claimId, claimOutcome, stage, kelurahan } = member;
  const open = inLanguage(language, peoplePhrases.claimOpen);
  const outcome = claimOutcome === null ? open : wordOf(claimOutcomes, claimOutcome, language);
  const where = kelurahanText(kelurahan);
  return [
    say(language, phrases.found, {
      ...{ id, stage: wordOf(workerStages, stage, language), kelurahan: where },
    }),
    ...(claimId === null ? [] : [say(language, phrases.foundClaim, { id: claimId, outcome })]),
    say(language, phrases.foundNext, { id }),
  ];
};

const find = async (session: Session, { by, value }: Number): Promise<Outcome> => {
  const refused = await refusedAct(session, WORKER_FINDERS, null);
  if (refused !== undefined) return refused;
  const reason = session.reason ?? '';
  if (reason.trim() === '')
    return refusalOutcome(session, { status: 'refused', code: 'ReasonMissing', facts: {} });
  const kind = by === 'NIK' ? 'nik' : 'kpj';
  const keyedHash = session.keys.keyedHash(kind, value);
  const workerId = await session.store.findIdentity({ kind, keyedHash });
  if (workerId === undefined) return nobody(session);
  const unseen = await recordLook(session, {
    category: 'worker',
    note: { type: 'NoteWorkerFound', data: { workerId, by, reason } },
  });
  // Somebody of another area is as unknown here as nobody: trying numbers tells nothing.
  if (unseen?.code === 'ActNotHeld') return nobody(session);
  if (unseen !== undefined) return refusalOutcome(session, unseen);
  const member = await workerById(session.db, workerId);
  const { stage = null, kelurahan = null, claimId = null, cardState = null } = member ?? {};
  return done(
    { found: true, by, workerId, stage, kelurahan, claimId, cardState },
    foundLines(session, workerId, member),
  );
};

const asked = async (cli: Cli, session: Session, by: Number['by']): Promise<Outcome> => {
  const { language } = session;
  const question = by === 'NIK' ? phrases.askNik : phrases.askKpj;
  const typed = (await cli.terminal.ask?.(inLanguage(language, question))) ?? '';
  const number = read(by, typed);
  const malformed = by === 'NIK' ? phrases.nikMalformed : phrases.kpjMalformed;
  return number === undefined
    ? refusedWith('NumberMalformed', say(language, malformed), { by })
    : find(session, number);
};

export const registerWorkerFind = (worker: Command, cli: Cli): void => {
  worker
    .command('find')
    .option('--nik [source]', '', promptOption)
    .option('--kpj [source]', '', promptOption)
    .action(({ nik, kpj }: Options) =>
      cli.act((session) => {
        if ((nik === undefined) === (kpj === undefined)) {
          const sentence = say(session.language, phrases.numberChoice);
          return Promise.resolve(usageWrong('NumberChoice', sentence));
        }
        return asked(cli, session, nik === undefined ? 'KPJ' : 'NIK');
      }),
    );
};
