import { watch } from 'node:fs';
import { fromRoot } from '../files/paths.ts';
import type { ManagedProcess } from '../processes/managedProcess.ts';
import { messageFor } from '../terminal/fault.ts';
import { prepare } from './prepare.ts';

/**
 * Waits this long for quiet, because an editor writes several files at once, and some of them
 * twice.
 */
const QUIET_MS = 200;
const SOURCE = /\.(m?ts|js|html|css|xml|json)$/;
const MADE = /(^|[\\/])(dist|generated|node_modules)[\\/]/;

/**
 * Restarts the server and rebuilds browser bundles when their sources change. Returns a function
 * that stops watching.
 */
export function watchSources(
  server: Pick<ManagedProcess, 'restart'>,
  say: (line: string) => void,
): () => void {
  const stops = [
    onChange(['server'], async (path) => {
      say(`${path} changed; starting the server again`);
      await server.restart();
      say('server runs again');
    }),
    onChange(['softphone', 'force-app', 'local/org/lightning'], async (path) => {
      say(`${path} changed; building`);
      await prepare();
      say('built; reload the page');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };

  /**
   * Acts once per burst of changes, one act at a time. A fault is printed, and the next change
   * tries again.
   */
  function onChange(folders: string[], act: (path: string) => Promise<void>): () => void {
    let quiet: NodeJS.Timeout | undefined;
    let acting = Promise.resolve();
    const watchers = folders.map((folder) =>
      watch(fromRoot(...folder.split('/')), { recursive: true }, (_, name) => {
        if (!name || !SOURCE.test(name) || MADE.test(name)) return;
        clearTimeout(quiet);
        quiet = setTimeout(() => {
          acting = acting
            .then(() => act(`${folder}/${name}`))
            .catch((error) => say(messageFor(error)));
        }, QUIET_MS);
      }),
    );
    return () => {
      clearTimeout(quiet);
      for (const watcher of watchers) watcher.close();
    };
  }
}
