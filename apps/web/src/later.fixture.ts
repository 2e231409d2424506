/** Loaded into a server under test before anything else: each SIGUSR2 moves its clock on by a quarter of an hour. */
const QUARTER_HOUR_MS = 15 * 60_000;

const TrueDate = globalThis.Date;
let aheadMs = 0;

const now = () => TrueDate.now() + aheadMs;

globalThis.Date = new Proxy(TrueDate, {
  construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [now()] : given, made),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
});

process.on('SIGUSR2', () => {
  aheadMs += QUARTER_HOUR_MS;
  process.stderr.write('a quarter of an hour later\n');
});

// Makes a module of it.
export {};
