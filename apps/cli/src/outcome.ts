import type { Result } from '@vidimus/engine/standards';
import type { CannotRun } from './cannot-run.ts';
import type { ExitStatus } from './exit-status.ts';

/** How a command went. */
export type Outcome = Result<ExitStatus, CannotRun>;
