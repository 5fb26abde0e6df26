/**
 * What a process of Dealside that a test starts has of the test's own environment: where programs
 * are, where files go that last for a moment, and where Node keeps compiled code from one start to
 * the next.
 */
export const childEnv = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  ...(process.env.TMPDIR && { TMPDIR: process.env.TMPDIR }),
  ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
});
