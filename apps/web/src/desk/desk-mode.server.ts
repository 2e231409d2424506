/** Which of the two worlds a member is looking at; their pages remember it. */

const MODE_COOKIE = 'vidimus_mode';
const DAYS_365_S = 365 * 24 * 60 * 60;

export type DeskMode = 'live' | 'test';

/** As chosen before. Whoever only tries the product begins where the demonstration happens. */
export function deskMode(request: Request, isDemonstration: boolean): DeskMode {
  const chosen = new RegExp(`(?:^|; )${MODE_COOKIE}=(live|test)(?:;|$)`).exec(request.headers.get('cookie') ?? '')?.[1];
  if (chosen === 'live' || chosen === 'test') return chosen;
  return isDemonstration ? 'test' : 'live';
}

/** `Set-Cookie` of a choice. It holds no secret; scripts have no use for it. */
export function modeCookie(mode: DeskMode): string {
  return `${MODE_COOKIE}=${mode}; Path=/; Max-Age=${DAYS_365_S}; SameSite=Lax; HttpOnly`;
}
