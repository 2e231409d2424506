/** Merkle tree hashing of RFC 6962 §2.1: what was logged cannot be changed, removed or put in between unseen. */
import { createHash } from 'node:crypto';

/** Roots of the complete subtrees that make up a tree, the largest first. Enough to append to it and to tell its root. */
export type Frontier = readonly Buffer[];

/** A leaf is told apart from a node by its first byte, so that neither can pass for the other. */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** Hash of an entry's bytes. */
export function leafHash(entry: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(entry).digest();
}

/** The frontier of the tree with one more leaf; `size` is that before it. */
export function appended(frontier: Frontier, size: number, leaf: Buffer): Frontier {
  const subtrees = [...frontier];
  let last = leaf;
  // As in binary counting: each 1 at the end of the size is a subtree that becomes part of one twice as large.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const before = subtrees.pop();
    if (before === undefined) throw new Error(`a tree of ${size} leaves has a larger frontier`);
    last = nodeHash(before, last);
  }
  return [...subtrees, last];
}

/** The root; that of the empty tree is the hash of nothing. */
export function rootOf(frontier: Frontier): Buffer {
  const [last, ...before] = frontier.toReversed();
  if (last === undefined) return createHash('sha256').digest();
  return before.reduce((root, subtree) => nodeHash(subtree, root), last);
}

/** Audit path of a leaf (RFC 6962 §2.1.1), from the leaf upwards. */
export function inclusionProof(leaves: readonly Buffer[], index: number): readonly Buffer[] {
  if (leaves.length <= 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), rootOfLeaves(right)]
    : [...inclusionProof(right, index - split), rootOfLeaves(left)];
}

/** Proof that the first `size` leaves are the beginning of all of them (RFC 6962 §2.1.2). */
export function consistencyProof(leaves: readonly Buffer[], size: number): readonly Buffer[] {
  return subproof(leaves, size, true);
}

/** Whether a leaf stands at that index of the tree with that root. */
export function provesInclusion(
  proof: readonly Buffer[],
  {
    leaf,
    index,
    size,
    root,
  }: { readonly leaf: Buffer; readonly index: number; readonly size: number; readonly root: Buffer },
): boolean {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

/** Whether a smaller tree is the beginning of a larger one. */
export function provesConsistency(
  proof: readonly Buffer[],
  older: { readonly size: number; readonly root: Buffer },
  newer: { readonly size: number; readonly root: Buffer },
): boolean {
  if (older.size > newer.size) return false;
  if (older.size === 0) return proof.length === 0;
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root);
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  // A smaller tree that is complete is itself the first node of the proof.
  const path = at === 0 ? [older.root, ...proof] : [...proof];
  const [seed, ...rest] = path;
  if (seed === undefined) return false;
  let [small, large] = [seed, seed];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      small = nodeHash(sibling, small);
      large = nodeHash(sibling, large);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      large = nodeHash(large, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && small.equals(older.root) && large.equals(newer.root);
}

/** The root of a tree from all its leaves' hashes. */
export function rootOfLeaves(leaves: readonly Buffer[]): Buffer {
  let frontier: Frontier = [];
  leaves.forEach((leaf, size) => {
    frontier = appended(frontier, size, leaf);
  });
  return rootOf(frontier);
}

function subproof(leaves: readonly Buffer[], size: number, isWhole: boolean): readonly Buffer[] {
  if (size === leaves.length) return isWhole ? [] : [rootOfLeaves(leaves)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...subproof(left, size, isWhole), rootOfLeaves(right)]
    : [...subproof(right, size - split, false), rootOfLeaves(left)];
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** The largest power of two smaller than `n`, for n > 1. */
function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
