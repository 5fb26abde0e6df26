import '@lwc/synthetic-shadow';
import { loadPlatform } from './platform.ts';
import { createShell } from './shell.ts';

const alias = location.pathname.split('/')[2]!;
const pages = {
  go: (_path: string): void => undefined,
  recordsChanged: (_ids: readonly string[]): Promise<void> => Promise.resolve(),
};
const platform = await loadPlatform(alias, {
  go: (path) => pages.go(path),
  recordsChanged: (ids) => pages.recordsChanged(ids),
});
Object.assign(globalThis, { platform });

// Components read the platform while they load, so it must be set first.
const { default: components } = await import('./components.ts');
Object.assign(platform, { make: components.make, inSandbox: components.inSandbox });
Object.assign(pages, createShell(platform, components));
