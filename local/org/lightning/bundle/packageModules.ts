import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A component bundle of the package: its tag, entry file, and the targets in its metadata. */
export interface PackageModule {
  readonly name: string;
  readonly tag: string;
  readonly path: string;
  readonly targets: readonly string[];
  /** The objects on whose record pages the package places it, and who sees it there. */
  readonly objects: Readonly<Record<string, PageItem['shownWith']>>;
  /** The same on the record pages of the mobile app. */
  readonly phoneObjects: Readonly<Record<string, PageItem['shownWith']>>;
  readonly hasTemplate: boolean;
}

const EXTENSIONS = ['ts', 'js', 'html', 'css'];

/** The component bundles in a folder. */
export function packageModules(lwcDir: string): PackageModule[] {
  const pages = recordPages(join(lwcDir, '..'));
  const objectsOf = (name: string, isForPhones: boolean) =>
    Object.fromEntries(
      pages
        .filter((page) => page.isForPhones === isForPhones)
        .flatMap(({ object, items }) =>
          items
            .filter(({ tag }) => tag === tagOf(name))
            .map(({ shownWith }) => [object, shownWith]),
        ),
    );
  const folders = readdirSync(lwcDir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('__'),
  );
  return folders.flatMap(({ name }) => {
    const extension = EXTENSIONS.find((candidate) =>
      existsSync(join(lwcDir, name, `${name}.${candidate}`)),
    );
    if (!extension) return [];
    const metaFile = join(lwcDir, name, `${name}.js-meta.xml`);
    const meta = existsSync(metaFile) ? readFileSync(metaFile, 'utf8') : '';
    return [
      {
        name,
        tag: tagOf(name),
        path: join(lwcDir, name, `${name}.${extension}`),
        targets: exposedTargets(meta),
        objects: objectsOf(name, false),
        phoneObjects: objectsOf(name, true),
        hasTemplate: existsSync(join(lwcDir, name, `${name}.html`)),
      },
    ];
  });
}

/** An item of the utility bar: what it shows, and whether it starts automatically. */
export interface UtilityItem {
  readonly tag: string;
  readonly label: string;
  readonly icon: string;
  readonly isEager: boolean;
}

/** The items of a page of type UtilityBar, in their order. */
export function utilityItems(flexipageFile: string): UtilityItem[] {
  const items = readFileSync(flexipageFile, 'utf8').matchAll(
    /<componentInstance>([\s\S]*?)<\/componentInstance>/g,
  );
  return [...items].map(([, item = '']) => {
    const property = (name: string): string | undefined =>
      new RegExp(`<name>${name}</name>\\s*<type>decorator</type>\\s*<value>([^<]*)</value>`).exec(
        item,
      )?.[1];
    const name = textOf(item, 'componentName');
    return {
      tag: tagOf(name),
      label: property('label') ?? name,
      icon: property('icon') ?? 'utility',
      isEager: property('eager') === 'true',
    };
  });
}

/** A component of a page, and custom permissions, one of which a person needs to see it. */
export interface PageItem {
  readonly tag: string;
  readonly shownWith: readonly string[];
}

/**
 * The components of a page, in their order. Throws for a visibility rule that requires anything but
 * one of several custom permissions.
 */
export function pageItems(flexipageFile: string): PageItem[] {
  const items = readFileSync(flexipageFile, 'utf8').matchAll(
    /<componentInstance>([\s\S]*?)<\/componentInstance>/g,
  );
  return [...items].map(([, item = '']) => {
    const criteria = [...item.matchAll(/<criteria>([\s\S]*?)<\/criteria>/g)].map(
      ([, each = '']) => each,
    );
    const shownWith = criteria.map((each) => {
      const permission = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/.exec(
        textOf(each, 'leftValue'),
      )?.[1];
      if (
        !permission ||
        textOf(each, 'operator') !== 'EQUAL' ||
        textOf(each, 'rightValue') !== 'true'
      )
        throw new Error(`${flexipageFile}: the stand-in cannot evaluate ${each.trim()}`);
      return permission;
    });
    const filter = textOf(item, 'booleanFilter');
    if (shownWith.length > 1 && filter !== shownWith.map((_, n) => n + 1).join(' OR '))
      throw new Error(`${flexipageFile}: the stand-in cannot evaluate ${filter || 'AND'}`);
    return { tag: tagOf(textOf(item, 'componentName')), shownWith };
  });
}

