import { boot } from './bootstrap.mjs';

await boot('test.ts');
