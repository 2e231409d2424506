import { readFile, writeFile } from 'node:fs/promises';
import type { Ratio, Scores } from './score.ts';
import { precisionOf, recallOf } from './score.ts';

/** Least scores by name, 0–1, as stored in gate.json. */
export type GateScores = Readonly<Record<string, number>>;

/** A score that fell under what is stored. */
export type GateDrop = { readonly score: string; readonly least: number; readonly observed: number };

const GATE_FILE = new URL('../gate.json', import.meta.url);
/** Stored scores leave room for this much, and for one case more or less: neither must stop a change. */
const ROOM = 0.03;

/** A score and the number of cases behind it. */
export type GateScore = { readonly name: string; readonly value: number; readonly of: number };

/** The scores that the gate watches; those without any case are left out. */
export function gateScores(scores: Scores): readonly GateScore[] {
  const named: GateScore[] = [];
  const put = (name: string, value: number | null, of: number): void => {
    if (value !== null) named.push({ name, value: Math.round(value * 1000) / 1000, of });
  };
  put('mrz exact', shareOf(scores.mrz), scores.mrz.of);
  put('fields exact', shareOf(scores.fields), scores.fields.of);
  const alarms = shareOf(scores.cleanFalseAlarms);
  put('clean without false alarm', alarms === null ? null : 1 - alarms, scores.cleanFalseAlarms.of);
  for (const code of scores.codes) {
    put(`${code.code} recall`, recallOf(code), code.hit + code.missed);
    put(`${code.code} precision`, precisionOf(code), code.hit + code.falseAlarm);
  }
  return named;
}

/** What is stored as the least of a score: a little under it, and never so near that one case decides. */
export function leastOf({ value, of }: Pick<GateScore, 'value' | 'of'>): number {
  const room = Math.max(ROOM, 1 / Math.max(1, of));
  return Math.max(0, Math.floor((value - room) * 1000) / 1000);
}

/** Everything that dropped; a stored score that is no longer measured counts as a drop to 0. */
export function drops(stored: GateScores, observed: readonly Pick<GateScore, 'name' | 'value'>[]): readonly GateDrop[] {
  const values = new Map(observed.map(({ name, value }) => [name, value]));
  return Object.entries(stored).flatMap(([score, least]) => {
    const value = values.get(score) ?? 0;
    return value < least ? [{ score, least, observed: value }] : [];
  });
}

export async function readGate(): Promise<GateScores> {
  const stored: unknown = JSON.parse(await readFile(GATE_FILE, 'utf8'));
  if (typeof stored !== 'object' || stored === null) throw new Error('bench/gate.json holds no scores');
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => typeof value === 'number'));
}

/** Stores scores as the new least, with a little room. A least of 0 could never be missed, so it is not stored. */
export async function storeGate(scores: readonly GateScore[]): Promise<void> {
  const least = Object.fromEntries(
    scores.map((score) => [score.name, leastOf(score)] as const).filter(([, least]) => least > 0),
  );
  await writeFile(GATE_FILE, `${JSON.stringify(least, null, 2)}\n`);
}

function shareOf({ of, count }: Ratio): number | null {
  return of === 0 ? null : count / of;
}
