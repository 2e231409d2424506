/** Accounts of applicants: kept, entered, cared for. */
import type { Route } from '../http/route.ts';
import { keepRoutes } from './keep-routes.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import type { AccountParts } from './parts.ts';
import { recoveryDeskRoutes } from './recovery-desk-routes.ts';
import { recoveryRoutes } from './recovery-routes.ts';
import { accountSignInRoutes } from './sign-in-routes.ts';
import { waysRoutes } from './ways-routes.ts';

export function accountRoutes(parts: AccountParts): readonly Route[] {
  return [
    ...accountSignInRoutes(parts),
    ...keepRoutes(parts),
    ...ownAccountRoutes(parts),
    ...waysRoutes(parts),
    ...recoveryRoutes(parts),
    ...recoveryDeskRoutes(parts),
  ];
}
