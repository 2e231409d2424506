/** A policy before anybody knows whether it is one. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text says, or undefined where it is no JSON. */
export function parsedJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The object that a text says; undefined where it says something else, or nothing. */
export function objectIn(text: string): JsonObject | undefined {
  const value = parsedJson(text)?.json;
  return isObject(value) ? value : undefined;
}
