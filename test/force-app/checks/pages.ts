import { modelOf, type Model } from './model.ts';
import {
  childrenOf,
  deep,
  doubles,
  nameOf,
  namesWith,
  textOf,
  textsOf,
  withSuffix,
  type Check,
  type Element,
  type Tree,
} from './tree.ts';

/** The platform's page templates that we use, with their regions. */
const TEMPLATES: Record<string, readonly string[]> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeSingleColTemplateDesktop': ['header', 'main'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'one:utilityBarTemplateDesktop': ['utilityItems'],
};

const PLATFORM_COMPONENTS = [
  'force:highlightsPanel',
  'force:detailPanel',
  'force:relatedListContainer',
  'force:relatedListSingleContainer',
  'runtime_sales_activities:activityPanel',
];
const PLATFORM_TABS = [
  'home',
  'Opportunity',
  'Account',
  'Contact',
  'Lead',
  'Task',
  'report',
  'Dashboard',
].map((name) => `standard-${name}`);
const TARGETS: Record<string, string> = {
  RecordPage: 'lightning__RecordPage',
  HomePage: 'lightning__HomePage',
  AppPage: 'lightning__AppPage',
  UtilityBar: 'lightning__UtilityBar',
};
const FORM_FACTORS = ['Large', 'Small'];

/** Pages have only components that may stand there; apps and tabs lead only to what exists. */
export const checkPages: Check = (tree) => {
  const model = modelOf(tree);
  return [
    ...withSuffix(tree, 'flexipage').flatMap((path) => pageFaults(tree, model, path)),
    ...withSuffix(tree, 'app').flatMap((path) => appFaults(tree, path)),
    ...withSuffix(tree, 'tab').flatMap((path) => tabFaults(tree, model, path)),
  ];
};

function pageFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const object = textOf(xml, 'sobjectType');
  const template = textOf(childrenOf(xml, 'template')[0], 'name') ?? '';
  const regions = childrenOf(xml, 'flexiPageRegions')
    .filter((region) => textOf(region, 'type') === 'Region')
    .flatMap((region) => textsOf(region, 'name'));
  const instances = deep(xml, 'componentInstance');
  return [
    ...(object && !model.objects.has(object) ? [`${path}: there is no ${object}`] : []),
    ...(textOf(xml, 'type') === 'RecordPage' && !object
      ? [`${path}: a record page needs its object`]
      : []),
    ...(TEMPLATES[template] ? [] : [`${path}: the template ${template} is not known here`]),
    ...regions
      .filter((region) => TEMPLATES[template] && !TEMPLATES[template].includes(region))
      .map((region) => `${path}: ${template} has no region ${region}`),
    ...doubles(
      childrenOf(xml, 'flexiPageRegions').flatMap((region) => textsOf(region, 'name')),
    ).map((name) => `${path}: has the region ${name} twice`),
    ...facetFaults(path, xml),
    ...doubles(instances.flatMap((instance) => textsOf(instance, 'identifier'))).map(
      (name) => `${path}: has the identifier ${name} twice`,
    ),
    ...instances.flatMap((instance) =>
      componentFaults(tree, model, path, instance, textOf(xml, 'type') ?? '', object),
    ),
    ...deep(xml, 'criteria').flatMap((criterion) => visibilityFaults(tree, path, criterion)),
    ...deep(xml, 'fieldItem')
      .map((item) => item.text.replace(/^Record\./, ''))
      .filter((field) => object && !model.field(object, field))
      .map((field) => `${path}: shows the field ${field}, which is not there`),
  ];
}

/** A rule that asks for a permission that is not there shows its component to nobody. */
function visibilityFaults(tree: Tree, path: string, criterion: Element): string[] {
  const [left = '', operator, right] = ['leftValue', 'operator', 'rightValue'].map((name) =>
    textOf(criterion, name),
  );
  const permission = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/.exec(left)?.[1];
  if (!permission || operator !== 'EQUAL' || right !== 'true')
    return [`${path}: the visibility rule ${left} ${operator} ${right} is not known here`];
  return tree.has(`default/customPermissions/${permission}.customPermission-meta.xml`)
    ? []
    : [`${path}: a visibility rule asks for ${permission}, which is not there`];
}

/** Each facet is filled into one component, and a component's facets are there. */
function facetFaults(path: string, xml: Element): string[] {
  const regions = childrenOf(xml, 'flexiPageRegions');
  const facets = regions
    .filter((region) => textOf(region, 'type') === 'Facet')
    .flatMap((region) => textsOf(region, 'name'));
  const used = deep(xml, 'componentInstanceProperties').flatMap((property) =>
    textsOf(property, 'value'),
  );
  return [
    ...facets
      .filter((name) => !used.includes(name))
      .map((name) => `${path}: the facet ${name} stands in no component`),
    ...used
      .filter((value) => value.startsWith('Facet-') && !facets.includes(value))
      .map((value) => `${path}: there is no facet ${value}`),
    ...regions
      .filter((region) => textOf(region, 'mode') !== undefined)
      .map((region) => `${path}: the region ${textOf(region, 'name')} takes no mode`),
    ...deep(xml, 'itemInstances')
      .filter(({ children }) => children.length !== 1)
      .map(() => `${path}: each item holds one component`),
    ...deep(xml, 'fieldItem')
      .filter(({ text }) => !text.startsWith('Record.'))
      .map(({ text }) => `${path}: ${text} must be named as Record.${text.split('.').at(-1)}`),
  ];
}

