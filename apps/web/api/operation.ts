// One operation of the API: its schemas, its words, and what answers it. The list of them is the contract.
import type { z } from 'zod';
import type { Text } from '../../copy/text.ts';
import type { Visit } from '../house.ts';
import type { Problem } from '../problem.ts';

export type Replied = {
  readonly body: unknown;
  /** Version of the stream that was answered: what `If-Match` takes. */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Asked<Query> = {
  readonly visit: Visit;
  /** From the path: `{id}`. */
  readonly id: string;
  readonly query: Query;
  readonly headers: Headers;
  /** Of a write, as it was sent. */
  readonly body: unknown;
};

export type Reply = Replied | { readonly problem: Problem };

export type Operation = {
  readonly method: 'get' | 'post';
  /** With `{id}` where a thing is named. */
  readonly path: string;
  readonly name: string;
  readonly group: string;
  readonly summary: Text;
  readonly query?: z.ZodObject;
  /** Of a write. */
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly hasVersion: boolean;
  handle(asked: Asked<unknown>): Promise<Reply>;
};

type Given<Query extends z.ZodObject> = Omit<Operation, 'query' | 'handle' | 'hasVersion'> & {
  readonly query?: Query;
  readonly hasVersion?: boolean;
  handle(asked: Asked<z.output<Query>>): Promise<Reply>;
};

export const defineOperation = <Query extends z.ZodObject>(given: Given<Query>): Operation => {
  const { handle, query, hasVersion = false, ...rest } = given;
  return {
    ...rest,
    hasVersion,
    ...(query !== undefined && { query }),
    handle: (asked) => handle({ ...asked, query: asked.query as z.output<Query> }),
  };
};
