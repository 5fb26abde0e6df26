import { join } from 'node:path';
import { idOf } from '../ids/recordId.ts';
import { filesIn, readXml, type Filter, type Xml } from './definition.ts';

/** A filter of a dashboard, which limits the records of its components. */
interface DashboardFilter {
  readonly name: string;
  readonly options: readonly {
    readonly label: string;
    readonly operator: string;
    readonly value: string;
  }[];
}

export interface DashboardPart {
  readonly kind: string;
  readonly header: string;
  readonly footer?: string;
  readonly report: string;
  /** The aggregate to show; by default the first one of the report. */
  readonly aggregate?: string;
  /**
   * For each filter of the dashboard, the column that it applies to; empty if it does not apply.
   */
  readonly filterColumns: readonly string[];
  readonly gauge?: {
    readonly min: number;
    readonly max: number;
    readonly breaks: readonly number[];
    /** The colors below, between and above the breaks. */
    readonly colors: readonly string[];
  };
  readonly place: {
    readonly column: number;
    readonly row: number;
    readonly width: number;
    readonly height: number;
  };
}

/** A dashboard according to its metadata. */
export interface DashboardDefinition {
  readonly id: string;
  readonly developerName: string;
  readonly title: string;
  readonly description: string;
  readonly filters: readonly DashboardFilter[];
  readonly parts: readonly DashboardPart[];
}

export const loadDashboards = (packageDir: string): DashboardDefinition[] =>
  filesIn(join(packageDir, 'main/default/dashboards/Dealside'), '.dashboard-meta.xml').map(
    ([developerName, file], n) =>
      dashboardOf(readXml(file).Dashboard!, { developerName, id: idOf('01Z', n + 1) }),
  );

function dashboardOf(
  xml: Xml,
  named: Pick<DashboardDefinition, 'developerName' | 'id'>,
): DashboardDefinition {
  return {
    ...named,
    title: xml.title!,
    description: xml.description ?? '',
    filters: ((xml.dashboardFilters ?? []) as Xml[]).map((filter) => ({
      name: filter.name!,
      options: ((filter.dashboardFilterOptions ?? []) as Xml[]).map((option) => ({
        label: labelOf(option),
        operator: option.operator!,
        value: valueOf(option),
      })),
    })),
    parts: ((xml.dashboardGridLayout?.dashboardGridComponents ?? []) as Xml[]).map(partOf),
  };
}

const valueOf = (option: Xml): string => ((option.values ?? []) as unknown as string[]).join(',');
const OPERATOR: Record<string, string> = {
  equals: '',
  contains: '',
  notEqual: 'not ',
  greaterOrEqual: 'from ',
};
const RELATIVE_DATE = /^LAST_N_DAYS:(\d+)$/;

/** The option as a person reads it: a relative date as the platform says it, "Last 7 days". */
function labelOf(option: Xml): string {
  const value = valueOf(option);
  const days = RELATIVE_DATE.exec(value)?.[1];
  if (days) return `Last ${days} days`;
  return `${OPERATOR[option.operator!] ?? `${option.operator} `}${value || 'empty'}`;
}

function partOf({
  columnIndex,
  rowIndex,
  colSpan,
  rowSpan,
  dashboardComponent: part,
}: Xml): DashboardPart {
  const [summary] = (part!.chartSummary ?? []) as Xml[];
  const breaks = [part!.indicatorBreakpoint1, part!.indicatorBreakpoint2].filter(Boolean);
  return {
    kind: part!.componentType!,
    header: part!.header ?? '',
    ...(part!.footer && { footer: part!.footer }),
    report: String(part!.report).split('/')[1]!,
    ...(summary?.column && { aggregate: summary.column }),
    filterColumns: ((part!.dashboardFilterColumns ?? []) as Xml[]).map(
      ({ column }) => column ?? '',
    ),
    ...((part!.componentType as string) === 'Gauge' && {
      gauge: {
        min: Number(part!.gaugeMin),
        max: Number(part!.gaugeMax),
        breaks: breaks.map(Number),
        colors: [part!.indicatorLowColor, part!.indicatorMiddleColor, part!.indicatorHighColor].map(
          String,
        ),
      },
    }),
    place: {
      column: Number(columnIndex),
      row: Number(rowIndex),
      width: Number(colSpan),
      height: Number(rowSpan),
    },
  };
}

/**
 * A dashboard whose filters also have the org's queues and managers by name, as the deploy to an org
 * adds them (local/salesforce/dashboardFilters.ts).
 */
export function withNamesOf(
  dashboard: DashboardDefinition,
  names: Readonly<Record<string, readonly string[]>>,
): DashboardDefinition {
  return {
    ...dashboard,
    filters: dashboard.filters.map((filter) => ({
      ...filter,
      options: [
        ...filter.options,
        ...(names[filter.name] ?? []).map((name) => ({
          label: name,
          operator: filter.name === 'Queue' ? 'contains' : 'equals',
          value: name,
        })),
      ],
    })),
  };
}

/** The filters that the chosen options of a dashboard mean for one of its components. */
export function filtersOfPart(
  { filters }: DashboardDefinition,
  { filterColumns }: DashboardPart,
  chosen: readonly (number | undefined)[],
): Filter[] {
  return filters.flatMap(({ options }, n): Filter[] => {
    const [option, column] = [options[chosen[n] ?? -1], filterColumns[n]];
    return option && column ? [{ column, operator: option.operator, value: option.value }] : [];
  });
}
