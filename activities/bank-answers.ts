// Takes an answer file of the bank in: each line to its payable, each file once to its runs.
import type { LocalDate } from '../domain/calendar.ts';
import type { Answer } from '../domain/command.ts';
import { type RupiahText, rupiah, rupiahText } from '../domain/money.ts';
import { type Acting, decideAndAppend, type Wish } from './append-decision.ts';
import { authoriseAct, isRefusedAuthority } from './authority.ts';
import {
  type HeardAnswer,
  type Line,
  lineOf,
  type ReadFile,
  repeatedLine,
  type Taken,
  type Taking,
} from './bank-lines.ts';
import { noteExceptions } from './exceptions-of-file.ts';
import { followUpMany, type Step } from './follow-up.ts';
import type { Ports } from './ports.ts';
import { loadPayables, type Member } from './run-members.ts';

export type IngestedFile = {
  readonly lines: number;
  /** Codes with the id that the bank named; never a person. */
  readonly problems: readonly { readonly code: string; readonly endToEndId: string }[];
  /** What the bank said, line by line, of the payments that are ours. */
  readonly heard: readonly HeardAnswer[];
  /** Refused for now (the payment is not recorded as sent yet): the file must be read again. */
  /**
   * Some line has no place yet: its payment is not recorded as sent, or, after a restore, not
   * recorded at all until it is intended again. The file stays and must be read again.
   */
  readonly again: boolean;
};

const nameOf = (ports: Ports, { endToEndId }: Line): Uint8Array =>
  ports.keys.keyedHash('end-to-end', endToEndId);

const payableOf = (ports: Ports, line: Line): Promise<string | undefined> =>
  ports.store.findIdentity({ kind: 'end-to-end', keyedHash: nameOf(ports, line) });

const wishFor = (
  ports: Ports,
  member: Member,
  over: { line: Line; taking: Taking },
): Wish<'payable'> => {
  const { line, taking } = over;
  const { kind, endToEndId, bankReference, reasonCode, bookedOn } = line;
  const instructed = member.state.created?.amountIdr ?? ('0' as RupiahText);
  const amountIdr = line.amountIdr === null ? instructed : rupiahText(rupiah(line.amountIdr));
  return {
    // What the bank said, not where: the same booking in two files is one fact.
    commandId: ports.ids.command(
      ...(['bank-answer', endToEndId, kind, bankReference] as const),
      ...[amountIdr, bookedOn ?? '', reasonCode ?? ''],
    ),
    category: 'payable',
    streamId: member.payableId,
    command: {
      type: 'RecordBankAnswer',
      data: {
        ...{ endToEndId, kind, amountIdr, bankReference, reasonCode },
        bookedOn: bookedOn as LocalDate | null,
      },
    },
    actorId: taking.acting.by.id,
    correlationId: taking.correlationId,
  };
};

const heardOf = (line: Line, runId: string | undefined, member: Member): Pick<Taken, 'heard'> => {
  const instructed = member.state.created?.amountIdr ?? ('0' as RupiahText);
  const amountIdr = line.amountIdr === null ? instructed : rupiahText(rupiah(line.amountIdr));
  return runId === undefined ? {} : { heard: { runId, kind: line.kind, amountIdr } };
};

/** What became of a line, by its payable as it stands after it. */
const takenAs = (line: Line, member: Member, refusal?: string): Taken => {
  const runId = member.state.attempts.find((a) => a.endToEndId === line.endToEndId)?.runId;
  const problem = refusal ?? (member.state.disputed ? 'Disputed' : undefined);
  const heard = problem === undefined ? heardOf(line, runId, member) : {};
  return { line, runId, problem, member, ...heard };
};

const takeLine = async (ports: Ports, line: Line, taking: Taking): Promise<Taken> => {
  const payableId = await payableOf(ports, line);
  const [member] = payableId === undefined ? [] : await loadPayables(ports, [payableId]);
  if (member === undefined) return { line, runId: undefined, problem: 'UnknownPayment' };
  const answer = await decideAndAppend(ports, wishFor(ports, member, { line, taking }), taking);
  ports.fault('gateway.after-bank-line');
  if (answer.status === 'refused') return takenAs(line, member, answer.code);
  const [now = member] = await loadPayables(ports, [member.payableId]);
  return takenAs(line, now);
};

/** So many lines are decided over one read and recorded in one transaction. */
const CHUNK_LINES = 500;

/** Lines about payments that are all different: each is decided on its own stream, none waits for another. */
const takeTogether = async (
  ports: Ports,
  of: readonly { readonly line: Line; readonly payableId: string }[],
  taking: Taking,
): Promise<readonly Taken[]> => {
  const { acting, correlationId } = taking;
  const named = of.map(({ payableId }) => payableId);
  const members = await loadPayables(ports, named);
  const steps = members.flatMap((member, at): readonly Step[] => {
    const line = of[at]?.line;
    return line === undefined ? [] : [wishFor(ports, member, { line, taking })];
  });
  const because = { correlationId, causationId: correlationId };
  const outcomes = await followUpMany(ports, { steps, because, acting });
  ports.fault('gateway.after-bank-line');
  const after = await loadPayables(ports, named);
  return of.flatMap(({ line }, at) => {
    const [member, outcome] = [after[at], outcomes[at]];
    if (member === undefined) return [];
    const code = outcome?.status === 'refused' ? outcome.code : undefined;
    return [takenAs(line, member, code)];
  });
};

