// What the benchmark uses of the peer: types are checked also in a clone without `npm ci` in bench/.
declare module '@event-driven-io/emmett-postgresql' {
  import type { Pool } from 'pg';

  type Appended = {
    readonly streamId: string;
    readonly type: string;
    readonly data: object;
    readonly metadata: unknown;
  };

  export const getPostgreSQLEventStore: (
    url: string,
    options: { readonly connectionOptions: { readonly pool: Pool } },
  ) => {
    readonly schema: { migrate(): Promise<unknown> };
    appendToStream(
      streamName: string,
      events: readonly Omit<Appended, 'streamId'>[],
      options: { readonly expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' },
    ): Promise<unknown>;
    close(): Promise<void>;
  };
}
