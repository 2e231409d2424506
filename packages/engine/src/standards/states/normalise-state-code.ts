import { ICAO_CODES, type IcaoCode } from './icao-codes.table.ts';
import { ISO_COUNTRIES } from './iso-countries.table.ts';

/** A state or organization that may issue a document, or a nationality that one may show. */
export type State = {
  /** ISO 3166-1 alpha-3, or ICAO's own three-letter code (Doc 9303-3 §5). */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, where it has one. */
  readonly alpha2?: string;
  /** The ISO alpha-3 of the state behind one of ICAO's codes: GBN → GBR. */
  readonly iso?: string;
};

/**
 * The code that we write for what a document prints: `D<<` → DEU, `de` → DEU, `RKS` → XKX, `GBN` → GBN.
 * Null where no list knows it: an unknown code is reported as printed, never guessed.
 */
export function normaliseStateCode(printed: string): string | null {
  return findState(printed)?.code ?? null;
}

/** Looks up a code (alpha-2, alpha-3, ICAO's own, with or without fillers) or an English name. */
export function findState(printed: string): State | null {
  const key = printed.replaceAll('<', '').trim().toUpperCase();
  return BY_KEY.get(key) ?? null;
}

/** How the zone prints a state: DEU → `D`, XKX → `RKS`, others as they are (ICAO Doc 9303-3 §5). */
export function mrzStateCode(code: string): string {
  const canonical = normaliseStateCode(code) ?? code;
  return MRZ_SPELLING.get(canonical) ?? canonical;
}

const MRZ_SPELLING: ReadonlyMap<string, string> = new Map([
  ['DEU', 'D'],
  ['XKX', 'RKS'],
]);

const BY_KEY: ReadonlyMap<string, State> = buildIndex();

function buildIndex(): ReadonlyMap<string, State> {
  const index = new Map<string, State>();
  for (const [alpha2, code, name] of ISO_COUNTRIES) {
    const state: State = { code, name, alpha2, iso: code };
    for (const key of [alpha2, code, name.toUpperCase()]) index.set(key, state);
  }
  for (const icao of ICAO_CODES) {
    const state = index.get(icao.canonical ?? '') ?? stateOf(icao);
    index.set(icao.code, state);
  }
  index.set('XK', index.get('XKX') ?? { code: 'XKX', name: 'Kosovo' });
  return index;
}

function stateOf(icao: IcaoCode): State {
  const state: State = { code: icao.canonical ?? icao.code, name: icao.name };
  return icao.iso === undefined ? state : { ...state, iso: icao.iso };
}
