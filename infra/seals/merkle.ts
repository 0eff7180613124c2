// The tree of RFC 9162: hashes of leaves and nodes, proofs, and what checks a proof.
import { createHash } from 'node:crypto';

export const HASH_BYTES = 32;

/** Leaves `from` up to, without, `to`. */
export type Range = { readonly from: number; readonly to: number };

/** The root of 2^height leaves, the index-th of its kind. */
export type Node = { readonly height: number; readonly index: number };

const LEAF = Buffer.of(0);
const INNER = Buffer.of(1);

export const hashOfLeaf = (entry: Uint8Array): Buffer =>
  createHash('sha256').update(LEAF).update(entry).digest();

export const hashOfChildren = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(INNER).update(left).update(right).digest();

export const rootOfNothing = (): Buffer => createHash('sha256').digest();

/** The largest power of two below n; sizes go beyond the 32 bits of JavaScript's shifts. */
const splitOf = (n: number): number => {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
};

/** The ranges whose roots prove that a leaf stands in a tree of this size, from below. */
export const inclusionRanges = (leaf: number, size: number): readonly Range[] => {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (leaf < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
};

/** The ranges whose roots prove that a tree of `size` only grew from one of `before`. */
export const consistencyRanges = (before: number, size: number): readonly Range[] => {
  if (before === 0 || before === size) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (before !== to) {
    const middle = from + splitOf(to - from);
    if (before <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  // The older tree as a whole is known to whoever asks.
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
};

/** A range as the complete nodes it is made of, left to right. */
export const nodesOf = ({ from, to }: Range): readonly Node[] => {
  const nodes: Node[] = [];
  for (let at = from; at < to; ) {
    let [height, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      width *= 2;
      height += 1;
    }
    nodes.push({ height, index: at / width });
    at += width;
  }
  return nodes;
};

/** The root of a range from the roots of its nodes: the right ones are joined first. */
export const joined = (roots: readonly Buffer[]): Buffer => {
  const last = roots.at(-1);
  if (last === undefined) return rootOfNothing();
  return roots.slice(0, -1).reduceRight((right, left) => hashOfChildren(left, right), last);
};

/** A tree that only grows, kept as its complete nodes: a few hashes, however many leaves. */
export type GrowingTree = {
  size(): number;
  /** `completed` hears of every node that this leaf completes, the leaf itself not. */
  push(leafHash: Buffer, completed?: (node: Node, hash: Buffer) => void): void;
  root(): Buffer;
};

export const growingTree = (): GrowingTree => {
  const edge: { readonly height: number; readonly hash: Buffer }[] = [];
  let size = 0;
  return {
    size: () => size,
    push(leafHash, completed) {
      let [height, hash] = [0, leafHash];
      for (let left = edge.at(-1); left?.height === height; left = edge.at(-1)) {
        edge.pop();
        hash = hashOfChildren(left.hash, hash);
        height += 1;
        completed?.({ height, index: Math.floor(size / 2 ** height) }, hash);
      }
      edge.push({ height, hash });
      size += 1;
    },
    root: () => joined(edge.map(({ hash }) => hash)),
  };
};

export type InclusionProof = {
  readonly leaf: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
};

/** The root that the proof leads to from this leaf (RFC 9162, 2.1.3.2); undefined: malformed. */
export const rootByInclusion = (
  leafHash: Uint8Array,
  { leaf, size, path }: InclusionProof,
): Buffer | undefined => {
  const ranges = 0 <= leaf && leaf < size ? inclusionRanges(leaf, size) : undefined;
  if (ranges?.length !== path.length) return undefined;
  return path.reduce<Buffer>((hash, sibling, at) => {
    const isLeft = (ranges[at]?.from ?? 0) > leaf;
    return isLeft ? hashOfChildren(hash, sibling) : hashOfChildren(sibling, hash);
  }, Buffer.from(leafHash));
};

export type ConsistencyProof = {
  readonly before: { readonly size: number; readonly root: Uint8Array };
  readonly after: { readonly size: number; readonly root: Uint8Array };
  readonly path: readonly Uint8Array[];
};

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

type Sibling = Range & { readonly hash: Uint8Array };

/** Both roots, made from the seed that both trees hold and from the siblings above it. */
const bothRoots = (
  seed: Uint8Array,
  siblings: readonly Sibling[],
  before: number,
): readonly [old: Uint8Array, now: Uint8Array] => {
  let [old, now] = [seed, seed];
  for (const { from, hash } of siblings) {
    const isOld = from < before;
    if (isOld) old = hashOfChildren(hash, old);
    now = isOld ? hashOfChildren(hash, now) : hashOfChildren(now, hash);
  }
  return [old, now];
};

/** Both roots made again from the nodes of the proof (RFC 9162, 2.1.4.2). */
export const isConsistent = ({ before, after, path }: ConsistencyProof): boolean => {
  if (before.size === after.size) return path.length === 0 && isSame(before.root, after.root);
  if (before.size === 0 || before.size > after.size) return before.size === 0 && path.length === 0;
  const ranges = consistencyRanges(before.size, after.size);
  const siblings = path.flatMap((hash, at): readonly Sibling[] => {
    const range = ranges[at];
    return range === undefined ? [] : [{ ...range, hash }];
  });
  const [first, ...rest] = siblings;
  if (first === undefined || path.length !== ranges.length) return false;
  // An older tree that stands complete at the left edge was not sent: whoever asks knows its root.
  const isWhole = first.from === before.size;
  const [old, now] = isWhole
    ? bothRoots(before.root, siblings, before.size)
    : bothRoots(first.hash, rest, before.size);
  return isSame(old, before.root) && isSame(now, after.root);
};
