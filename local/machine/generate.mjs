import { boot } from './bootstrap.mjs';

await boot('generate.ts');
