// One event proven to stand in the sealed log: what a stranger needs beside the verifier key.
import type { Position } from '../../infra/event-store/event-store.ts';
import { leafHashAt } from '../../infra/seals/leaf-reading.ts';
import { rootByInclusion } from '../../infra/seals/merkle.ts';
import { inclusionProof, leafOf } from '../../infra/seals/tree-store.ts';
import { type LogAtHand, latestCheckpoint } from './log-proofs.ts';

type ProofFacts = {
  readonly position: Position;
  readonly leaf: number;
  readonly size: number;
  readonly leafHash: string;
  readonly path: readonly string[];
  /** The last seal as it was signed. */
  readonly checkpoint: string;
};

export type Proven =
  | { readonly status: 'log-not-sealed' }
  | { readonly status: 'not-sealed' }
  /** `changed`: the event is no longer what was sealed. */
  | {
      readonly status: 'proven' | 'changed';
      readonly facts: ProofFacts;
      readonly sealedAt: string;
    };

export const proofOf = async (log: LogAtHand, position: Position): Promise<Proven> => {
  const found = await latestCheckpoint(log);
  if (found === undefined) return { status: 'log-not-sealed' };
  const leaf = await leafOf(log.pool, position);
  const hash = await leafHashAt(log.pool, position);
  const { size, root, sealedAt } = found.checkpoint;
  if (leaf === undefined || hash === undefined || leaf >= size) return { status: 'not-sealed' };
  const proof = await inclusionProof(log.pool, leaf, size);
  const facts = {
    ...{ position, leaf, size, leafHash: hash.toString('base64') },
    path: proof.path.map((one) => Buffer.from(one).toString('base64')),
    checkpoint: found.note,
  };
  const isSound = rootByInclusion(hash, proof)?.equals(root) === true;
  return { status: isSound ? 'proven' : 'changed', facts, sealedAt };
};

export const proofFile = (facts: object): string => `${JSON.stringify(facts)}\n`;
