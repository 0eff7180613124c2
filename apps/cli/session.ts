// What one command of a person needs: who acts, the gateway, the read models, and the sealing of fields.
import type {
  Answer,
  Category,
  CommandEnvelope,
  CommandsByCategory,
} from '../../domain/command.ts';
import type { Sealed } from '../../domain/sealed.ts';
import type { Clock } from '../../infra/clock.ts';
import { faultPoint } from '../../infra/config/fault-points.ts';
import type { DocumentStore } from '../../infra/documents/document-store.ts';
import type { MalwareScan } from '../../infra/documents/malware-scan.ts';
import type { EventStore, Position } from '../../infra/event-store/event-store.ts';
import type { LocalKeyService } from '../../infra/keys/local-key-service.ts';
import type { ConnectionSettings } from '../../infra/local/runtime-file.ts';
import { doesHandle, type ProjectionDb } from '../../projections/projection.ts';
import { projections } from '../../projections/registry.ts';
import { waitForPosition } from '../../projections/wait-for-position.ts';
import { refusalText } from '../copy/catalogue.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import { stageWord } from '../copy/fact-words.ts';
import type { Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import type { Gateway } from '../gateway/gateway-contract.ts';
import type { Outcome } from './outcome.ts';
import { whoMayLines } from './who-may.ts';

export type Session = {
  readonly gateway: Gateway;
  readonly store: EventStore;
  readonly keys: LocalKeyService;
  readonly documents: DocumentStore;
  /** Looks for malware in what comes in, before it is kept. */
  readonly scan: MalwareScan;
  readonly db: ProjectionDb;
  readonly connection: ConnectionSettings;
  readonly now: Clock;
  /** `--as`: asserted until there is a sign-in. */
  readonly actorId: string;
  readonly language: Language;
  /** `--command-id`: a repeated command gets its first answer. */
  readonly commandId: string | undefined;
  readonly reason: string | undefined;
  /** `--agenda`: under which number the matter came in. */
  readonly agenda: string | undefined;
  /** `--effective-at`: the past is entered; it needs a source and the permission. */
  readonly effectiveAt: string | undefined;
  readonly source: string | undefined;
  /** Progress for people, never part of the answer. */
  progress(line: string): void;
  close(): Promise<void>;
};

/** Who gave no `--as`: a question needs no actor; an act of nobody is refused by the engine. */
export const NOBODY = 'nobody';
export const isNobody = ({ actorId }: Pick<Session, 'actorId'>): boolean => actorId === NOBODY;

export type Refused = Extract<Answer, { status: 'refused' }>;
export const isRefused = (answer: Answer): answer is Refused => answer.status === 'refused';

export const newCommandId = ({ commandId, gateway }: Session): string =>
  commandId ?? gateway.newCommandId();

/** `--reason` and `--agenda`: beside any act that records something. */
export const saidBeside = ({ reason, agenda }: Pick<Session, 'reason' | 'agenda'>) => ({
  ...(reason !== undefined && { reason }),
  ...(agenda !== undefined && { agenda }),
});

/** An envelope with an id of its own, unless the caller gave one to repeat. */
export const envelope = <C extends Category>(
  session: Session,
  category: C,
  streamId: string,
  command: CommandsByCategory[C],
): CommandEnvelope<C> => {
  const commandId = newCommandId(session);
  return {
    commandId,
    category,
    streamId,
    command,
    actorId: session.actorId,
    correlationId: commandId,
    ...saidBeside(session),
    ...(session.effectiveAt !== undefined && {
      history: { effectiveAt: session.effectiveAt, source: session.source ?? '' },
    }),
  } as CommandEnvelope<C>;
};

/** Seals named values of one person: `{name: ['heir.name', value]}` → `{name: Sealed}`. */
export const sealFields = async <Name extends string>(
  session: Session,
  subject: string,
  commandId: string,
  fields: { readonly [K in Name]?: readonly [field: string, value: string] },
): Promise<{ readonly [K in Name]: Sealed }> => {
  const entries = Object.entries(fields) as [Name, readonly [string, string]][];
  const sealed = await session.keys.sealMany(
    entries.map(([, [field, value]]) => ({ subject, field, value, commandId })),
  );
  return Object.fromEntries(entries.map(([name], index) => [name, sealed[index]])) as {
    readonly [K in Name]: Sealed;
  };
};

const SHOWN_WITHIN_MS = 5_000;

/** Waits for one's own write; a screen that folds nothing from this event is not waited for. */
export const untilShown = async (
  { store, db }: Pick<Session, 'store' | 'db'>,
  { streamId, position }: Extract<Answer, { status: 'recorded' }>,
  limitMs: number,
): Promise<boolean> => {
  if (position === '0') return true;
  const history = await store.loadStream(streamId);
  const type = history.findLast((event) => event.position === position)?.type ?? '';
  const names = projections
    .filter((projection) => doesHandle(projection, type))
    .map(({ name }) => name);
  const wish = { projections: names, position: position as Position, limitMs };
  return (await waitForPosition(db, wish)) === 'shown';
};

const answerLine = async (
  session: Session,
  answer: Extract<Answer, { status: 'recorded' }>,
): Promise<string> => {
  const { language } = session;
  const stage = stageWord(answer.stage, language);
  // An accepted wish without events changed nothing: it was so already.
  if (answer.position === '0') return say(language, deskPhrases.alreadySo, { stage });
  const phrase = answer.repeated ? deskPhrases.recordedBefore : deskPhrases.recorded;
  const position = answer.position as Position;
  const line = say(language, phrase, { stage, version: answer.version, position });
  const isShown = await untilShown(session, answer, SHOWN_WITHIN_MS);
  return isShown ? line : `${line}; ${say(language, deskPhrases.notShownYet)}`;
};

/** A refusal as people and programs read it: the sentence; the code is for programs. */
export const refusalOutcome = (
  session: Pick<Session, 'language'>,
  refused: Refused,
  extra: Readonly<Record<string, unknown>> = {},
): Outcome => {
  const text = refusalText(refused, session.language);
  const { code } = refused;
  return {
    json: { ...refused, ...extra, error: code, text },
    lines: [say(session.language, deskPhrases.refused, { text })],
    exitCode: 1,
    isComplaint: true,
  };
};

/** The answer to a command, as JSON and as lines; a refusal is exit 1 with its reason. */
export const answerOutcome = async (
  session: Session,
  answer: Answer,
  lines: readonly string[],
  extra: Readonly<Record<string, unknown>> = {},
): Promise<Outcome> => {
  faultPoint('cli.after-send');
  if (isRefused(answer)) {
    const refusal = refusalOutcome(session, answer, extra);
    return { ...refusal, lines: [...refusal.lines, ...(await whoMayLines(session, answer))] };
  }
  const line = await answerLine(session, answer);
  return { json: { ...answer, ...extra }, lines: [...lines, line], exitCode: 0 };
};
