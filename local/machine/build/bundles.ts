import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fromRoot } from '../files/paths.ts';
import { Fault } from '../terminal/fault.ts';
import { isFresh, markFresh, type Stamped } from './stamps.ts';

interface Bundle extends Stamped {
  readonly build: string;
  readonly dist: string;
}

/** The bundles that browsers load. All other code runs from its sources. */
const BUNDLES: readonly Bundle[] = [
  {
    name: 'lightning pages',
    build: fromRoot('local', 'org', 'lightning', 'build.ts'),
    dist: fromRoot('local', 'org', 'lightning', 'dist'),
    inputs: [
      fromRoot('local', 'org', 'lightning'),
      fromRoot('force-app'),
      fromRoot('package-lock.json'),
    ],
    except: ['dist', '__tests__'],
  },
  {
    name: 'softphone',
    build: fromRoot('softphone', 'build.ts'),
    dist: fromRoot('softphone', 'dist'),
    inputs: [fromRoot('softphone'), fromRoot('package-lock.json')],
    except: ['dist'],
  },
];

/**
 * Builds stale bundles, one after another. Calls `built` with the name of each. Throws Fault with
 * the output of the build.
 */
export async function buildBundles(built: (name: string) => void): Promise<void> {
  const stale = BUNDLES.filter(
    (bundle) => existsSync(bundle.build) && !(existsSync(bundle.dist) && isFresh(bundle)),
  );
  for (const bundle of stale) {
    await run(bundle);
    markFresh(bundle);
    built(bundle.name);
  }
}

function run({ name, build }: Bundle): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [build], {
      cwd: fromRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Fault(
              `the ${name} could not be built:\n${output.trim().split('\n').slice(-20).join('\n')}`,
            ),
          ),
    );
  });
}
