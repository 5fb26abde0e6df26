import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Files that are kept between runs and belong to this checkout, not to one data folder. */
export const STATE_DIR = join(ROOT, '.dealside');

/** A path below the project's root. */
export const fromRoot = (...parts: string[]): string => join(ROOT, ...parts);

/** The script of a command of an installed package. */
export function commandOf(packageName: string, command: string): string {
  const { bin } = JSON.parse(
    readFileSync(fromRoot('node_modules', packageName, 'package.json'), 'utf8'),
  ) as { bin: Record<string, string> | string };
  return fromRoot('node_modules', packageName, typeof bin === 'string' ? bin : bin[command]!);
}
