import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What is kept between runs and belongs to the checkout, not to one data folder. */
export const KEPT_DIR = join(ROOT, '.dealside');

export const fromRoot = (...parts: string[]): string => join(ROOT, ...parts);
