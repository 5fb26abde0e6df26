import type { Context, RootHookObject } from 'mocha';
import { lastWords } from './serverLogs.ts';

/** After a test that failed, what the servers said: a fault that comes once can be found then. */
export const mochaHooks: RootHookObject = {
  afterEach(this: Context) {
    if (this.currentTest?.state === 'failed') process.stderr.write(`${lastWords()}\n`);
  },
};
