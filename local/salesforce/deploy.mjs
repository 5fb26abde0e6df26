import { boot } from '../machine/bootstrap.mjs';

await boot('../salesforce/deploy.ts');
