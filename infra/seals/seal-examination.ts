// Seals and checkpoints that others kept, held against the roots that the log gives today.
import { type Checkpoint, readNote, type Verifier } from './checkpoint.ts';
import type { Finding } from './findings.ts';
import type { KnownRoots } from './log-walk.ts';
import type { SealRow } from './tree-store.ts';

export type OutsideNote = { readonly file: string; readonly note: string };

export type Outside = {
  readonly file: string;
  readonly checkpoint: Checkpoint;
  readonly epoch: string;
};

type Roots = ReadonlyMap<number, KnownRoots>;

const matches = (known: KnownRoots | undefined, root: Buffer): boolean =>
  known !== undefined && (root.equals(known.byTree) || root.equals(known.byEvents));

/** The row says what its own signed note says. */
const isSound = (row: SealRow, verifier: Verifier): boolean => {
  const read = readNote(row.note, verifier);
  if (read.status !== 'signed') return false;
  const { origin, size, root, position, sealedAt } = read.checkpoint;
  return (
    origin === `${verifier.name}/${row.epoch}` &&
    String(size) === row.size &&
    root.equals(row.root) &&
    position === row.position &&
    sealedAt === row.sealed_at
  );
};

export type SoundSeals = {
  readonly sound: readonly SealRow[];
  readonly findings: readonly Finding[];
};

/** In the order of their numbers; what is no longer what it was is named and left out. */
export const soundSeals = (rows: readonly SealRow[], verifier: Verifier): SoundSeals => {
  const sound: SealRow[] = [];
  const findings: Finding[] = [];
  let expected = 1n;
  for (const row of rows) {
    for (; expected < BigInt(row.number); expected += 1n)
      findings.push({ kind: 'SEAL_MISSING', number: expected.toString() });
    expected = BigInt(row.number) + 1n;
    const grew = Number(row.size) >= Number(sound.at(-1)?.size ?? 0);
    if (grew && isSound(row, verifier)) sound.push(row);
    else findings.push({ kind: 'SEAL_CHANGED', number: row.number });
  }
  return { sound, findings };
};

export type SealsJudged = {
  readonly findings: readonly Finding[];
  /** Every sound seal agrees with what the events give. */
  readonly eventsAreRight: boolean;
};

export const judgeSeals = (sound: readonly SealRow[], roots: Roots): SealsJudged => {
  const failing = sound.find((row) => !matches(roots.get(Number(row.size)), row.root));
  const eventsAreRight = sound.every(
    (row) => roots.get(Number(row.size))?.byEvents.equals(row.root) === true,
  );
  if (failing === undefined) return { findings: [], eventsAreRight };
  const before = sound.findLast(
    (row) =>
      Number(row.number) < Number(failing.number) && matches(roots.get(Number(row.size)), row.root),
  );
  const upTo = failing.position;
  const finding: Finding = { kind: 'INTERVAL_CHANGED', after: before?.position ?? '0', upTo };
  return { findings: [finding], eventsAreRight };
};

export const readOutside = (
  notes: readonly OutsideNote[],
  verifier: Verifier,
): { readonly outside: readonly Outside[]; readonly findings: readonly Finding[] } => {
  const outside: Outside[] = [];
  const findings: Finding[] = [];
  for (const { file, note } of notes) {
    const read = readNote(note, verifier);
    const isOurs =
      read.status === 'signed' && read.checkpoint.origin.startsWith(`${verifier.name}/`);
    if (!isOurs) findings.push({ kind: 'CHECKPOINT_FOREIGN', file });
    else {
      const epoch = read.checkpoint.origin.slice(verifier.name.length + 1);
      outside.push({ file, checkpoint: read.checkpoint, epoch });
    }
  }
  outside.sort((one, other) => one.checkpoint.size - other.checkpoint.size);
  return { outside, findings };
};

/** Of checkpoints beyond what is here: the largest of each kind tells the most. */
const beyond = (
  lost: readonly Outside[],
  kind: 'TAIL_LOST' | 'LOST_BY_RESTORE',
): readonly Finding[] => {
  const last = lost.at(-1)?.checkpoint;
  return last === undefined ? [] : [{ kind, size: last.size, position: last.position }];
};

export const judgeOutside = (
  outside: readonly Outside[],
  seals: readonly SealRow[],
  roots: Roots,
): readonly Finding[] => {
  const current = seals.at(-1)?.epoch;
  const reached = new Map(seals.map(({ epoch, size }) => [epoch, Number(size)]));
  const isBeyond = ({ epoch, checkpoint }: Outside): boolean =>
    checkpoint.size > (reached.get(epoch) ?? 0);
  const lost = outside.filter(isBeyond);
  const within = outside.filter((one) => !isBeyond(one));
  const agrees = ({ checkpoint: { size, root } }: Outside): boolean =>
    matches(roots.get(size), root);
  const failing = within.find((one) => !agrees(one));
  const before = failing && within.slice(0, within.indexOf(failing)).at(-1);
  const rewritten: readonly Finding[] =
    failing === undefined
      ? []
      : [
          {
            kind: 'HISTORY_REWRITTEN',
            after: before?.checkpoint.position ?? '0',
            upTo: failing.checkpoint.position,
          },
        ];
  const isCurrent = ({ epoch }: Outside): boolean => epoch === current || current === undefined;
  return [
    ...rewritten,
    ...beyond(lost.filter(isCurrent), 'TAIL_LOST'),
    ...beyond(
      lost.filter((one) => !isCurrent(one)),
      'LOST_BY_RESTORE',
    ),
  ];
};
