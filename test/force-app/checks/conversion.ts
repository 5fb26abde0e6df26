import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  ComponentSet,
  MetadataConverter,
  type SourceComponent,
} from '@salesforce/source-deploy-retrieve';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/**
 * A deploy takes 10,000 files and 39 MB zipped; what is small stays quick.
 * https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_metadata.htm
 */
const MOST_FILES = 2_000;
const MOST_BYTES = 3_200_000;
const MOST_BUNDLE_BYTES = 131_072;

interface Emitter {
  emitted(): Iterable<{ bundle: string; file: string; code: string }>;
}

export interface Copy {
  /** The copy of force-app/main, with the components' JavaScript. */
  readonly main: string;
  write(path: string, text: string): void;
  /** Takes back what was written since it was made. */
  reset(): void;
  remove(): void;
}

/**
 * A temporary copy of the package as it is deployed: JavaScript written beside its sources. With
 * `component`, of nothing but this one.
 */
export async function copyPackage(component?: string): Promise<Copy> {
  const root = mkdtempSync(join(tmpdir(), 'dealside-package-'));
  for (const file of ['.forceignore', 'sfdx-project.json'])
    cpSync(join(ROOT, file), join(root, file));
  const main = join(root, 'force-app/main');
  const only = component ? `default/lwc/${component}` : '';
  cpSync(join(ROOT, 'force-app/main', only), join(main, only), { recursive: true });
  if (!component) cpSync(join(ROOT, 'seeds'), join(main, 'seeds'), { recursive: true });
  const { emitted } = (await import(
    pathToFileURL(join(ROOT, 'force-app/emit.mjs')).href
  )) as Emitter;
  const before = new Map<string, string | undefined>();
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(main, path)), { recursive: true });
    writeFileSync(join(main, path), text);
  };
  const copy: Copy = {
    main,
    write(path, text) {
      before.set(
        path,
        existsSync(join(main, path)) ? readFileSync(join(main, path), 'utf8') : undefined,
      );
      put(path, text);
    },
    reset() {
      for (const [path, text] of before) {
        if (text === undefined) rmSync(join(main, path));
        else put(path, text);
      }
      before.clear();
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const { bundle, file, code } of emitted())
    if (!component || bundle === component) put(relative(join(ROOT, 'force-app/main'), file), code);
  return copy;
}

/**
 * The copy converts to what the Metadata API takes; every file belongs to a component; nothing is
 * deployed that is not for the platform.
 */
export async function checkConversion({ main }: Copy): Promise<string[]> {
  let components: SourceComponent[];
  let files: string[];
  const output = mkdtempSync(join(tmpdir(), 'dealside-converted-'));
  try {
    const set = ComponentSet.fromSource(main);
    components = set.getSourceComponents().toArray();
    await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory: output,
      genUniqueDir: false,
    });
    files = filesBelow(output);
  } catch (error) {
    return [`conversion: ${(error as Error).message}`];
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
  const deployed = new Set(
    components
      .flatMap((component) => [component.xml, ...component.walkContent()])
      .filter((path) => path !== undefined)
      .map((path) => relative(main, path)),
  );
  const bundles = components.filter(
    (component) => component.type.name === 'LightningComponentBundle',
  );
  // Styles that components share:
  // https://developer.salesforce.com/docs/platform/lwc/guide/create-components-css-share.html
  const isOfStylesAlone = (name: string): boolean =>
    deployed.has(`default/lwc/${name}/${name}.css`) &&
    !deployed.has(`default/lwc/${name}/${name}.html`);
  const bytes = [...deployed].reduce((sum, path) => sum + statSync(join(main, path)).size, 0);
  return [
    ...filesBelow(main)
      .filter((path) => !deployed.has(path) && !isForBuilding(path))
      .map((path) => `${path}: belongs to no component`),
    ...[...deployed].filter(isForBuilding).map((path) => `${path}: is not for the platform`),
    ...bundles
      .filter(
        ({ name }) => !deployed.has(`default/lwc/${name}/${name}.js`) && !isOfStylesAlone(name),
      )
      .map((bundle) => `default/lwc/${bundle.name}: has no JavaScript`),
    ...bundles
      .flatMap((bundle) => bundle.walkContent())
      .filter((path) => statSync(path).size > MOST_BUNDLE_BYTES)
      .map((path) => `${relative(main, path)}: is larger than the platform takes`),
    ...(files.length > MOST_FILES
      ? [`the package has ${files.length} files, and may have ${MOST_FILES}`]
      : []),
    ...(bytes > MOST_BYTES ? [`the package has ${bytes} bytes, and may have ${MOST_BYTES}`] : []),
  ];
}

const isForBuilding = (path: string): boolean =>
  path.endsWith('.ts') || path.includes('__tests__') || path.endsWith('jsconfig.json');

const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
