import type { StartedServer } from './started-server.ts';
import { type Walk, walkVerification } from './walk-verification.ts';

/** So many applicants at a time, until all have been through. */
export async function walksTogether(
  server: StartedServer,
  photo: Uint8Array,
  { atOnce, walks }: { readonly atOnce: number; readonly walks: number },
): Promise<{ readonly walks: readonly Walk[]; readonly perMinute: number }> {
  const done: Walk[] = [];
  let left = walks;
  const begun = performance.now();
  const walker = async () => {
    while (left > 0) {
      left -= 1;
      done.push(await walkVerification(server, photo));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, walker));
  const minutes = (performance.now() - begun) / 60_000;
  return { walks: done, perMinute: done.length / minutes };
}
