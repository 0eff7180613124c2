// Reads `--known-at` and `--at`: a day, and a position or an instant that resolves to the seal before it.
import { endOfOfficeDay, isLocalDate, type LocalDate, officeDay } from '../../domain/calendar.ts';
import {
  type FoundPoint,
  type LogPoint,
  pointAtInstant,
  pointAtPosition,
  pointNow,
} from '../../infra/seals/log-point.ts';
import { rowsOf } from '../../infra/seals/tree-store.ts';
import { type FigureBasis, figurePhrases as phrases } from '../copy/figure-phrases.ts';
import { formatInstant } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { type LogAtHand, noCheckpoint } from './log-proofs.ts';
import { expected, instantOption, isPositionKey } from './option-values.ts';
import { type Outcome, refusedWith } from './outcome.ts';
import type { Session } from './session.ts';

export type KnownWish = { readonly position: string } | { readonly instant: string };

/** A bare day stands for its end: everything that the office could know on it. */
export const knownAtOption = (text: string): KnownWish => {
  if (isPositionKey(text)) return { position: BigInt(text).toString() };
  if (isLocalDate(text)) return { instant: endOfOfficeDay(text) };
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) throw expected('knownAt');
  return { instant: instantOption(text) };
};

/** What makes a figure the same again, typed in by anybody. */
export type KnownPoint = {
  readonly at: LocalDate;
  readonly known: LogPoint;
  readonly basis: FigureBasis;
};

const isPoint = (found: FoundPoint): found is LogPoint => typeof found === 'object';

const refusedPoint = async (
  session: Session,
  { pool }: LogAtHand,
  found: 'BEYOND' | 'BEFORE',
): Promise<Outcome> => {
  const { language } = session;
  const [seals] = await rowsOf<{ first: Date | null; position: string | null }>(
    pool,
    'select min(s.sealed_at) as first, max(s.position) as position from es.seals s',
  );
  if (seals?.first == null || seals.position === null) return noCheckpoint(session);
  const { position } = seals;
  if (found === 'BEYOND')
    return refusedWith('PointNotSealed', say(language, phrases.beyond, { position }), { position });
  const first = formatInstant(new Date(seals.first).toISOString(), language);
  return refusedWith('PointNotSealed', say(language, phrases.before, { first }));
};

const find = (log: LogAtHand, wish: KnownWish | undefined): Promise<FoundPoint> => {
  if (wish === undefined) return pointNow(log.pool);
  return 'position' in wish
    ? pointAtPosition(log.pool, wish.position)
    : pointAtInstant(log.pool, wish.instant);
};

/** By the log, a day counts what was sealed by its end. */
const asRecordedBy = async (
  log: LogAtHand,
  at: LocalDate,
  found: LogPoint,
): Promise<FoundPoint> => {
  const then = await pointAtInstant(log.pool, endOfOfficeDay(at));
  return isPoint(then) && BigInt(then.position) > BigInt(found.position) ? found : then;
};

export const knownPoint = async (
  session: Session,
  log: LogAtHand,
  wish: {
    readonly at?: LocalDate | undefined;
    readonly knownAt?: KnownWish | undefined;
    readonly basis?: FigureBasis | undefined;
  },
): Promise<{ readonly point: KnownPoint } | { readonly outcome: Outcome }> => {
  const { basis = 'office' } = wish;
  const at = wish.at ?? officeDay(session.now());
  const asked = await find(log, wish.knownAt);
  const found = isPoint(asked) && basis === 'log' ? await asRecordedBy(log, at, asked) : asked;
  return isPoint(found)
    ? { point: { at, known: found, basis } }
    : { outcome: await refusedPoint(session, log, found) };
};
