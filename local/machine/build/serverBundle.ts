import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop, type Plugin } from 'esbuild';
import { fromRoot } from '../files/paths.ts';

/** Some packages are CommonJS, and ask for Node's own modules by `require`. */
const REQUIRE = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
].join('\n');

/** Modules find files beside themselves, which stay where they are. */
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
 * The carrier's client loads each of its thirty APIs when it is asked for. They are half of all code;
 * only the one for calls is worth reading at each start.
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
 * Bundles the server with its packages into `outDir`, for programs that start it many times: two
 * thousand modules cost more to find and link than a server does until it is ready. Returns the
 * path of what to run.
 */
export async function bundleServer(outDir: string): Promise<string> {
  await bundlePrograms({ main: 'server/main.ts' }, outDir);
  return join(outDir, 'main.mjs');
}

/** Bundles each program into `outDir` as `<name>.mjs`; what several load is there once. */
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
    // Named in logs and errors.
    keepNames: true,
    // Loaded when asked for: what looks for files beside itself, and what may not be installed.
    external: ['bullmq', 'ioredis', 'pg-native'],
    banner: { js: REQUIRE },
    plugins: [ownPlaces, otherApis],
    logLevel: 'error',
  });
}

/** Ends the bundler's process, which would keep its hundreds of megabytes as long as this one runs. */
export const endBundler = (): Promise<void> => stop();
