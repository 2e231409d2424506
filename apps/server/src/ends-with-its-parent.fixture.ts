/** Loaded into a server under test before anything else: where the tests that started it end without stopping it, it ends too. */
process.once('disconnect', () => process.exit());
// The channel is there to be missed, and keeps nothing alive.
process.channel?.unref();

// Makes a module of it.
export {};
