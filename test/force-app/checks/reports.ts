import { LONG_TYPES, modelOf, type Field, type Model } from './model.ts';
import {
  childrenOf,
  deep,
  doubles,
  textOf,
  textsOf,
  withSuffix,
  type Check,
  type Element,
  type Tree,
} from './tree.ts';

const MOST_NAME = 40;
const MOST_TILES = 20;

/** Report types, reports and dashboards name only what exists. */
export const checkReports: Check = (tree) => {
  const model = modelOf(tree);
  return [
    ...withSuffix(tree, 'reportType').flatMap((path) => typeFaults(tree, model, path)),
    ...withSuffix(tree, 'report').flatMap((path) => [
      ...reportFaults(tree, model, path),
      ...folderFaults(tree, path, 'reportFolder'),
    ]),
    ...withSuffix(tree, 'dashboard').flatMap((path) => [
      ...dashboardFaults(tree, path),
      ...folderFaults(tree, path, 'dashboardFolder'),
    ]),
  ];
};

/**
 * The object that a table of a report type stands for: Call_Intervention__c.Coaching_Notes__r is
 * Coaching_Note__c.
 */
/** A field of an object, also of parents: Rep__c.Manager.Name. */
function fieldAt(model: Model, object: string, path: string): Field | undefined {
  const [head = '', ...rest] = path.split('.');
  const fields = model.objects.get(object);
  const field =
    fields?.get(head) ??
    [...(fields?.values() ?? [])].find(
      ({ custom, relationshipName }) => !custom && relationshipName === head,
    );
  if (rest.length === 0) return field;
  return field?.referenceTo ? fieldAt(model, field.referenceTo, rest.join('.')) : undefined;
}

function objectOfTable(model: Model, table: string): string | undefined {
  const [base = '', ...lists] = table.split('.');
  return lists.reduce<string | undefined>(
    (object, list) => (object ? model.childrenOf(object).get(list) : undefined),
    model.objects.has(base) ? base : undefined,
  );
}

function typeFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const base = textOf(xml, 'baseObject') ?? '';
  const join = textOf(childrenOf(xml, 'join')[0], 'relationship');
  return [
    ...(model.objects.has(base) ? [] : [`${path}: there is no ${base}`]),
    ...[base, join && model.childrenOf(base).get(join)]
      .filter((object) => object && isUnreported(tree, object))
      .map((object) => `${path}: ${object} does not allow reports`),
    ...(join && !model.childrenOf(base).has(join) ? [`${path}: ${base} has no list ${join}`] : []),
    ...doubles(
      deep(xml, 'columns').map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`),
    ).map((column) => `${path}: offers ${column} twice`),
    ...deep(xml, 'columns').flatMap((column) => {
      const [table = '', name = ''] = [textOf(column, 'table'), textOf(column, 'field')];
      const object = objectOfTable(model, table);
      if (
        !object ||
        !table.startsWith(base) ||
        (table.includes('.') && table !== `${base}.${join}`)
      )
        return [`${path}: there is no table ${table}`];
      return fieldAt(model, object, name) ? [] : [`${path}: there is no field ${table}.${name}`];
    }),
  ];
}

function isUnreported(tree: Tree, object: string): boolean {
  const file = `default/objects/${object}/${object}.object-meta.xml`;
  return tree.has(file) && textOf(tree.xml(file), 'enableReports') !== 'true';
}

function reportFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const typeName = textOf(xml, 'reportType') ?? '';
  const typePath = `default/reportTypes/${typeName.replace(/__c$/, '')}.reportType-meta.xml`;
  if (!typeName.endsWith('__c') || !tree.has(typePath))
    return [`${path}: there is no report type ${typeName}`];
  const offered = new Set(
    deep(tree.xml(typePath), 'columns').map(
      (column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`,
    ),
  );
  const fieldOf = (column: string): Field | undefined => {
    const [table = '', name = ''] = column.split('$');
    const object = objectOfTable(model, table);
    return object ? fieldAt(model, object, name) : undefined;
  };
  const buckets = new Map(
    childrenOf(xml, 'buckets').map((bucket) => [
      textOf(bucket, 'developerName') ?? '',
      textOf(bucket, 'sourceColumnName') ?? '',
    ]),
  );
  const formulas = childrenOf(xml, 'aggregates').map(
    (formula) => textOf(formula, 'calculatedFormula') ?? '',
  );
  const groupings = ['groupingsDown', 'groupingsAcross']
    .flatMap((key) => childrenOf(xml, key))
    .flatMap((grouping) => textsOf(grouping, 'field'));
  const shown = childrenOf(xml, 'columns').flatMap((column) => textsOf(column, 'field'));
  const dated = textsOf(childrenOf(xml, 'timeFrameFilter')[0], 'dateColumn');
  const filters = deep(xml, 'criteriaItems');
  const named = [
    ...groupings.filter((column) => !buckets.has(column)),
    ...buckets.values(),
    ...formulas.flatMap((formula) =>
      [...formula.matchAll(/(\w+)\.([\w.]+):[A-Z]+/g)].map(([, table, name]) => `${table}$${name}`),
    ),
    ...shown,
    ...dated,
    ...filters.flatMap((filter) => textsOf(filter, 'column')),
  ];
  const across = childrenOf(xml, 'groupingsAcross').length;
  const down = childrenOf(xml, 'groupingsDown').length;
  const format = across > 0 ? 'Matrix' : down > 0 ? 'Summary' : 'Tabular';
  return [
    ...named
      .filter((column) => !offered.has(column))
      .map((column) => `${path}: ${typeName} has no column ${column}`),
    ...(shown.length === 0 ? [`${path}: shows no column`] : []),
    ...doubles(shown).map((column) => `${path}: shows ${column} twice`),
    ...doubles(groupings).map((column) => `${path}: groups by ${column} twice`),
    ...logicFaults(path, textOf(childrenOf(xml, 'filter')[0], 'booleanFilter'), filters.length),
    ...groupings
      .filter((column) => shown.includes(column))
      .map((column) => `${path}: groups by ${column} and shows it too`),
    ...groupings
      .filter((column) => LONG_TYPES.includes(fieldOf(column)?.type ?? ''))
      .map((column) => `${path}: cannot group by the long text ${column}`),
    ...dated
      .filter((column) => !['Date', 'DateTime'].includes(fieldOf(column)?.type ?? ''))
      .map((column) => `${path}: ${column} is no date`),
    ...(textOf(xml, 'format') === format ? [] : [`${path}: with these groupings it is ${format}`]),
    ...(down > 3 || across > 2 ? [`${path}: has too many groupings`] : []),
    ...((textOf(xml, 'name') ?? '').length > MOST_NAME
      ? [`${path}: its name is longer than ${MOST_NAME}`]
      : []),
    ...filters.flatMap((filter) =>
      filterFaults(path, filter, fieldOf(textOf(filter, 'column') ?? '')),
    ),
    ...childrenOf(xml, 'columns')
      .filter(
        (column) =>
          childrenOf(column, 'aggregateTypes').length > 0 &&
          !/^(Number|Checkbox|currency)$/.test(fieldOf(textOf(column, 'field') ?? '')?.type ?? ''),
      )
      .map((column) => `${path}: ${textOf(column, 'field')} cannot be added up`),
  ];
}

/** What may be asked of a field of a type. */
const OF_TEXTS = [
  'equals',
  'notEqual',
  'contains',
  'notContain',
  'startsWith',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
];
const OF_AMOUNTS = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
];
const OPERATORS: Record<string, readonly string[]> = {
  Picklist: [...OF_TEXTS, 'includes', 'excludes'],
  Checkbox: ['equals', 'notEqual'],
  Number: OF_AMOUNTS,
  Date: OF_AMOUNTS,
  DateTime: OF_AMOUNTS,
};

/** "1 AND (2 OR 3)" names each filter, and no other. */
function logicFaults(path: string, logic: string | undefined, filters: number): string[] {
  if (logic === undefined) return [];
  const named = [...new Set(logic.match(/\d+/g) ?? [])].map(Number).sort((a, b) => a - b);
  return named.length === filters && named.every((each, i) => each === i + 1)
    ? []
    : [`${path}: ${logic} does not name each filter`];
}

