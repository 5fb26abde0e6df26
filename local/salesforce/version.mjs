import { boot } from '../machine/packages/bootstrap.mjs';

await boot('local/salesforce/version.ts');
