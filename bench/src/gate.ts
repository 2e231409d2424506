import { readFile, writeFile } from 'node:fs/promises';
import type { Ratio, Scores } from './score.ts';
import { precisionOf, recallOf } from './score.ts';

/** Least scores by name, 0–1, as stored in gate.json. */
export type GateScores = Readonly<Record<string, number>>;

/** A score that fell under what is stored. */
export type GateDrop = { readonly score: string; readonly least: number; readonly observed: number };

const GATE_FILE = new URL('../gate.json', import.meta.url);
/** Stored scores leave room for this much: one photograph more or less must not stop a change. */
const ROOM = 0.03;

/** The scores that the gate watches; those without any case are left out. */
export function gateScores(scores: Scores): GateScores {
  const named: Record<string, number> = {};
  const put = (name: string, value: number | null): void => {
    if (value !== null) named[name] = Math.round(value * 1000) / 1000;
  };
  put('mrz exact', shareOf(scores.mrz));
  put('fields exact', shareOf(scores.fields));
  const alarms = shareOf(scores.cleanFalseAlarms);
  put('clean without false alarm', alarms === null ? null : 1 - alarms);
  for (const code of scores.codes) {
    put(`${code.code} recall`, recallOf(code));
    put(`${code.code} precision`, precisionOf(code));
  }
  return named;
}

/** Everything that dropped; a stored score that is no longer measured counts as a drop to 0. */
export function drops(stored: GateScores, observed: GateScores): readonly GateDrop[] {
  return Object.entries(stored).flatMap(([score, least]) => {
    const value = observed[score] ?? 0;
    return value < least ? [{ score, least, observed: value }] : [];
  });
}

export async function readGate(): Promise<GateScores> {
  const stored: unknown = JSON.parse(await readFile(GATE_FILE, 'utf8'));
  if (typeof stored !== 'object' || stored === null) throw new Error('bench/gate.json holds no scores');
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => typeof value === 'number'));
}

/** Stores scores as the new least, with a little room. */
export async function storeGate(scores: GateScores): Promise<void> {
  const least = Object.entries(scores).map(([name, value]) => [
    name,
    Math.max(0, Math.floor((value - ROOM) * 1000) / 1000),
  ]);
  await writeFile(GATE_FILE, `${JSON.stringify(Object.fromEntries(least), null, 2)}\n`);
}

function shareOf({ of, count }: Ratio): number | null {
  return of === 0 ? null : count / of;
}
