import { boot } from '../packages/bootstrap.mjs';

await boot('test/proof/day/main.ts');
