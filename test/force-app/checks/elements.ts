import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import type { Check, Element } from './tree.ts';

interface Property {
  readonly type: string;
  readonly many: boolean;
  readonly optional: boolean;
}
type Shape =
  | { readonly kind: 'record'; readonly properties: ReadonlyMap<string, Property> }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'other' };

/** Types that say less than the platform wants, or are written otherwise in source files. */
const NOT_CHECKED = new Set(['LightningComponentBundle']);
/** Required on the wire, but filled by the platform or by the file's name. */
const MAY_LACK = new Set([
  'CustomNotificationType.customNotifTypeName',
  'ListView.filterScope',
  'CustomLabel.categories',
]);

/**
 * Each element of each file is one that the Metadata API has at that place, with a value of its
 * type. Source: the WSDL, as @salesforce/types brings it.
 */
export const checkElements: Check = (tree) => {
  const shapes = metadataShapes();
  return tree.paths
    .filter((path) => path.endsWith('-meta.xml'))
    .flatMap((path) => {
      const form = XMLValidator.validate(tree.read(path));
      if (form !== true) return [`${path}: ${form.err.msg}`];
      const root = tree.xml(path);
      if (NOT_CHECKED.has(root.name)) return [];
      if (!shapes.has(root.name)) return [`${path}: the Metadata API has no ${root.name}`];
      return faultsOf(root, root.name, shapes).map((fault) => `${path}: ${fault}`);
    });
};

function faultsOf(element: Element, type: string, shapes: ReadonlyMap<string, Shape>): string[] {
  const shape = shapes.get(type);
  if (type === 'boolean')
    return ['true', 'false'].includes(element.text) ? [] : [`${element.name} is not true or false`];
  if (type === 'number')
    return element.text !== '' && Number.isFinite(Number(element.text))
      ? []
      : [`${element.name} is not a number`];
  if (shape?.kind === 'enum')
    return shape.values.includes(element.text)
      ? []
      : [`${element.name} cannot be ${element.text || 'empty'}`];
  if (shape?.kind !== 'record') return [];
  const { properties } = shape;
  const lacking = [...properties].filter(
    ([name, { optional, many }]) =>
      !optional &&
      !many &&
      !MAY_LACK.has(`${type}.${name}`) &&
      !element.children.some((child) => child.name === name),
  );
  return [
    ...lacking.map(([name]) => `${element.name} lacks ${name}`),
    ...scattered(element).map(
      (name) => `${element.name} has its ${name} scattered: they must stand together`,
    ),
    ...element.children.flatMap((child) => {
      const property = properties.get(child.name);
      if (!property) return [`${element.name} has no ${child.name}`];
      const twice =
        !property.many && element.children.filter(({ name }) => name === child.name).length > 1;
      return [
        ...(twice ? [`${element.name} has ${child.name} more than once`] : []),
        ...faultsOf(child, property.type, shapes),
      ];
    }),
  ];
}

/** Elements of one name that others stand between: the platform calls that a duplicate. */
const scattered = ({ children }: Element): string[] => [
  ...new Set(
    children.flatMap(({ name }, i) =>
      children[i - 1]?.name !== name &&
      children.slice(0, i).some((earlier) => earlier.name === name)
        ? [name]
        : [],
    ),
  ),
];

let known: ReadonlyMap<string, Shape> | undefined;

/** Reads the type declarations that Salesforce generates from its WSDL. */
function metadataShapes(): ReadonlyMap<string, Shape> {
  if (known) return known;
  const folder = join(createRequire(import.meta.url).resolve('@salesforce/types/metadata'), '..');
  const source = readFileSync(join(folder, 'metadata.d.ts'), 'utf8');
  const bodies = new Map(
    [...source.matchAll(/^export type (\w+) = ([^;{]*)(?:\{\n([\s\S]*?)\n\})?;$/gm)].map(
      ([, name, head, body]) => [name!, { head: head!, body: body ?? '' }],
    ),
  );
  const propertiesOf = (name: string): [string, Property][] => {
    const declared = bodies.get(name);
    if (!declared) return [];
    const inherited = [...declared.head.matchAll(/\w+/g)].flatMap(([parent]) =>
      propertiesOf(parent),
    );
    const own = [...declared.body.matchAll(/^ {4}(\w+)(\?)?: (.+?)(\[\])?;$/gm)].map(
      ([, key, optional, type, many]): [string, Property] => [
        key!,
        { type: type!, many: Boolean(many), optional: Boolean(optional) },
      ],
    );
    return [...inherited, ...own];
  };
  known = new Map(
    [...bodies].map(([name, { head, body }]): [string, Shape] => {
      if (head.startsWith("'"))
        return [
          name,
          { kind: 'enum', values: [...head.matchAll(/'([^']*)'/g)].map(([, value]) => value!) },
        ];
      const properties = propertiesOf(name);
      return [
        name,
        body || properties.length > 0
          ? { kind: 'record', properties: new Map(properties) }
          : { kind: 'other' },
      ];
    }),
  );
  return known;
}
