// Named places where a test may kill this process for certain, as a power cut would.

/** Between which two steps the process dies; set by LINDUNG_FAULT, never in production. */
export const FAULT_POINTS = [
  'worker.after-append',
  'worker.after-payables',
  'worker.after-intents',
  'worker.after-file-stored',
  'worker.after-file-prepared',
  'worker.after-file-drop',
  'worker.after-sent',
  'worker.after-roster-chunk',
  'gateway.after-bank-line',
  'relay.after-publish',
  'projector.before-commit',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** SIGKILL, not exit: no handler, no flush and no `finally` may tidy up. */
export const faultPoint = (name: FaultPoint): void => {
  if (process.env['LINDUNG_FAULT'] === name) process.kill(process.pid, 'SIGKILL');
};

export type Fault = typeof faultPoint;
