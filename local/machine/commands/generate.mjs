import { boot } from '../packages/bootstrap.mjs';

await boot('local/machine/build/prismaClient.ts');
