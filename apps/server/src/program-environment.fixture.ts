/** The least of the environment that a program of ours under test is started with: whatever else it is told, the test tells it. */

/** Where programs are found, and where what was compiled before is kept: `npm test` keeps it for all that it starts. */
export function programEnvironment(): Readonly<Record<string, string>> {
  const names = ['PATH', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
