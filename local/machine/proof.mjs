import { boot } from './bootstrap.mjs';

await boot('../../test/proof/audio/main.ts');
