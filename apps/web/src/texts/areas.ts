/** The areas of the pages' words, each with its English catalogue, which is the measure of the others. Types only: no page carries them all. */
import type { shellEn } from './shell/en.table.ts';

type Catalogues = {
  readonly shell: typeof shellEn;
};

export type Area = keyof Catalogues;
export type MessageKey<A extends Area> = keyof Catalogues[A] & string;
/** A catalogue of an area in any language: the keys of the English one, none missing, none more. */
export type Messages<A extends Area> = { readonly [K in MessageKey<A>]: string };
