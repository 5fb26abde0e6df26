import { boot } from '../packages/bootstrap.mjs';

await boot('test/proof/audio/main.ts');