function filterFaults(path: string, filter: Element, field: Field | undefined): string[] {
  const operator = textOf(filter, 'operator') ?? '';
  if (!(OPERATORS[field?.type ?? ''] ?? OF_TEXTS).includes(operator))
    return [`${path}: ${field?.name} cannot be filtered by ${operator}`];
  const values = (textOf(filter, 'value') ?? '').split(',').filter(Boolean);
  const known = field?.values ?? (field?.type === 'Checkbox' ? ['True', 'False'] : undefined);
  return known
    ? values
        .filter((value) => !known.includes(value))
        .map((value) => `${path}: ${field!.name} has no value ${value}`)
    : [];
}

function dashboardFaults(tree: Tree, path: string): string[] {
  const xml = tree.xml(path);
  const grid = childrenOf(xml, 'dashboardGridLayout')[0];
  const columns = Number(textOf(grid, 'numberOfColumns'));
  return [
    ...deep(xml, 'report')
      .filter(({ text }) => !tree.has(`default/reports/${text}.report-meta.xml`))
      .map(({ text }) => `${path}: there is no report ${text}`),
    ...childrenOf(grid, 'dashboardGridComponents')
      .filter(
        (tile) => Number(textOf(tile, 'columnIndex')) + Number(textOf(tile, 'colSpan')) > columns,
      )
      .map(() => `${path}: a tile stands out of the grid`),
    ...deep(xml, 'dashboardComponent').flatMap((tile) => tileFaults(tree, path, tile)),
    ...(deep(xml, 'dashboardComponent').length > MOST_TILES
      ? [`${path}: has more than ${MOST_TILES} tiles`]
      : []),
    ...(textOf(xml, 'dashboardType') === 'SpecifiedUser'
      ? [`${path}: names a user, whom another org does not have`]
      : []),
  ];
}

/** A chart draws a grouping, a stacked one draws two. */
function tileFaults(tree: Tree, path: string, tile: Element): string[] {
  const report = `default/reports/${textOf(tile, 'report')}.report-meta.xml`;
  if (!tree.has(report)) return [];
  const xml = tree.xml(report);
  const groupings =
    childrenOf(xml, 'groupingsDown').length + childrenOf(xml, 'groupingsAcross').length;
  const kind = textOf(tile, 'componentType') ?? '';
  const wanted = /Stacked|Grouped/.test(kind)
    ? 2
    : /Bar|Column|Line|Pie|Donut|Funnel/.test(kind)
      ? 1
      : 0;
  const type = textOf(xml, 'reportType')?.replace(/__c$/, '');
  const typePath = `default/reportTypes/${type}.reportType-meta.xml`;
  if (!tree.has(typePath)) return [];
  const offered = deep(tree.xml(typePath), 'columns').map(
    (column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`,
  );
  const formulas = childrenOf(xml, 'aggregates').map((one) => textOf(one, 'developerName'));
  return [
    ...childrenOf(tile, 'dashboardFilterColumns')
      .flatMap((column) => textOf(column, 'column') ?? [])
      .filter((column) => column !== '' && !offered.includes(column))
      .map((column) => `${path}: ${textOf(tile, 'report')} cannot be filtered by ${column}`),
    ...childrenOf(tile, 'chartSummary')
      .flatMap((summary) => textOf(summary, 'column') ?? [])
      .filter((column) => column.startsWith('FORMULA') && !formulas.includes(column))
      .map((column) => `${path}: ${textOf(tile, 'report')} has no ${column}`),
    ...(groupings < wanted
      ? [
          `${path}: ${kind} needs ${wanted} groupings, which ${textOf(tile, 'report')} does not have`,
        ]
      : []),
    ...(textOf(tile, 'useReportChart') === 'true' && childrenOf(xml, 'chart').length === 0
      ? [`${path}: ${textOf(tile, 'report')} has no chart`]
      : []),
  ];
}

const folderFaults = (tree: Tree, path: string, kind: string): string[] => {
  const folder = path.split('/').slice(0, -1).join('/');
  return tree.has(`${folder}.${kind}-meta.xml`) ? [] : [`${path}: its folder has no ${kind}`];
};
