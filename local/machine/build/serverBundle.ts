import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop, type Plugin } from 'esbuild';
import { fromRoot } from '../files/paths.ts';

/** Some packages are CommonJS and load Node's own modules with `require`. */
const REQUIRE = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
].join('\n');

/** Keeps the paths of modules that look for files in their own folder. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](server|local|softphone)[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

/**
 * The carrier's client has thirty APIs, which are half of all code. All but the calls API are left
 * out of the bundle and loaded when they are used.
 */
const otherApis: Plugin = {
  name: 'other-apis',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/[A-Z]\w+$/ }, ({ path, importer }) =>
      /[\\/]twilio[\\/]lib[\\/]rest[\\/]Twilio\.js$/.test(importer) && path !== './Api'
        ? { path: `${join(dirname(importer), path)}.js`, external: true }
        : undefined,
    );
  },
};

/**
 * What tests start many times, because finding and linking up to two thousand modules takes longer
 * than all else until a program is ready.
 */
const TEST_PROGRAMS = {
  main: 'server/main.ts',
  cli: 'server/cli/main.ts',
  crmRelay: 'test/support/crmRelayProcess.ts',
};

/** Bundles into `outDir` what tests start many times. */
export const bundleTestPrograms = (outDir: string): Promise<void> =>
  bundlePrograms(TEST_PROGRAMS, outDir);

/**
 * Bundles each program into `outDir` as `<name>.mjs`. Code that several programs load is there
 * once.
 */
export async function bundlePrograms(
  entryPoints: Readonly<Record<string, string>>,
  outDir: string,
): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await symlink(fromRoot('node_modules'), join(outDir, 'node_modules'));
  await build({
    absWorkingDir: fromRoot(),
    entryPoints: { ...entryPoints },
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minifyWhitespace: true,
    legalComments: 'none',
    // Logs and errors contain names.
    keepNames: true,
    // Not bundled: packages that look for files in their own folder, and optional packages.
    external: ['bullmq', 'ioredis', 'pg-native'],
    banner: { js: REQUIRE },
    plugins: [ownPlaces, otherApis],
    logLevel: 'error',
  });
}

/**
 * Ends the bundler's process, which otherwise keeps hundreds of megabytes until this process ends.
 */
export const endBundler = (): Promise<void> => stop();
