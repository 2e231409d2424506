/** Fills parameters into a path. */

/** Throws a TypeError for a parameter that is empty or made of dots: such a path would lead to another route. */
export function path(texts: TemplateStringsArray, ...parameters: readonly (string | number)[]): string {
  const segments = parameters.map((parameter) => {
    const text = String(parameter);
    if (/^\.{0,2}$/.test(text)) throw new TypeError(`a parameter of ${texts.join('…')} is ${JSON.stringify(text)}`);
    return encodeURIComponent(text);
  });
  return String.raw({ raw: texts }, ...segments);
}
