/** What is asked of a service, as the head of a column. "Load" is what is in flight on one server. */
import type { Figure } from '../engine/figure/figure';

/** `Users`, `Requests/s`; behind it a number needs no unit. */
export function loadTitle(asked: Figure | undefined): string {
  return asked?.unit === 'users' ? 'Users' : 'Requests/s';
}
