import type { Config } from '@react-router/dev/config';

/** Pages are rendered on the server, so that the way through works without script; routes stand in src/routes.ts. */
const config: Config = { appDirectory: 'src', buildDirectory: 'build', ssr: true };
export default config;
