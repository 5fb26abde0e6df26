import { boot } from '../packages/bootstrap.mjs';

await boot('local/machine/commands/test.ts');
