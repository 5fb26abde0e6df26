import lwcModule from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replaceModule from '@rollup/plugin-replace';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup, type Plugin } from 'rollup';
import { customLabels, germanLabels, packageModules } from './bundle/packageModules.ts';
import { platformModules } from './bundle/platformModules.ts';
import { typeStripping } from './bundle/typeStripping.ts';
import { usedIcons } from './bundle/usedIcons.ts';
import { DIST } from './dist.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PACKAGE = join(ROOT, 'force-app/main/default');
const GERMAN = join(ROOT, 'force-app/main/german/translations/de.translation-meta.xml');

// The plugins' types describe their CommonJS shape.
const replace = replaceModule as unknown as (options: object) => Plugin;
const lwc = lwcModule as unknown as (options: object) => Plugin;

/**
 * Bundles the Lightning pages with the package's unmodified components, unless no input has changed
 * since the last build.
 */
export async function buildLightning(
  say: (line: string) => void = () => undefined,
): Promise<'built' | 'unchanged'> {
  const stamp = join(DIST, 'inputs.sha256');
  const inputs = hashOf([
    join(PACKAGE, 'lwc'),
    join(PACKAGE, 'flexipages'),
    join(PACKAGE, 'labels'),
    GERMAN,
    HERE,
    join(ROOT, 'package-lock.json'),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return 'unchanged';
  say('bundling the Lightning pages');

  const lwcDir = join(PACKAGE, 'lwc');
  const modules = packageModules(lwcDir);
  const bundle = await rollup({
    input: join(HERE, 'client/main.ts'),
    plugins: [
      usedIcons([
        lwcDir,
        join(HERE, 'client'),
        join(ROOT, 'node_modules/lightning-base-components/src/lightning'),
      ]),
      platformModules({
        labels: customLabels(join(PACKAGE, 'labels/CustomLabels.labels-meta.xml')),
        translations: { de: germanLabels(GERMAN) },
        modules,
      }),
      typeStripping(),
      lwc({
        rootDir: ROOT,
        exclude: [
          '**/node_modules/@lwc/**',
          '**/node_modules/lwc/**',
          '**/local/org/lightning/client/**',
        ],
        // The base components attach internals, and one of their modals is dynamic.
        enableSyntheticElementInternals: true,
        enableDynamicComponents: true,
        modules: [
          ...modules.map(({ name, path }) => ({ name: `c/${name}`, path })),
          { dir: join(HERE, 'platform') },
          { npm: 'lightning-base-components' },
        ],
      }),
      nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
      replace({
        preventAssignment: true,
        values: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"' },
      }),
    ],
    onwarn(warning, warn) {
      const about = warning.loc?.file ?? warning.id ?? warning.ids?.[0] ?? warning.message;
      if (!about.includes('node_modules')) warn(warning);
    },
  });
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  await bundle.write({
    dir: DIST,
    format: 'esm',
    entryFileNames: 'app.js',
    chunkFileNames: '[name].js',
  });
  await bundle.close();
  writeFileSync(stamp, inputs);
  return 'built';
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (path === DIST || path.endsWith('__tests__') || !existsSync(path)) return;
    const entries = /\.\w+$/.test(path) ? undefined : readdirSync(path);
    if (entries) for (const entry of entries.sort()) add(join(path, entry));
    else hash.update(path).update(readFileSync(path));
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const result = await buildLightning((line) => process.stdout.write(`${line}\n`));
  process.stdout.write(
    `Lightning pages ${result} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
}
