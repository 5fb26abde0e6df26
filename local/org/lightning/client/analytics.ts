import { h, icon } from './dom.ts';
import type { Platform } from './platform.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}
interface GroupNode {
  readonly key: string;
  readonly label: string;
  readonly groupings: readonly GroupNode[];
}
interface Fact {
  readonly aggregates: readonly { readonly label: string; readonly value: number | null }[];
  readonly rows: readonly { readonly dataCells: readonly { readonly label: string }[] }[];
}
interface Report {
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly GroupNode[] };
  readonly groupingsAcross: { readonly groupings: readonly GroupNode[] };
  readonly reportExtendedMetadata: {
    readonly aggregateColumnInfo: Readonly<Record<string, { readonly label: string }>>;
    readonly detailColumnInfo: Readonly<Record<string, { readonly label: string }>>;
  };
  readonly reportMetadata: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly aggregates: readonly string[];
    readonly detailColumns: readonly string[];
    readonly hasDetailRows: boolean;
  };
}
interface Part {
  readonly kind: string;
  readonly header: string;
  readonly footer?: string;
  readonly aggregate?: string;
  readonly gauge?: {
    readonly min: number;
    readonly max: number;
    readonly breaks: readonly number[];
    readonly colors: readonly string[];
  };
  readonly reportResult: Report;
}
interface Dashboard {
  readonly name: string;
  readonly description: string;
  readonly filters: readonly {
    readonly name: string;
    readonly options: readonly { readonly label: string }[];
  }[];
  readonly components: readonly Part[];
}

/** The lists of reports and dashboards, and each of them. */
export async function analyticsPage(
  platform: Platform,
  object: string,
  id: string,
): Promise<HTMLElement> {
  if (id === 'home') return listPage(platform.alias, object);
  return object === 'Report' ? reportPage(platform.alias, id) : dashboardPage(platform.alias, id);
}

async function read<T>(alias: string, path: string): Promise<T> {
  const response = await fetch(`/as/${alias}/${path}`);
  const body = (await response.json()) as T & { message?: string }[];
  if (!response.ok) throw new Error(body[0]?.message ?? `The org answered ${response.status}`);
  return body;
}

async function listPage(alias: string, object: string): Promise<HTMLElement> {
  const all = await read<Record<string, Listed[]>>(alias, 'reports');
  const title = object === 'Report' ? 'Reports' : 'Dashboards';
  document.title = `${title} | Salesforce`;
  const listed = all[title.toLowerCase()] ?? [];
  return card(
    title,
    object,
    table(
      ['Name', 'Description'],
      listed.map(({ id, name, description }) => [
        h('a', { href: `/as/${alias}/lightning/r/${object}/${id}/view` }, name),
        description,
      ]),
    ),
  );
}

async function reportPage(alias: string, id: string): Promise<HTMLElement> {
  const report = await read<Report>(alias, `report/${id}`);
  const { name, description } = report.reportMetadata;
  document.title = `${name} | Salesforce`;
  const details = detailRows(report);
  return h(
    'div',
    {},
    card(name, 'Report', h('p', { class: 'page-report-text' }, description), groupTable(report)),
    details.length > 0 &&
      card(
        'Records',
        'Report',
        table(
          report.reportMetadata.detailColumns.map(
            (column) => report.reportExtendedMetadata.detailColumnInfo[column]?.label ?? column,
          ),
          details,
        ),
      ),
  );
}

/** All groups with their numbers, and the total. Columns of groups across are side by side. */
function groupTable(report: Report): HTMLElement {
  const { aggregates } = report.reportMetadata;
  const across = report.groupingsAcross.groupings;
  const labels = aggregates.map(
    (name) => report.reportExtendedMetadata.aggregateColumnInfo[name]?.label ?? name,
  );
  const columns = [
    ...across.map(({ key, label }) => ({ key, label })),
    { key: 'T', label: 'Total' },
  ];
  const cells = (key: string): string[] =>
    columns.flatMap((column) =>
      (
        report.factMap[`${key}!${column.key}`]?.aggregates ?? aggregates.map(() => ({ label: '-' }))
      ).map(({ label }) => label),
    );
  const rows = (nodes: readonly GroupNode[], depth: number): (string | Node)[][] =>
    nodes.flatMap((node) => [
      [`${'  '.repeat(depth)}${node.label}`, ...cells(node.key)],
      ...rows(node.groupings, depth + 1),
    ]);
  return table(
    [
      '',
      ...columns.flatMap(({ label }) =>
        labels.map((name) => (across.length > 0 ? `${label}: ${name}` : name)),
      ),
    ],
    [...rows(report.groupingsDown.groupings, 0), ['Total', ...cells('T')]],
  );
}

const detailRows = ({ factMap }: Report): string[][] =>
  Object.entries(factMap).flatMap(([, { rows }]) =>
    rows.map(({ dataCells }) => dataCells.map(({ label }) => label)),
  );

