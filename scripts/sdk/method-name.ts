/** How a route is called in the sdk: `createVerification` of the tag `verifications` is `verifications.create`. */

export type MethodName = { readonly group: string; readonly method: string };

/** The group is the tag; the method is the operation without the word that the group says already. */
export function methodName(tag: string, operationId: string): MethodName {
  const group = camel(tag);
  const plural = group.charAt(0).toUpperCase() + group.slice(1);
  const singular = plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/s$/, '');
  // Not the first word, which says what is done; and only whole words.
  const word = new RegExp(`(?<=[a-z])(${plural}|${singular})(?![a-z])`);
  return { group, method: operationId.replace(word, '') };
}

/** `listVerifications` → `listAll`; `listDeliveries` → `listAllDeliveries`. */
export function methodOfAll(method: string): string {
  return method.replace(/^list/, 'listAll');
}

function camel(words: string): string {
  return words.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}
