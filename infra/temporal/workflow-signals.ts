// The port by which activities tell open workflows that facts moved on. Adapter: apps/worker.

/** A stream has reached a version; who knows it already ignores the news. */
export type FactsChanged = { readonly streamId: string; readonly version: number };

export type WorkflowSignals = {
  /** Wakes (or starts) the lifecycles of these workers. */
  workersChanged(changes: readonly FactsChanged[]): Promise<void>;
};