async function dashboardPage(alias: string, id: string): Promise<HTMLElement> {
  const chosen: string[] = [];
  const page = h('div', { class: 'page-dashboard' });
  async function show(): Promise<void> {
    const query = chosen.map((one) => `filter=${one ?? ''}`).join('&');
    const dashboard = await read<Dashboard>(alias, `dashboard/${id}${query && `?${query}`}`);
    document.title = `${dashboard.name} | Salesforce`;
    page.replaceChildren(
      h('h1', { class: 'slds-text-heading_large' }, dashboard.name),
      h('p', { class: 'slds-text-color_weak' }, dashboard.description),
      h(
        'div',
        { class: 'page-dashboard-filters' },
        ...dashboard.filters.map(({ name, options }, n) =>
          h(
            'label',
            {},
            `${name} `,
            h(
              'select',
              {
                class: 'slds-select',
                onchange: (event) => {
                  for (let i = 0; i < dashboard.filters.length; i += 1) chosen[i] ??= '';
                  chosen[n] = (event.target as HTMLSelectElement).value;
                  void show();
                },
              },
              h('option', { value: '' }, 'All'),
              ...options.map(({ label }, i) =>
                h('option', { value: String(i), selected: chosen[n] === String(i) }, label),
              ),
            ),
          ),
        ),
      ),
      h(
        'div',
        { class: 'page-dashboard-parts' },
        ...dashboard.components.map((part) => tile(alias, part)),
      ),
    );
  }
  await show();
  return page;
}

function tile(alias: string, part: Part): HTMLElement {
  const { reportResult: report, header, footer } = part;
  const index = Math.max(0, report.reportMetadata.aggregates.indexOf(part.aggregate ?? 'RowCount'));
  const total = report.factMap['T!T']?.aggregates[index];
  return h(
    'section',
    { class: 'page-card page-dashboard-part', 'aria-label': header },
    h(
      'h2',
      { class: 'slds-text-heading_small' },
      h('a', { href: `/as/${alias}/lightning/r/Report/${report.reportMetadata.id}/view` }, header),
    ),
    part.gauge ? gauge(part.gauge, total) : bars(report, index),
    footer && h('p', { class: 'slds-text-color_weak' }, footer),
  );
}

function gauge(
  { min, max, breaks, colors }: NonNullable<Part['gauge']>,
  total: Fact['aggregates'][number] | undefined,
): HTMLElement {
  const value = total?.value ?? min;
  const [low = min, high = max] = breaks;
  const ranges = [`below ${low}`, `${low} to ${high}`, `above ${high}`];
  const place = value < low ? 0 : value > high ? 2 : 1;
  const share = (Math.min(max, Math.max(min, value)) - min) / (max - min);
  return h(
    'div',
    { class: 'page-gauge' },
    h('strong', { class: 'slds-text-heading_large' }, total?.label ?? '-'),
    h(
      'div',
      { class: 'page-gauge-track', role: 'img', 'aria-label': `${min} to ${max}` },
      h('div', { style: `width: ${100 * share}%; background: ${colors[place]}` }),
    ),
    h('span', { class: 'slds-text-color_weak' }, ranges[place]),
  );
}

/** The number of each group, with a bar. */
function bars(report: Report, index: number): HTMLElement {
  const groups = report.groupingsDown.groupings.map(({ key, label }) => ({
    label,
    fact: report.factMap[`${key}!T`]?.aggregates[index],
  }));
  const most = Math.max(0, ...groups.map(({ fact }) => fact?.value ?? 0));
  if (groups.length === 0) return h('p', {}, 'No records.');
  return table(
    [
      '',
      report.reportExtendedMetadata.aggregateColumnInfo[report.reportMetadata.aggregates[index]!]
        ?.label ?? '',
    ],
    groups.map(({ label, fact }) => [
      label,
      h(
        'span',
        { class: 'page-bar' },
        h('span', {
          class: 'page-bar-fill',
          style: `inline-size: ${most ? ((fact?.value ?? 0) / most) * 70 : 0}%`,
        }),
        fact?.label ?? '-',
      ),
    ]),
  );
}

function table(
  head: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
): HTMLElement {
  return h(
    'div',
    { class: 'page-scroll' },
    h(
      'table',
      { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
      h('thead', {}, h('tr', {}, ...head.map((label) => h('th', { scope: 'col' }, label)))),
      h(
        'tbody',
        {},
        ...rows.map(([first = '', ...others]) =>
          h('tr', {}, h('th', { scope: 'row' }, first), ...others.map((cell) => h('td', {}, cell))),
        ),
      ),
    ),
  );
}

const card = (title: string, object: string, ...body: HTMLElement[]): HTMLElement =>
  h(
    'article',
    { class: 'page-card' },
    h(
      'header',
      { class: 'page-card-header' },
      icon(object === 'Report' ? 'standard:report' : 'standard:dashboard', 'small'),
      h('h1', {}, title),
    ),
    ...body,
  );
