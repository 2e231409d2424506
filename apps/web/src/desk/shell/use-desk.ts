import { useRouteLoaderData } from 'react-router';
import type { loader } from '../desk-layout.tsx';

export type Desk = Exclude<Awaited<ReturnType<typeof loader>>, Response>;

/** Who is signed in, what they may do, in which mode: for every page inside the desk's layout. */
export function useDesk(): Desk {
  const desk = useRouteLoaderData<typeof loader>('desk');
  if (desk === undefined) throw new Error('useDesk is for pages inside the desk’s layout');
  return desk;
}
