import { OWN_READERS, PEERS } from './reader-kinds.ts';
import type { ReaderKind } from './zone-reader.ts';

export type FoundReaders = {
  readonly readers: readonly ReaderKind[];
  /** Peers that are not here, and how to get them. */
  readonly missing: readonly { readonly name: string; readonly remedy: string }[];
};

/** Our own readers, and those peers that are installed. */
export function findReaders(peers: string | null): FoundReaders {
  const looked = PEERS.map((kind) => ({ kind, remedy: kind.missing(peers) }));
  return {
    readers: [...OWN_READERS, ...looked.filter(({ remedy }) => remedy === null).map(({ kind }) => kind)],
    missing: looked.flatMap(({ kind, remedy }) => (remedy === null ? [] : [{ name: kind.name, remedy }])),
  };
}
