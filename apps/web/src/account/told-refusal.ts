import type { MessageKey } from '../texts/areas.ts';

/** What was refused, and until when. */
export type ToldRefusal = { readonly key: MessageKey<'account'>; readonly time: string };

/** Of what an action answered. */
export function refusalIn(answer: object | undefined): ToldRefusal | undefined {
  const found: { readonly refused?: ToldRefusal } = answer ?? {};
  return found.refused;
}
