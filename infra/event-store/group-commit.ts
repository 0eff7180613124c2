// Requests that arrive while others are under way go together; a lone one goes at once (ADR 15).
import { type Boarding, type Passenger, waitingLine } from './waiting-line.ts';

/** One answer per request in their order; `alone`: this one must be sent by itself. */
export type GroupAnswers<Answer> = readonly (Answer | 'alone')[];

export type GroupLimits = {
  /** Groups under way at once, each on a connection of its own. */
  readonly flights: number;
  readonly requests: number;
  readonly bytes: number;
};

export type Carrier<Request, Answer> = {
  readonly limits: GroupLimits;
  sendOne(request: Request): Promise<Answer>;
  sendGroup(requests: readonly Request[]): Promise<GroupAnswers<Answer>>;
  /** Whether an error of a group is the error of each; otherwise each is sent by itself. */
  concernsAll(error: unknown): boolean;
};

export type GroupCommit<Request, Answer> = {
  submit(request: Request): Promise<Answer>;
  /** When nothing waits and nothing is under way. */
  settled(): Promise<void>;
};

type Waiting<Request, Answer> = Passenger & {
  readonly request: Request;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

const answersOf = async <Request, Answer>(
  carrier: Carrier<Request, Answer>,
  group: readonly Waiting<Request, Answer>[],
): Promise<GroupAnswers<Answer>> => {
  const [first, second] = group;
  if (first === undefined) return [];
  if (second === undefined) return [await carrier.sendOne(first.request)];
  try {
    return await carrier.sendGroup(group.map(({ request }) => request));
  } catch (error) {
    if (carrier.concernsAll(error)) throw error;
    return group.map(() => 'alone');
  }
};

/** Tells each of a group its answer; returns those that have none yet. */
const deliver = async <Request, Answer>(
  carrier: Carrier<Request, Answer>,
  group: readonly Waiting<Request, Answer>[],
): Promise<readonly Waiting<Request, Answer>[]> => {
  try {
    const answers = await answersOf(carrier, group);
    const again: Waiting<Request, Answer>[] = [];
    for (const [index, each] of group.entries()) {
      const answer = answers[index] ?? 'alone';
      if (answer === 'alone') again.push({ ...each, alone: true });
      else each.resolve(answer);
    }
    return again;
  } catch (error) {
    for (const { reject } of group) reject(error);
    return [];
  }
};

export const groupCommit = <Request extends Boarding, Answer extends object>(
  carrier: Carrier<Request, Answer>,
): GroupCommit<Request, Answer> => {
  const { limits } = carrier;
  const line = waitingLine<Waiting<Request, Answer>>();
  let flights = 0;
  let isDeparting = false;
  let onSettled: (() => void)[] = [];

  const fly = async (group: readonly Waiting<Request, Answer>[]): Promise<void> => {
    flights += 1;
    const again = await deliver(carrier, group);
    flights -= 1;
    line.landed(group, again);
    departSoon();
  };

  const depart = (): void => {
    isDeparting = false;
    while (flights < limits.flights && line.length() > 0) {
      // Shared among the free flights: the server works on one while the program prepares another.
      const share = Math.ceil(line.length() / (limits.flights - flights));
      const group = line.board({ ...limits, requests: Math.min(limits.requests, share) });
      if (group.length === 0) break;
      void fly(group);
    }
    if (flights > 0 || line.length() > 0) return;
    for (const resolve of onSettled) resolve();
    onSettled = [];
  };

  // At the end of this turn, not at once: the callers that a group has just answered append again in
  // the same turn, and shall not wait for the first of them.
  const departSoon = (): void => {
    if (isDeparting) return;
    isDeparting = true;
    process.nextTick(depart);
  };

  return {
    submit: (request) =>
      new Promise((resolve, reject) => {
        const { keys, bytes } = request;
        line.push({ keys, bytes, alone: false, request, resolve, reject });
        departSoon();
      }),
    settled: () =>
      new Promise((resolve) => {
        onSettled.push(resolve);
        departSoon();
      }),
  };
};
