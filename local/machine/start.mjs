import { boot } from './bootstrap.mjs';

await boot('up.ts');
