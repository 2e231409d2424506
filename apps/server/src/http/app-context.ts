/** What Hono carries through one request. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

export type AppEnv = {
  /**
   * Empty for a request that was made in this process. The pages hand on those of the request they answer, so that theirs count
   * to the same address; its body was theirs to read, and their own stands in the request.
   */
  readonly Bindings: Partial<HttpBindings> & { readonly isFromPages?: true };
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
