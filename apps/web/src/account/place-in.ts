/** Whose accounts a page is about, as its address says. */
export type AccountPlaceAsked = { readonly organization?: string; readonly mode: 'live' | 'test' };

export function placeIn(query: URLSearchParams): AccountPlaceAsked {
  const of = query.get('of');
  const mode = query.get('mode') === 'test' ? 'test' : 'live';
  return of === null || !/^org_[0-9A-Z]{26}$/.test(of) ? { mode } : { organization: of, mode };
}
