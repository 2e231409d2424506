import { useRouteLoaderData } from 'react-router';
import type { loadDesk } from '../load-desk.server.ts';

export type Desk = Awaited<ReturnType<typeof loadDesk>>;

/** Who is signed in, what they may do, in which mode: for every page inside the desk's layout. */
export function useDesk(): Desk {
  const desk = useRouteLoaderData<typeof loadDesk>('desk');
  if (desk === undefined) throw new Error('useDesk is for pages inside the desk’s layout');
  return desk;
}
