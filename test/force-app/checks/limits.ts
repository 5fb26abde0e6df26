import {
  childrenOf,
  deep,
  nameOf,
  textOf,
  withSuffix,
  type Check,
  type Element,
  type Tree,
} from './tree.ts';

/**
 * The most characters that the platform takes, by kind of metadata and element at any depth. `name`
 * is the API name, without __c.
 * https://help.salesforce.com/s/articleView?id=000381913 for names and labels, and the Metadata API
 * guide for the others.
 */
const MOST: Record<string, Record<string, number>> = {
  object: { name: 40, label: 40, pluralLabel: 40, description: 1000 },
  field: {
    name: 40,
    label: 255,
    inlineHelpText: 510,
    description: 1000,
    relationshipName: 40,
    relationshipLabel: 80,
  },
  listView: { name: 40, label: 40 },
  compactLayout: { name: 40, label: 40 },
  validationRule: { name: 40, errorMessage: 255, description: 1000 },
  permissionset: { name: 80, label: 80, description: 255 },
  permissionsetgroup: { name: 80, label: 80, description: 255 },
  customPermission: { name: 80, label: 80, description: 255 },
  report: { name: 80, description: 255 },
  reportType: { name: 50, label: 50, description: 255, masterLabel: 80 },
  dashboard: { name: 80, title: 80, header: 80, footer: 80, description: 255 },
  flexipage: { name: 80, masterLabel: 80, description: 255 },
  app: { name: 40, label: 40, description: 255, comment: 1000 },
  tab: { name: 80, label: 40, description: 255 },
  notiftype: { name: 80, masterLabel: 80, description: 255 },
  cspTrustedSite: { name: 80 },
  eca: { label: 80, description: 255 },
};

/** Texts in another language have the same room. */
const MOST_TRANSLATED: Record<string, Record<string, number>> = {
  fieldTranslation: { label: 40, help: 510, relationshipLabel: 80, translation: 255 },
  objectTranslation: { value: 40, errorMessage: 255, nameFieldLabel: 765 },
};
const MOST_GLOBAL: Record<string, Record<string, number>> = {
  customApplications: { label: 40, description: 255 },
  customTabs: { label: 40 },
  reportTypes: { label: 50, description: 255 },
};

const NAMED = [...Object.keys(MOST), 'md'];
const MOST_COLUMNS = 15;
const MOST_FILTERS = 10;

/** What the platform calls too long, and names it does not take. */
export const checkLimits: Check = (tree) => [
  ...NAMED.flatMap((suffix) =>
    withSuffix(tree, suffix).flatMap((path) => nameFaults(tree, path, suffix)),
  ),
  ...Object.entries({ ...MOST, ...MOST_TRANSLATED }).flatMap(([suffix, most]) =>
    withSuffix(tree, suffix).flatMap((path) => lengthFaults(path, tree.xml(path), most)),
  ),
  ...withSuffix(tree, 'field').flatMap((path) =>
    lengthFaults(
      path,
      { ...tree.xml(path), children: childrenOf(tree.xml(path), 'label') },
      { label: 40 },
    ),
  ),
  ...withSuffix(tree, 'translation').flatMap((path) =>
    Object.entries(MOST_GLOBAL).flatMap(([kind, most]) =>
      childrenOf(tree.xml(path), kind).flatMap((entry) => lengthFaults(path, entry, most)),
    ),
  ),
  ...withSuffix(tree, 'listView').flatMap((path) =>
    crowded(path, tree.xml(path), 'columns', MOST_COLUMNS),
  ),
  ...withSuffix(tree, 'listView').flatMap((path) =>
    crowded(path, tree.xml(path), 'filters', MOST_FILTERS),
  ),
  ...tooNew(tree),
];

/**
 * Letters, digits and single underscores, beginning with a letter; a record of custom metadata has
 * its type before the dot.
 */
function nameFaults(tree: Tree, path: string, suffix: string): string[] {
  const whole = nameOf(path).replace(/^[^.]+\.(?=.)/, suffix === 'md' ? '' : '$&');
  const name = whole.replace(/__(c|mdt)$/, '');
  const isPlatforms = suffix === 'object' && name === whole;
  const inside = ['object', 'reportType', 'md'].includes(suffix)
    ? undefined
    : textOf(tree.xml(path), 'fullName');
  return [
    ...(isPlatforms || (/^[A-Za-z](?!\w*__)\w*$/.test(name) && !name.endsWith('_'))
      ? []
      : [`${path}: ${name} cannot be an API name`]),
    ...(name.length > (MOST[suffix]?.name ?? 40)
      ? [`${path}: its API name is longer than ${MOST[suffix]?.name ?? 40}`]
      : []),
    ...(inside !== undefined && inside !== whole ? [`${path}: is called ${inside} inside`] : []),
    ...(suffix === 'object' && textOf(tree.xml(path), 'fullName') !== undefined
      ? [`${path}: the name of an object is that of its file`]
      : []),
  ];
}

const lengthFaults = (
  path: string,
  xml: Element,
  most: Readonly<Record<string, number>>,
): string[] =>
  Object.entries(most)
    .filter(([key]) => key !== 'name')
    .flatMap(([key, length]) =>
      deep(xml, key)
        .filter(({ text }) => text.length > length)
        .map(({ text }) => `${path}: ${key} has ${length} characters at most: ${text}`),
    );

const crowded = (path: string, xml: Element, key: string, most: number): string[] =>
  childrenOf(xml, key).length > most ? [`${path}: has more than ${most} ${key}`] : [];

/**
 * Elements that the type declarations know and our version of the API does not.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_reporttranslation.htm
 */
const SINCE: Record<string, Record<string, number>> = {
  Translations: { reports: 67, dashboards: 67, dashboardComponents: 67 },
};
const API_VERSION = 66;

const tooNew = (tree: Tree): string[] =>
  withSuffix(tree, 'translation').flatMap((path) => {
    const xml = tree.xml(path);
    return xml.children
      .filter(({ name }) => (SINCE[xml.name]?.[name] ?? 0) > API_VERSION)
      .map(({ name }) => `${path}: ${name} came with version ${SINCE[xml.name]![name]} of the API`);
  });
