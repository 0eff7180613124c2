// What es.append, its group and its batch answer, as the results of the port.
import type { AppendManyResult, AppendResult, Position } from './event-store.ts';

export type AnswerRow = {
  readonly status: AppendResult['status'];
  readonly version: number;
  readonly position: Position;
  readonly has_workflow: boolean;
  readonly stream: string;
};
export type BatchRow = AnswerRow & { readonly index: number };

/** `(ok,1,42,f,<uuid>)`: no field can hold a comma or a quote; an empty one is null and unread. */
export const parseAnswer = (record: string): AnswerRow => {
  const [status, version, position, hasWorkflow, stream] = record.slice(1, -1).split(',');
  return {
    status: status as AppendResult['status'],
    version: Number(version),
    position: position as Position,
    has_workflow: hasWorkflow === 't',
    stream: stream ?? '',
  };
};

export const answer = (row: AnswerRow): AppendResult => {
  const { status, version, position } = row;
  switch (status) {
    case 'ok':
      return { status, version, position, hasWorkflow: row.has_workflow };
    case 'duplicate':
      return { status, streamId: row.stream, version, position };
    case 'taken':
      return { status, streamId: row.stream };
    case 'reused':
    case 'conflict':
      return { status };
  }
};

export const batchAnswer = (rows: readonly BatchRow[]): AppendManyResult => {
  const [first] = rows;
  if (first !== undefined) {
    const result = answer(first);
    if (result.status !== 'ok' && result.status !== 'duplicate')
      return { status: 'failed', index: first.index - 1, result };
  }
  const results = rows.map(({ version, position, has_workflow }) => ({
    version,
    position,
    hasWorkflow: has_workflow,
  }));
  return { status: 'ok', results };
};
