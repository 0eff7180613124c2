// Limits and usual values of the local stack, each with its unit in its name.

export const USUAL_PORTS = {
  postgres: 5432,
  nats: 4222,
  natsMonitor: 8222,
  temporal: 7233,
  temporalUi: 8233,
  web: 7080,
} as const;

/** A process that lived this long ended for a new reason: its count of failures starts anew. */
export const STEADY_AFTER_MS = 60_000;
export const RESTART_BACKOFF_MIN_MS = 250;
export const RESTART_BACKOFF_MAX_MS = 15_000;
/** Failures in a row before a process is left alone and shown as failed. */
export const RESTARTS_MAX = 12;

export const APP_STOP_GRACE_MS = 20_000;
export const ATTACH_WAIT_MS = 180_000;
export const DOWN_WAIT_MS = 90_000;
export const HEALTH_LIMIT_MS = 2_000;
/** How old the note of the log's end may be when the machine loses its power. */
export const LOG_CHECK_EVERY_MS = 2_000;
export const PARTITION_CHECK_EVERY_MS = 300_000;