/** A record page that the app assigns to an object, for computers or for phones. */
interface RecordPage {
  readonly name: string;
  readonly object: string;
  readonly isForPhones: boolean;
  readonly items: readonly PageItem[];
}

/**
 * The record pages that people reach: those that an app's action override puts in the place of an
 * object's own page. A page that is in the package alone is shown to nobody.
 */
export function recordPages(packageDir: string): RecordPage[] {
  const { assigned } = pageAssignments(packageDir);
  return assigned.flatMap(({ name, object, isForPhones }) => {
    const file = pageFile(packageDir, name);
    return isRecordPage(file) ? [{ name, object, isForPhones, items: pageItems(file) }] : [];
  });
}

/** The pages of the package that no app shows to anybody, by name. */
export function unreachablePages(packageDir: string): string[] {
  const { assigned, utilityBars } = pageAssignments(packageDir);
  const reached = new Set([...assigned.map(({ name }) => name), ...utilityBars]);
  return filesIn(join(packageDir, 'flexipages'), PAGE_SUFFIX).filter((name) => !reached.has(name));
}

/** What the package's apps show instead of the platform's own pages, and their utility bars. */
function pageAssignments(packageDir: string) {
  const apps = filesIn(join(packageDir, 'applications'), APP_SUFFIX).map((name) =>
    readFileSync(join(packageDir, 'applications', `${name}${APP_SUFFIX}`), 'utf8'),
  );
  const overrides = apps.flatMap((xml) =>
    [...xml.matchAll(/<actionOverrides>([\s\S]*?)<\/actionOverrides>/g)].map(
      ([, override = '']) => override,
    ),
  );
  return {
    assigned: overrides
      .filter((override) => textOf(override, 'type') === 'Flexipage')
      .map((override) => ({
        name: textOf(override, 'content'),
        object: textOf(override, 'pageOrSobjectType'),
        isForPhones: textOf(override, 'formFactor') === 'Small',
      })),
    utilityBars: apps.map((xml) => textOf(xml, 'utilityBar')),
  };
}

const PAGE_SUFFIX = '.flexipage-meta.xml';
const APP_SUFFIX = '.app-meta.xml';
const pageFile = (packageDir: string, name: string): string =>
  join(packageDir, 'flexipages', `${name}${PAGE_SUFFIX}`);
const isRecordPage = (file: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8').includes('<type>RecordPage</type>');
const filesIn = (dir: string, suffix: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((file) => file.endsWith(suffix))
        .map((file) => file.slice(0, -suffix.length))
    : [];

/** The tag of a bundle: liveCalls becomes c-live-calls. */
export const tagOf = (name: string): string =>
  `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The targets in a bundle's metadata; none when it is not exposed. */
export function exposedTargets(metaXml: string): string[] {
  if (!/<isExposed>true<\/isExposed>/.test(metaXml)) return [];
  return [...metaXml.matchAll(/<target>([^<]+)<\/target>/g)].map((match) => match[1]!);
}

/** The package's labels: texts by name, with XML escapes decoded. */
export function customLabels(labelsFile: string): Record<string, string> {
  if (!existsSync(labelsFile)) return {};
  const blocks = readFileSync(labelsFile, 'utf8').matchAll(/<labels>([\s\S]*?)<\/labels>/g);
  return Object.fromEntries(
    [...blocks].map(([, block = '']) => [textOf(block, 'fullName'), textOf(block, 'value')]),
  );
}

/** The German texts of the package's labels, by the label's name. */
export function germanLabels(translationFile: string): Record<string, string> {
  if (!existsSync(translationFile)) return {};
  const blocks = readFileSync(translationFile, 'utf8').matchAll(
    /<customLabels>([\s\S]*?)<\/customLabels>/g,
  );
  return Object.fromEntries(
    [...blocks].map(([, block = '']) => [textOf(block, 'name'), textOf(block, 'label')]),
  );
}

const textOf = (xml: string, tag: string): string =>
  (new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xml)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
