// What a leaf of the tree is: the whole event as RFC 8785 text, with what only the log says of it.

/**
 * Position, instant of recording and version stand beside the bytes that the writer gave, so that an
 * event cannot be moved, dated anew or renumbered. All names are PostgreSQL's own: a function of the
 * same name in another schema must not answer for them.
 */
export const LEAF_TEXT = `pg_catalog.convert_to('{"event":', 'UTF8') || e.canonical ||
  pg_catalog.convert_to(',"position":"' || e.position || '","recordedAt":"' ||
    pg_catalog.to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ||
    '","version":' || e.version || '}', 'UTF8')`;

export const LEAF_HASH = `pg_catalog.sha256('\\x00'::bytea || ${LEAF_TEXT})`;
