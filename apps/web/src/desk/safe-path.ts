/** Where a page of the desk may send somebody on to: an address of the desk, never another site. */
const DESK_PATH = /^\/desk(?:[/?#]|$)/;

/** `/desk` where it is none. */
export function safeDeskPath(path: FormDataEntryValue | string | null | undefined): string {
  if (typeof path !== 'string' || !DESK_PATH.test(path) || path.includes('\\')) return '/desk';
  return path;
}
