// Who looked at a person's data, recorded with the person: which fields, why; never what they say.

/** Sealed fields of a worker that a desk may open. */
export const WORKER_FIELDS = ['name', 'nik', 'kpj', 'birthDate', 'neighbourhood'] as const;
export type WorkerField = (typeof WORKER_FIELDS)[number];

/** By what somebody was found: a number that the person said, or the card in their hand. */
export type FoundBy = 'NIK' | 'KPJ' | 'CARD';

export type WorkerFound = {
  readonly type: 'WorkerFound';
  readonly data: {
    readonly workerId: string;
    readonly by: FoundBy;
    /** Null only for a card: holding it is the reason. */
    readonly reason: string | null;
  };
};

export type WorkerFieldsRevealed = {
  readonly type: 'WorkerFieldsRevealed';
  readonly data: {
    readonly workerId: string;
    readonly fields: readonly WorkerField[];
    readonly reason: string;
  };
};

export type NoteWorkerFound = {
  readonly type: 'NoteWorkerFound';
  readonly data: WorkerFound['data'];
};

export type NoteWorkerRevealed = {
  readonly type: 'NoteWorkerRevealed';
  readonly data: WorkerFieldsRevealed['data'];
};
