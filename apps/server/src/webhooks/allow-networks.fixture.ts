/** Networks that a test writes itself, and writes right. */
import { type AllowedNetworks, readNetworks } from './safe-address.ts';

export function allowNetworks(...networks: readonly string[]): AllowedNetworks {
  const read = readNetworks(networks);
  if (!read.ok) throw new Error(read.error.network);
  return read.value;
}
