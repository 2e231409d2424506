import { expect, test } from 'vitest';
import { findState } from './normalise-state-code.ts';
import { STATE_SCRIPTS } from './state-scripts.table.ts';

test('every state with a script of its own is one that we know, by its own code', () => {
  for (const state of STATE_SCRIPTS.keys()) expect(findState(state)?.code).toBe(state);
});

test('every script is one that has a name (ISO 15924)', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'none' });
  for (const [state, script] of STATE_SCRIPTS) expect(names.of(script), state).toBeDefined();
});
