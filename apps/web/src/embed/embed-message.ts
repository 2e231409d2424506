/** What the pages and the element on the operator's site say to each other: how it stands, never anything of a person. */

/** From the page: `state` is the verification's (`open`, `approved` …); `height` in CSS px comes with `resized` alone. */
export type PageMessage = {
  readonly type: 'vidimus';
  readonly event: 'ready' | 'resized' | 'finished';
  readonly state: string;
  readonly height?: number;
};

/** From the element, when its frame has loaded: the page answers with `ready`. */
export type ElementMessage = { readonly type: 'vidimus'; readonly event: 'hello' };

/** Taller than any page of ours; a wrong number must not make the operator's site endless. */
const MOST_HEIGHT = 20_000;

/** A message of the page; null for whatever else is posted to a window. */
export function readPageMessage(value: unknown): PageMessage | null {
  const [event, state, height] = [ours(value, 'event'), ours(value, 'state'), ours(value, 'height')];
  if (typeof state !== 'string' || !/^[a-z_]{1,40}$/.test(state)) return null;
  if (event === 'ready' || event === 'finished') return { type: 'vidimus', event, state };
  if (event !== 'resized' || typeof height !== 'number' || !(height > 0) || height > MOST_HEIGHT) return null;
  return { type: 'vidimus', event, state, height };
}

/** Whether it is a message of the element. */
export function isElementMessage(value: unknown): value is ElementMessage {
  return ours(value, 'event') === 'hello';
}

/** A property of a message that says it is ours. */
function ours(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'vidimus') return undefined;
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
