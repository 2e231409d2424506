/** What Hono carries through one request. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

export type AppEnv = {
  /** Empty for a request that was made in this process, by the pages' loaders. */
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    readonly requestId: string;
    /** Undefined for a request that was made in this process. */
    readonly address: string | undefined;
    /** Template of what answers; for logs and metrics. */
    readonly route: string;
    readonly organizationId: string;
  };
};
export type AppContext = Context<AppEnv>;
