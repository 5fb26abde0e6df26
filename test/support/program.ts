import { join } from 'node:path';

const BUNDLES = {
  'server/main.ts': 'main.mjs',
  'server/cli/main.ts': 'cli.mjs',
  'test/support/crmRelayProcess.ts': 'crmRelay.mjs',
};

/** What to start for a program: `npm test` bundles it once, which starts in half the time. */
export const program = (entry: keyof typeof BUNDLES): string =>
  process.env.TEST_PROGRAMS ? join(process.env.TEST_PROGRAMS, BUNDLES[entry]) : entry;
