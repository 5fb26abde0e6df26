import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The items of the app's navigation in their order, such as standard-Opportunity. A tab of the
 * package is there only for those who see it.
 */
export function appNavigation(packageDir: string, visible: readonly string[]): string[] {
  const file = join(packageDir, 'main/default/applications/Dealside.app-meta.xml');
  return [...readFileSync(file, 'utf8').matchAll(/<tabs>([^<]+)<\/tabs>/g)]
    .map(([, name]) => name!)
    .filter((name) => name.startsWith('standard-') || visible.includes(name));
}