/** The first line of each payment together; a second one about the same waits for it. */
const takeChunk = async (
  ports: Ports,
  lines: readonly Line[],
  taking: Taking,
): Promise<readonly Taken[]> => {
  const payables = await ports.store.findIdentities(
    'end-to-end',
    lines.map((line) => nameOf(ports, line)),
  );
  const seen = new Set<string>();
  const first = lines.flatMap((line, at) => {
    const payableId = payables[at];
    if (payableId === undefined || seen.has(payableId)) return [];
    seen.add(payableId);
    return [{ at, line, payableId }];
  });
  const together = await takeTogether(ports, first, taking);
  const taken = new Map(first.map(({ at }, index) => [at, together[index]]));
  const all: Taken[] = [];
  for (const [at, line] of lines.entries())
    all.push(taken.get(at) ?? (await takeLine(ports, line, taking)));
  return all;
};

/** A file of thousands is taken in by chunks; a line or two, or one by another hand, as it comes. */
const takeLines = async (
  ports: Ports,
  lines: readonly Line[],
  taking: Taking,
): Promise<readonly Taken[]> => {
  const taken: Taken[] = [];
  const isByReader = taking.acting.by.act === 'ingest-bank-answer';
  for (let from = 0; from < lines.length; from += CHUNK_LINES) {
    const chunk = lines.slice(from, from + CHUNK_LINES);
    if (isByReader && chunk.length > 1) taken.push(...(await takeChunk(ports, chunk, taking)));
    else for (const line of chunk) taken.push(await takeLine(ports, line, taking));
    ports.heartbeat();
  }
  return taken;
};

const noteOnRun = (
  ports: Ports,
  runId: string,
  over: { readonly lines: readonly Taken[]; readonly taking: Taking },
): Promise<Answer> => {
  const { lines, taking } = over;
  const { fileSha256 } = taking;
  const problems = lines.filter(({ problem }) => problem !== undefined).length;
  const wish: Wish<'payout_run'> = {
    // Read again, the same file may have found the place of more of its lines.
    commandId: ports.ids.command('ingest-answer', runId, fileSha256, `${lines.length}/${problems}`),
    category: 'payout_run',
    streamId: runId,
    command: { type: 'IngestAnswer', data: { fileSha256, lines: lines.length, problems } },
    actorId: taking.acting.by.id,
    correlationId: taking.correlationId,
  };
  return decideAndAppend(ports, wish, taking);
};

const takeFile = async (ports: Ports, file: ReadFile, taking: Taking): Promise<IngestedFile> => {
  const repeated = file.problems.flatMap((problem) => repeatedLine(problem) ?? []);
  const lines = [...file.answers.map(lineOf), ...repeated];
  const taken = await takeLines(ports, lines, taking);
  const isEarly = taken.some(({ problem }) => problem === 'PaymentNotSent');
  const isStray = taken.some(({ problem }) => problem === 'UnknownPayment');
  const unheard: { code: string; endToEndId: string }[] = [];
  const runs = new Set(taken.flatMap(({ runId }) => runId ?? []));
  // The run hears of the file last: when it wakes, every line of it stands.
  if (!isEarly)
    for (const runId of runs) {
      const noted = taken.filter((t) => t.runId === runId);
      const answer = await noteOnRun(ports, runId, { lines: noted, taking });
      if (answer.status === 'refused') unheard.push({ code: answer.code, endToEndId: '' });
    }
  await noteExceptions(ports, file, { taken, taking });
  const told = taken.flatMap(({ problem }, index) =>
    problem === undefined ? [] : [{ code: problem, endToEndId: lines[index]?.endToEndId ?? '' }],
  );
  const unread = file.problems.map(({ code, endToEndId = '' }) => ({ code, endToEndId }));
  const heard = taken.flatMap((one) => one.heard ?? []);
  const problems = [...unread, ...told, ...unheard];
  return { lines: lines.length, problems, heard, again: isEarly || isStray };
};

type Received = {
  readonly acting: Acting;
  readonly correlationId: string;
  readonly bytes: Uint8Array;
};

/** The bytes are kept before anything is recorded, by whoever's hand may do so. */
export const takeBankBytes = async (
  ports: Ports,
  { acting, correlationId, bytes }: Received,
): Promise<IngestedFile | Extract<Answer, { status: 'refused' }>> => {
  const file = ports.bank.read(bytes);
  // Kept before it is judged: what a bank sent is evidence, readable or not.
  const { sha256: fileSha256 } = await ports.documents.put(bytes);
  if (file.status === 'unreadable')
    return {
      ...{ status: 'refused', code: 'AnswerUnreadable' },
      facts: { problem: file.code, kept: fileSha256 },
    };
  return takeFile(ports, file, { acting, correlationId, fileSha256 });
};

/** Asked by a person with the permission. */
export const ingestBankAnswers = async (
  ports: Ports,
  request: { readonly actorId: string; readonly correlationId: string; readonly bytes: Uint8Array },
): Promise<IngestedFile | Extract<Answer, { status: 'refused' }>> => {
  const { actorId, correlationId, bytes } = request;
  const act = 'ingest-bank-answer';
  const authority = await authoriseAct(ports, actorId, { act, area: null });
  if (isRefusedAuthority(authority)) return authority;
  return takeBankBytes(ports, { acting: authority.acting, correlationId, bytes });
};
