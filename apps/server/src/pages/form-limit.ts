/** How many bytes a form may have, by the page that it is sent to: a photograph goes to few, and most carry a few words. */
const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
/** A photograph of 15 MB, and what surrounds it in a form. */
const PHOTOGRAPH = 16 * MEGABYTE;
/** The text of a policy, a logo. */
const DOCUMENT = 2 * MEGABYTE;
/** An appeal of 5,000 characters in any script, written as a form. */
const WORDS = 64 * KILOBYTE;

/** In bytes. */
export function formLimit(path: string): number {
  if (/^\/verify\/[^/]+\/photo\/(front|back)([.]data)?$/.test(path)) return PHOTOGRAPH;
  return /^\/desk\/(policies|organization)\b/.test(path) ? DOCUMENT : WORDS;
}
