/** `{name}` or `{name|what stands there when the value is not known}`. */
const PLACEHOLDER = /\{([a-z_]+)(?:\|([^{}]*))?\}/g;

/** Fills a text. A value that is not known leaves the text's own default phrase. */
export function fillText(text: string, lookUp: (name: string) => string | undefined): string {
  const filled = text.replace(PLACEHOLDER, (_whole, name: string, fallback: string | undefined) => {
    return lookUp(name) ?? fallback ?? '';
  });
  return filled.charAt(0).toLocaleUpperCase() + filled.slice(1);
}

/** The placeholders of a text, with their default phrases, in order of appearance. */
export function placeholdersOf(text: string): readonly { readonly name: string; readonly fallback: string }[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '', fallback = '']) => ({ name, fallback }));
}
