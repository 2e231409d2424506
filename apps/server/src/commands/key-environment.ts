/** Where keys are named, taken out of the environment: no process that is started later inherits them. */
import type { KeyEnvironment } from '../vault/load-master-keys.ts';

export type Keys = KeyEnvironment & { readonly VIDIMUS_SIGNING_KEY_FILE?: string };

const NAMES = ['VIDIMUS_KEYS', 'VIDIMUS_KEYS_FILE', 'VIDIMUS_SIGNING_KEY_FILE'] as const;

/** Reads and removes. */
export function keyEnvironment(environment: NodeJS.ProcessEnv): Keys {
  const found = NAMES.flatMap((name) => {
    const value = environment[name];
    delete environment[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}
