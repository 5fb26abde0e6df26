import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** What is kept between runs and belongs to the checkout, not to one data folder. */
export const STATE_DIR = join(ROOT, '.dealside');

export const fromRoot = (...parts: string[]): string => join(ROOT, ...parts);

/** The script behind a command that a package brings. */
export function commandOf(packageName: string, command: string): string {
  const { bin } = JSON.parse(readFileSync(fromRoot('node_modules', packageName, 'package.json'), 'utf8')) as { bin: Record<string, string> | string };
  return fromRoot('node_modules', packageName, typeof bin === 'string' ? bin : bin[command]!);
}
