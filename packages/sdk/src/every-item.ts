/** Lists come in pages; this is all of them, one after another. */

export type Page<Item> = {
  readonly data: readonly Item[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
};

/** Every item from `first` (a cursor) on. A page is asked for when it is needed, so that a loop may end early. */
export async function* everyItem<Item>(
  first: string | undefined,
  pageAt: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor = first;
  for (;;) {
    const page = await pageAt(cursor);
    yield* page.data;
    if (!page.has_more || page.next_cursor === null) return;
    cursor = page.next_cursor;
  }
}
