import type { Config } from '@react-router/dev/config';

/**
 * Pages are rendered on the server, so that the way through works without script; routes stand in src/routes.ts. There are
 * few of them: a page brings the whole list along instead of asking for parts of it.
 */
const config: Config = {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  routeDiscovery: { mode: 'initial' },
};
export default config;
