import { EVENT_TYPES, type EventType } from '@vidimus/protocol';

/** The events that a form ticks; `all` stands for those that are to come, too. */
export function eventTypesIn(sent: FormData): (EventType | '*')[] {
  if (sent.get('all') === 'yes') return ['*'];
  const ticked = sent.getAll('events');
  return EVENT_TYPES.filter((type) => ticked.includes(type));
}
