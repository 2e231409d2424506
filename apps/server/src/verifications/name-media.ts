/** The engine counts the photographs (`photo_1`); what is kept names them by their own ids. */

/** The same value with every `media_id` in it renamed; `photo_2_page_3` keeps its page. */
export function nameMedia<T>(value: T, mediaIds: readonly string[]): T;
export function nameMedia(value: unknown, mediaIds: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => nameMedia(each, mediaIds));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'media_id' && typeof each === 'string' ? renamed(each, mediaIds) : nameMedia(each, mediaIds),
    ]),
  );
}

function renamed(name: string, mediaIds: readonly string[]): string {
  const [, number, page] = /^photo_(\d+)(_page_\d+)?$/.exec(name) ?? [];
  const id = number === undefined ? undefined : mediaIds[Number(number) - 1];
  return id === undefined ? name : `${id}${page ?? ''}`;
}
