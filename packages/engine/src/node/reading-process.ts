/**
 * How to start a Node process of its own that reads photographs, one after another: in the end about a tenth less memory, and no more
 * time. As shipped, Node lets the garbage between two collections grow from 16 to 64 MB after some dozens of photographs, and the
 * C library keeps what each thread of the models has freed for that thread (glibc; others do not look at the variable).
 * @example fork(module, [], { execArgv: [...READING_PROCESS.execArgv], env: { ...process.env, ...READING_PROCESS.env } })
 */
export const READING_PROCESS = {
  execArgv: ['--max-semi-space-size=16'],
  env: { MALLOC_ARENA_MAX: '1' },
} as const;
