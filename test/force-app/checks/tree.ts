import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';

/** The files of the package, by their paths below force-app/main. */
export interface Tree {
  readonly paths: readonly string[];
  has(path: string): boolean;
  read(path: string): string;
  xml(path: string): Element;
}

/** What a check finds wrong: each fault names its file. */
export type Check = (tree: Tree) => string[] | Promise<string[]>;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

export const MAIN = fileURLToPath(new URL('../../../force-app/main', import.meta.url));

/** The records that an org gets once; in a tree they are below seeds/. */
const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

export const openTree = (root = MAIN): Tree =>
  treeOf(new Map([...filesOf(root, ''), ...(root === MAIN ? filesOf(SEEDS, 'seeds') : [])]));

const filesOf = (root: string, under: string): [string, () => string][] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [join(under, relative(root, file)), () => readFileSync(file, 'utf8')]);

/** A copy in which one file reads otherwise; a new path adds a file, `undefined` takes one away. */
export function changed(
  tree: Tree,
  path: string,
  edit: (text: string) => string | undefined,
): Tree {
  const before = tree.has(path) ? tree.read(path) : '';
  const after = edit(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  const own = treeOf(new Map(after === undefined ? [] : [[path, () => after]]));
  const from = (asked: string): Tree => (asked === path ? own : tree);
  return {
    paths: [...tree.paths.filter((each) => each !== path), ...own.paths].toSorted(),
    has: (asked) => from(asked).has(asked),
    read: (asked) => from(asked).read(asked),
    xml: (asked) => from(asked).xml(asked),
  };
}

function treeOf(files: ReadonlyMap<string, () => string>): Tree {
  const texts = new Map<string, string>();
  const elements = new Map<string, Element>();
  const tree: Tree = {
    paths: [...files.keys()].toSorted(),
    has: (path) => files.has(path),
    read(path) {
      if (!texts.has(path)) texts.set(path, files.get(path)!());
      return texts.get(path)!;
    },
    xml(path) {
      if (!elements.has(path)) elements.set(path, parse(tree.read(path)));
      return elements.get(path)!;
    },
  };
  return tree;
}

type Ordered = Record<string, unknown> & { ':@'?: Record<string, string> };
const parser = new XMLParser({
  preserveOrder: true,
  parseTagValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  trimValues: true,
});

function parse(xml: string): Element {
  const [root] = (parser.parse(xml) as Ordered[]).map(elementOf);
  if (!root) throw new Error('no element');
  return root;
}

function elementOf(node: Ordered): Element {
  const name = Object.keys(node).find((key) => key !== ':@')!;
  const inside = node[name] as Ordered[];
  return {
    name,
    attributes: node[':@'] ?? {},
    children: inside.filter((child) => !('#text' in child)).map(elementOf),
    text: inside.map((child) => ('#text' in child ? String(child['#text']) : '')).join(''),
  };
}

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];
export const textOf = (element: Element | undefined, name: string): string | undefined =>
  childrenOf(element, name)[0]?.text;
export const textsOf = (element: Element | undefined, name: string): string[] =>
  childrenOf(element, name).map((child) => child.text);

/** All elements of this name at any depth. */
export function deep(element: Element, name: string): Element[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => deep(child, name)),
  ];
}

/** "Dealside_Barge" of default/customPermissions/Dealside_Barge.customPermission-meta.xml. */
export const nameOf = (path: string): string =>
  path
    .split('/')
    .at(-1)!
    .replace(/\.[\w-]+-meta\.xml$/, '');

export const withSuffix = (tree: Tree, suffix: string): string[] =>
  tree.paths.filter((path) => path.endsWith(`.${suffix}-meta.xml`));
export const namesWith = (tree: Tree, suffix: string): string[] =>
  withSuffix(tree, suffix).map(nameOf);

/** What is named more than once. */
export const doubles = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];
