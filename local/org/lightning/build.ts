import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lwcModule from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replaceModule from '@rollup/plugin-replace';
import { transform } from 'esbuild';
import { rollup, type Plugin, type WarningHandlerWithDefault } from 'rollup';
import { COMPONENTS, packageEntry } from './bundle/packageEntry.ts';
import {
  customLabels,
  germanLabels,
  packageModules,
  pageItems,
  utilityItems,
  type PackageModule,
} from './bundle/packageModules.ts';
import { platformModules } from './bundle/platformModules.ts';
import { typeStripping } from './bundle/typeStripping.ts';
import { usedIcons } from './bundle/usedIcons.ts';
import { DIST } from './dist.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PACKAGE = join(ROOT, 'force-app/main/default');
const UTILITY_BAR = join(PACKAGE, 'flexipages/Dealside_UtilityBar.flexipage-meta.xml');
const HOME = join(PACKAGE, 'flexipages/Dealside_Home.flexipage-meta.xml');
const GERMAN = join(ROOT, 'force-app/main/german/translations/de.translation-meta.xml');

/** Modules of the platform, which run outside the package's sandbox. */
const PLATFORM_MODULE = /^(lwc$|lightning\/|@salesforce\/)/;

// The types of the plugins describe their CommonJS form.
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
    UTILITY_BAR,
    HERE,
    join(ROOT, 'package-lock.json'),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return 'unchanged';
  say('bundling the Lightning pages');

  const lwcDir = join(PACKAGE, 'lwc');
  const modules = packageModules(lwcDir);
  const own = await bundleOwn(modules);
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
        outside: own.imports,
        utilityItems: utilityItems(UTILITY_BAR),
        homeItems: pageItems(HOME),
      }),
      typeStripping(),
      minifiedEngine(),
      compiled([{ dir: join(HERE, 'platform') }, { npm: 'lightning-base-components' }]),
      nodeResolve({ extensions: ['.ts', '.js', '.mjs'] }),
      constants(),
    ],
    onwarn,
  });
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  await bundle.write({
    dir: DIST,
    format: 'esm',
    entryFileNames: 'app.js',
    chunkFileNames: '[name].js',
    plugins: [{ name: 'compact', renderChunk: compact }],
  });
  await bundle.close();
  writeFileSync(join(DIST, 'c.js'), await compact(own.code));
  writeFileSync(stamp, inputs);
  return 'built';
}

/**
 * Bundles only the package's components, as the one AMD module that the sandbox of their namespace
 * evaluates. Platform modules stay outside.
 */
async function bundleOwn(
  modules: readonly PackageModule[],
): Promise<{ readonly code: string; readonly imports: readonly string[] }> {
  const bundle = await rollup({
    input: COMPONENTS,
    external: (id) => PLATFORM_MODULE.test(id),
    plugins: [
      packageEntry(modules),
      typeStripping(),
      compiled(
        modules.map(({ name, path }) => ({ name: `c/${name}`, path })),
        { enableLightningWebSecurityTransforms: true },
      ),
      constants(),
    ],
    onwarn,
  });
  const { output } = await bundle.generate({ format: 'amd', interop: 'esModule' });
  await bundle.close();
  const [{ code, imports }] = output;
  return { code, imports };
}

/**
 * Removes whitespace and comments, because a browser reads the code again on each page. Names stay.
 */
async function compact(code: string): Promise<string> {
  const { code: compacted } = await transform(code, {
    loader: 'js',
    target: 'es2022',
    minifyWhitespace: true,
    legalComments: 'none',
  });
  return compacted;
}

/**
 * Makes Lightning Web Security treat its engine as minified, as it is in an org. It decides by the
 * name of a function, and otherwise leaves the frames of its sandboxes in the page.
 */
const minifiedEngine = (): Plugin => ({
  name: 'minified-engine',
  transform: (code, id) =>
    id.includes('/@locker/')
      ? { code: code.replace(".includes('LOCKER_UNMINIFIED_FLAG')", ".includes('-')"), map: null }
      : null,
});

/**
 * The LWC compiler, with modules that components import by name. Code for a sandbox is compiled for
 * it: access to properties of a window that cannot be replaced, such as its location, goes through
 * the sandbox.
 */
const compiled = (modules: readonly object[], more: object = {}): Plugin =>
  lwc({
    ...more,
    rootDir: ROOT,
    exclude: [
      '**/node_modules/@lwc/**',
      '**/node_modules/@locker/**',
      '**/node_modules/lwc/**',
      '**/local/org/lightning/client/**',
    ],
    // The base components attach internals, and one of their modals is created dynamically.
    enableSyntheticElementInternals: true,
    enableDynamicComponents: true,
    modules,
  });

const constants = (): Plugin =>
  replace({
    preventAssignment: true,
    values: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"' },
  });

const onwarn: WarningHandlerWithDefault = (warning, warn) => {
  const about = warning.loc?.file ?? warning.id ?? warning.ids?.[0] ?? warning.message;
  if (!about.includes('node_modules')) warn(warning);
};

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
