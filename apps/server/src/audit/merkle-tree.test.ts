import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appended,
  consistencyProof,
  type Frontier,
  inclusionProof,
  leafHash,
  provesConsistency,
  provesInclusion,
  rootOf,
  rootOfLeaves,
} from './merkle-tree.ts';

/** Leaves and roots that the reference implementation of RFC 6962 publishes with its tests. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAVES = INPUTS.map((hex) => leafHash(Buffer.from(hex, 'hex')));
const hex = (proof: readonly Buffer[]) => proof.map((hash) => hash.toString('hex'));

test.each(ROOTS.map((root, size) => [size, root] as const))(
  'a tree of %i leaves has the published root',
  (size, root) => {
    expect(rootOfLeaves(LEAVES.slice(0, size)).toString('hex')).toBe(root);
  },
);

describe('published proofs', () => {
  test.each<readonly [number, number, readonly string[]]>([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  ])('leaf %i of %i', (index, size, proof) => {
    expect(hex(inclusionProof(LEAVES.slice(0, size), index))).toEqual(proof);
  });
  test.each<readonly [number, number, readonly string[]]>([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('%i leaves are the beginning of %i', (older, newer, proof) => {
    expect(hex(consistencyProof(LEAVES.slice(0, newer), older))).toEqual(proof);
  });
});

const trees = fc
  .array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 })
  .map((all) => all.map(leafHash));

describe('in any tree', () => {
  test('appending leaf by leaf comes to the root of all', () => {
    fc.assert(
      fc.property(trees, (leaves) => {
        const frontier = leaves.reduce<Frontier>((at, leaf, size) => appended(at, size, leaf), []);
        expect(rootOf(frontier)).toEqual(rootOfLeaves(leaves));
      }),
    );
  });
  test('every leaf is proven at its place, and at no other', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (leaves, one, other) => {
        const [index, wrong] = [one % leaves.length, other % leaves.length];
        const leaf = leaves[index] ?? Buffer.alloc(0);
        const tree = { size: leaves.length, root: rootOfLeaves(leaves) };
        const proof = inclusionProof(leaves, index);
        expect(provesInclusion(proof, { leaf, index, ...tree })).toBe(true);
        expect(provesInclusion(proof, { leaf: leafHash(Buffer.from('never logged')), index, ...tree })).toBe(false);
        if (wrong !== index && leaves[wrong]?.equals(leaf) !== true) {
          expect(provesInclusion(proof, { leaf, index: wrong, ...tree })).toBe(false);
        }
      }),
    );
  });
  test('every beginning is proven, and a changed one is not', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (leaves, n) => {
        const size = 1 + (n % leaves.length);
        const newer = { size: leaves.length, root: rootOfLeaves(leaves) };
        const older = { size, root: rootOfLeaves(leaves.slice(0, size)) };
        const proof = consistencyProof(leaves, size);
        expect(provesConsistency(proof, older, newer)).toBe(true);
        const changed = [leafHash(Buffer.from('changed')), ...leaves.slice(1, size)];
        expect(provesConsistency(proof, { size, root: rootOfLeaves(changed) }, newer)).toBe(false);
      }),
    );
  });
});
