import { spawn } from 'node:child_process';

const WATCH =
  'while kill -0 "$1" 2>/dev/null; do sleep 1; done; kill -QUIT "$2" 2>/dev/null; sleep 1; shift 2; rm -rf -- "$@"';

/** Stops a database and removes its folders when this process ends, for any reason. */
export function stopWithParent(pid: number, folders: readonly string[]): void {
  spawn('/bin/sh', ['-c', WATCH, 'sh', String(process.pid), String(pid), ...folders], {
    cwd: '/',
    detached: true,
    stdio: 'ignore',
  }).unref();
}
