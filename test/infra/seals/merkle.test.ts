// The tree of RFC 9162: published roots, and proofs that hold for what is there and for nothing else.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consistencyRanges,
  growingTree,
  hashOfLeaf,
  inclusionRanges,
  isConsistent,
  rootByInclusion,
} from '../../../infra/seals/merkle.ts';
import {
  edgeTiles,
  grownTiles,
  rootsOf,
  type TilePlace,
  tileKey,
  tilesOf,
} from '../../../infra/seals/tiles.ts';

/** The eight leaves of the reference implementation of Certificate Transparency, and their roots. */
const REFERENCE = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leafOf = (n: number): Buffer => hashOfLeaf(Buffer.from(`leaf ${n}`));

/** Tiles grown in steps of the given sizes, as the sealer grows them. */
const grownBy = (steps: readonly number[]) => {
  const tiles = new Map<string, Buffer>();
  const find = (place: TilePlace) => tiles.get(tileKey(place));
  const roots = new Map<number, Buffer>();
  const tree = growingTree();
  let size = 0;
  for (const step of steps) {
    const leaves = Array.from({ length: step }, (_, at) => leafOf(size + at));
    for (const tile of grownTiles(size, leaves, find)) tiles.set(tileKey(tile), tile.hashes);
    for (const leaf of leaves) tree.push(leaf);
    size += step;
    roots.set(size, tree.root());
  }
  return { size, find, roots };
};

describe('the tree', () => {
  test('has the roots that the reference of RFC 9162 has', () => {
    const tree = growingTree();
    const roots = REFERENCE.map((leaf) => {
      tree.push(hashOfLeaf(Buffer.from(leaf, 'hex')));
      return tree.root().toString('hex');
    });
    expect(roots).toEqual(ROOTS);
    expect(growingTree().root()).toEqual(createHash('sha256').digest());
  });

  test('proves every leaf in its place and in no other, however the tiles grew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (steps, seed) => {
          const { size, find, roots } = grownBy(steps);
          const leaf = seed % size;
          const ranges = inclusionRanges(leaf, size);
          const needed = new Set(tilesOf(ranges).map(tileKey));
          const path = rootsOf(ranges, (place) =>
            needed.has(tileKey(place)) ? find(place) : undefined,
          );
          const proof = { leaf, size, path };
          expect(rootByInclusion(leafOf(leaf), proof)).toEqual(roots.get(size));
          expect(rootByInclusion(leafOf(leaf + 1), proof)).not.toEqual(roots.get(size));
          if (size > 1) {
            const other = { ...proof, leaf: (leaf + 1) % size };
            expect(rootByInclusion(leafOf(leaf), other)).not.toEqual(roots.get(size));
          }
          expect(edgeTiles(size).every((place) => find(place) !== undefined)).toBe(true);
        },
      ),
      { numRuns: 60, seed: 9162 },
    );
  });

  test('proves that it only grew, and not from a tree that was another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 5 }),
        fc.nat(),
        (steps, seed) => {
          const { size, find, roots } = grownBy(steps);
          const sizes = [...roots.keys()];
          const before = sizes[seed % sizes.length] ?? 0;
          const path = rootsOf(consistencyRanges(before, size), find);
          const rootOf = (n: number): Buffer => roots.get(n) ?? Buffer.alloc(0);
          const after = { size, root: rootOf(size) };
          expect(
            isConsistent({ before: { size: before, root: rootOf(before) }, after, path }),
          ).toBe(true);
          const forged = { size: before, root: leafOf(1) };
          expect(isConsistent({ before: forged, after, path })).toBe(false);
        },
      ),
      { numRuns: 60, seed: 9162 },
    );
  });

  test('of ten million leaves gives proofs under two thousand bytes', () => {
    for (const leaf of [0, 4_999_999, 9_999_999])
      expect(inclusionRanges(leaf, 10_000_000).length * 32).toBeLessThan(1_000);
  });
});
