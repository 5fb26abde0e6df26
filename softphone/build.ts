import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const folderOf = (name: string): string => join(HERE, '../node_modules', name);

const SOFTPHONE_DIST = join(HERE, 'dist');

const OPTIONS: BuildOptions = {
  bundle: true,
  target: 'es2022',
  sourcemap: true,
  logLevel: 'error',
};

/** Bundles the softphone into `outDir`, with the Voice SDK unchanged as Twilio publishes it. */
export async function buildSoftphone({ outDir = SOFTPHONE_DIST } = {}): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    build({
      ...OPTIONS,
      entryPoints: [join(HERE, 'src/main.ts')],
      outfile: join(outDir, 'app.js'),
      format: 'esm',
    }),
    build({
      ...OPTIONS,
      entryPoints: [join(HERE, 'src/passkey.ts')],
      outfile: join(outDir, 'passkey.js'),
      format: 'esm',
    }),
    // The package's components and the softphone share one table of the looks of modes.
    build({
      ...OPTIONS,
      entryPoints: [join(HERE, 'app.css')],
      outfile: join(outDir, 'app.css'),
      loader: { '.svg': 'dataurl' },
      sourcemap: false,
    }),
    copyFile(join(HERE, 'passkey.html'), join(outDir, 'passkey.html')),
    build({
      ...OPTIONS,
      entryPoints: [join(HERE, 'src/plainSignaling.ts')],
      outfile: join(outDir, 'plainSignaling.js'),
      format: 'iife',
    }),
    copyFile(join(HERE, 'index.html'), join(outDir, 'index.html')),
    copyFile(
      join(folderOf('@twilio/voice-sdk'), 'dist/twilio.min.js'),
      join(outDir, 'twilio.min.js'),
    ),
    copyFile(
      join(
        folderOf('@salesforce-ux/design-system'),
        'assets/styles/salesforce-lightning-design-system.min.css',
      ),
      join(outDir, 'slds.css'),
    ),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSoftphone();
