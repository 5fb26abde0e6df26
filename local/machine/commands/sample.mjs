#!/usr/bin/env node
import { boot } from '../packages/bootstrap.mjs';

await boot('local/machine/commands/sample.ts');