function componentFaults(
  tree: Tree,
  model: Model,
  path: string,
  instance: Element,
  pageType: string,
  object: string | undefined,
): string[] {
  const name = textOf(instance, 'componentName') ?? '';
  const settings = new Map(
    childrenOf(instance, 'componentInstanceProperties').map((property) => [
      textOf(property, 'name') ?? '',
      property,
    ]),
  );
  if (name.includes(':')) {
    const list = textOf(settings.get('relatedListApiName'), 'value');
    return [
      ...(PLATFORM_COMPONENTS.includes(name)
        ? []
        : [`${path}: the component ${name} is not known here`]),
      ...(list?.endsWith('__r') && object && !model.childrenOf(object).has(list)
        ? [`${path}: ${object} has no related list ${list}`]
        : []),
    ];
  }
  const file = `default/lwc/${name}/${name}.js-meta.xml`;
  if (!tree.has(file)) return [`${path}: there is no component ${name}`];
  const meta = tree.xml(file);
  const target = TARGETS[pageType] ?? pageType;
  const config = deep(meta, 'targetConfig').find((each) =>
    each.attributes.targets?.split(',').includes(target),
  );
  const objects = config ? deep(config, 'object').map((each) => each.text) : [];
  const declared = config ? deep(config, 'property').map((each) => each.attributes.name) : [];
  return [
    ...(textOf(meta, 'isExposed') === 'true' &&
    deep(meta, 'target').some((each) => each.text === target)
      ? []
      : [`${path}: ${name} may not stand on a ${pageType}`]),
    ...(objects.length > 0 && object && !objects.includes(object)
      ? [`${path}: ${name} is not for ${object}`]
      : []),
    ...[...settings]
      .filter(
        ([key, property]) => textOf(property, 'type') !== 'decorator' && !declared.includes(key),
      )
      .map(([key]) => `${path}: ${name} has no property ${key}`),
  ];
}

function appFaults(tree: Tree, path: string): string[] {
  const xml = tree.xml(path);
  const page = (name: string | undefined): Element | undefined =>
    name && tree.has(`default/flexipages/${name}.flexipage-meta.xml`)
      ? tree.xml(`default/flexipages/${name}.flexipage-meta.xml`)
      : undefined;
  const utilityBar = textOf(xml, 'utilityBar');
  const overrides = childrenOf(xml, 'actionOverrides');
  const slots = overrides.map((each) =>
    ['pageOrSobjectType', 'actionName', 'formFactor'].map((key) => textOf(each, key)).join(' '),
  );
  return [
    ...textsOf(xml, 'tabs')
      .filter((tab) => ![...PLATFORM_TABS, ...namesWith(tree, 'tab')].includes(tab))
      .map((tab) => `${path}: there is no tab ${tab}`),
    ...(utilityBar && textOf(page(utilityBar), 'type') !== 'UtilityBar'
      ? [`${path}: ${utilityBar} is no utility bar`]
      : []),
    ...doubles(slots).map((slot) => `${path}: has two pages for ${slot}`),
    ...overrides.flatMap((override) => {
      const name = textOf(override, 'content');
      const [target, object] = [
        textOf(override, 'pageOrSobjectType'),
        textOf(page(name), 'sobjectType'),
      ];
      if (!page(name)) return [`${path}: there is no page ${name}`];
      if (!FORM_FACTORS.includes(textOf(override, 'formFactor') ?? ''))
        return [`${path}: ${name} has no form factor`];
      return object && object !== target
        ? [`${path}: ${name} is for ${object}, not for ${target}`]
        : [];
    }),
  ];
}

function tabFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const component = textOf(xml, 'lwcComponent');
  const meta = `default/lwc/${component}/${component}.js-meta.xml`;
  return [
    ...(textOf(xml, 'customObject') === 'true' && !model.ownObjects.includes(nameOf(path))
      ? [`${path}: there is no object ${nameOf(path)}`]
      : []),
    ...(component &&
    !(
      tree.has(meta) &&
      deep(tree.xml(meta), 'target').some((each) => each.text === 'lightning__Tab')
    )
      ? [`${path}: ${component} may not stand on a tab`]
      : []),
    ...(/^Custom\d+: .+/.test(textOf(xml, 'motif') ?? '')
      ? []
      : [`${path}: needs a motif such as Custom53: Bell`]),
  ];
}
