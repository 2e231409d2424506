import { redirect } from 'react-router';

/** `/desk`: the work that waits. */
export function loader() {
  return redirect('/desk/queue');
}
