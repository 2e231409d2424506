/** All that people's part of the server answers to. */
import type { Route } from '../http/route.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { enrolmentRoutes } from './enrolment-routes.ts';
import { memberRoutes } from './member-routes.ts';
import type { PeopleParts } from './parts.ts';
import { sessionRoutes } from './session-routes.ts';

export function peopleRoutes(parts: PeopleParts): readonly Route[] {
  return [...apiKeyRoutes(parts), ...memberRoutes(parts), ...sessionRoutes(parts), ...enrolmentRoutes(parts)];
}
