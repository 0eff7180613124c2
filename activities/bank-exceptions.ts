// What of the bank does not fit becomes an exception with an owner; a line that came late closes its own.
import { systemActor } from '../domain/actor.ts';
import { bankExceptionDecider } from '../domain/bank-exception/decider.ts';
import type { BankExceptionOpened, ExceptionKind } from '../domain/bank-exception/events.ts';
import { nameForms, personIn } from '../domain/free-text.ts';
import type { DisputeReason } from '../domain/payout/payment-events.ts';
import { type Acting, decideAndAppend, type Wish } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { forBankException } from './exception-facts.ts';
import { type Because, followUpMany, type Step } from './follow-up.ts';
import type { Ports } from './ports.ts';

type Opened = BankExceptionOpened['data'];

/** One thing that does not fit, before it has an id. */
export type Misfit = Omit<Opened, 'exceptionId'> & {
  /** Place in its file: all that tells two lines without any reference apart. */
  readonly ordinal: number;
};

const OF_DISPUTE: Readonly<Record<DisputeReason, ExceptionKind>> = {
  OTHER_AMOUNT: 'OTHER_AMOUNT',
  SECOND_BOOKING: 'SECOND_BOOKING',
  CONTRADICTS_EARLIER_ANSWER: 'CONTRADICTION',
  ANSWER_AFTER_DISPUTE: 'CONTRADICTION',
};

export const kindOfDispute = (reason: DisputeReason): ExceptionKind => OF_DISPUTE[reason];

/** No exception: the bank will say more, or the file is read again by itself. */
const NOT_YET = ['StatusNotFinal', 'NotBooked', 'PaymentNotSent'];

const OF_CODE: Readonly<Partial<Record<string, ExceptionKind>>> = {
  ContradictsInFile: 'CONTRADICTION',
  NoEndToEndId: 'UNKNOWN_REFERENCE',
  RepeatedInFile: 'DUPLICATE_LINE',
  UnknownPayment: 'UNKNOWN_REFERENCE',
};

/** Undefined where nobody has to do anything about it. */
export const kindOfProblem = (code: string): ExceptionKind | undefined =>
  NOT_YET.includes(code) ? undefined : (OF_CODE[code] ?? 'UNCLEAR_LINE');

const REFERENCE = /^(?=.*\d)[\dA-Z][\dA-Z/._-]*$/i;

/** Other people's lines stand in a statement too: a text that may name one is kept as a hash only. */
const readable = (ports: Pick<Ports, 'hash'>, text: string): string => {
  if (text === '') return '';
  const isNumber = REFERENCE.test(text) && personIn(text, 'NUMBER', nameForms([])) === null;
  return isNumber ? text : `sha256:${Buffer.from(ports.hash(text)).toString('hex').slice(0, 24)}`;
};

const idOf = (ports: Pick<Ports, 'ids'>, misfit: Misfit): string => {
  const { kind, code, lineReference, bankReference, amountIdr, bookedOn } = misfit;
  if (kind === 'MISSING_LINE') return ports.ids.bankException(kind, lineReference);
  const isNameless = lineReference === '' && bankReference === '';
  const place = isNameless ? [misfit.fileSha256 ?? '', misfit.ordinal] : [];
  return ports.ids.bankException(
    ...([kind, code, lineReference, bankReference] as const),
    ...[amountIdr ?? '', bookedOn ?? '', ...place],
  );
};

const stepOf = (ports: Ports, misfit: Misfit): Step<'bank_exception'> => {
  const exceptionId = idOf(ports, misfit);
  const { ordinal: _, ...facts } = misfit;
  const data: Opened = {
    ...facts,
    exceptionId,
    lineReference:
      misfit.payableId === null ? readable(ports, facts.lineReference) : facts.lineReference,
    bankReference: readable(ports, facts.bankReference),
  };
  return {
    category: 'bank_exception',
    streamId: exceptionId,
    command: { type: 'OpenBankException', data },
    // Over what it says: the first reader of the same fact is its owner, the next finds it open.
    commandId: ports.ids.command('open-exception', exceptionId),
  };
};

const CHUNK_STREAMS = 500;

/** The engine's own hand: no person can open or keep back what the bank said. */
export const openExceptions = async (
  ports: Ports,
  misfits: readonly Misfit[],
  because: Because,
): Promise<void> => {
  const steps = new Map(
    misfits.map((misfit) => {
      const step = stepOf(ports, misfit);
      return [step.streamId, step] as const;
    }),
  );
  const ids = [...steps.keys()];
  const acting: Acting = { by: systemActor, now: ports.clock(), origin: 'live' };
  for (let from = 0; from < ids.length; from += CHUNK_STREAMS) {
    const chunk = ids.slice(from, from + CHUNK_STREAMS);
    const known = await ports.store.loadStreams(chunk);
    const unknown = chunk.filter((id) => (known.get(id) ?? []).length === 0);
    const open = unknown.flatMap((id) => steps.get(id) ?? []);
    if (open.length > 0) await followUpMany(ports, { steps: open, because, acting });
  }
};

type Line = Pick<Misfit, 'lineReference' | 'bankReference' | 'amountIdr' | 'bookedOn'>;

/** What may have waited for this line: that it was missing, or, after a restore, that it was strange. */
const waitedFor = (ports: Pick<Ports, 'ids'>, line: Line): readonly string[] => {
  const none = { payableId: null, payerId: null, runId: null, expectedIdr: null, fileSha256: null };
  const fact = { ...line, ...none, ownerId: '', ordinal: 0 };
  return [
    idOf(ports, { ...fact, kind: 'MISSING_LINE', code: '' }),
    idOf(ports, { ...fact, kind: 'UNKNOWN_REFERENCE', code: 'UnknownPayment' }),
  ];
};

/** The line came and fits: whoever read the file closes what waited for it. */
export const closeWaiting = async (
  ports: Ports,
  lines: readonly Line[],
  over: { readonly acting: Acting; readonly correlationId: string; readonly fileSha256: string },
): Promise<void> => {
  const ids = [...new Set(lines.flatMap((line) => waitedFor(ports, line)))];
  for (let from = 0; from < ids.length; from += CHUNK_STREAMS) {
    const known = await ports.store.loadStreams(ids.slice(from, from + CHUNK_STREAMS));
    for (const [streamId, history] of known) {
      const { opened, resolved } = stateOf(bankExceptionDecider, history);
      if (opened === null || resolved !== null) continue;
      const reason = over.fileSha256;
      const wish: Wish<'bank_exception'> = {
        ...{ category: 'bank_exception', streamId, actorId: over.acting.by.id },
        command: { type: 'ResolveBankException', data: { result: 'LINE_CAME', reason } },
        commandId: ports.ids.command('line-came', streamId, reason),
        correlationId: over.correlationId,
      };
      const collect = () => forBankException(ports, wish);
      await decideAndAppend(ports, wish, { acting: over.acting, collect });
    }
  }
};
