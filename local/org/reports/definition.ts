import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageXml } from '../files/packageXml.ts';
import { idOf } from '../ids/recordId.ts';

/** How a column of a report is summarized. */
export type AggregateType = 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'Unique' | 'Median';

export interface Grouping {
  readonly field: string;
  readonly granularity: string;
  readonly isDescending: boolean;
}

export interface Filter {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

/** Values of a column grouped under names: ranges of numbers, or lists of values. */
export interface Bucket {
  readonly name: string;
  readonly label: string;
  readonly source: string;
  readonly other?: string;
  readonly values: readonly {
    readonly label: string;
    readonly from?: number;
    readonly to?: number;
    readonly listed: readonly string[];
  }[];
}

/** A custom summary formula. */
interface SummaryFormula {
  readonly name: string;
  readonly label: string;
  readonly expression: string;
  readonly datatype: string;
  readonly scale: number;
  /** The grouping down whose groups have it. Without one, all groups and the total have it. */
  readonly ofGrouping?: string;
}

/** A report according to its metadata. */
export interface ReportDefinition {
  readonly id: string;
  readonly developerName: string;
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  readonly format: string;
  readonly reportType: string;
  readonly columns: readonly {
    readonly field: string;
    readonly aggregates: readonly AggregateType[];
  }[];
  readonly down: readonly Grouping[];
  readonly across: readonly Grouping[];
  readonly filters: readonly Filter[];
  readonly filterLogic?: string;
  readonly timeFrame?: { readonly column: string; readonly interval: string };
  readonly buckets: readonly Bucket[];
  readonly formulas: readonly SummaryFormula[];
  readonly isOfOwnRecords: boolean;
  readonly showsDetails: boolean;
}

export interface ReportType {
  readonly name: string;
  readonly label: string;
  readonly base: string;
  readonly join?: { readonly relationship: string; readonly isOuter: boolean };
}

const read = packageXml([
  'aggregates',
  'aggregateTypes',
  'buckets',
  'columns',
  'criteriaItems',
  'dashboardFilterColumns',
  'dashboardFilterOptions',
  'dashboardFilters',
  'dashboardGridComponents',
  'groupingsAcross',
  'groupingsDown',
  'sourceValues',
  'values',
  'chartSummary',
]);

export interface Xml {
  readonly [name: string]: Xml & Xml[] & string;
}
export const readXml = (file: string): Xml => read(file) as Xml;

/** Files of a folder of the package, by name without the suffix. */
export function filesIn(dir: string, suffix: string): [string, string][] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((file) => file.endsWith(suffix))
    .toSorted()
    .map((file) => [file.slice(0, -suffix.length), join(dir, file)]);
}

export function loadReportTypes(packageDir: string): ReadonlyMap<string, ReportType> {
  const dir = join(packageDir, 'main/default/reportTypes');
  return new Map(
    filesIn(dir, '.reportType-meta.xml').map(([name, file]): [string, ReportType] => {
      const xml = readXml(file).ReportType!;
      // Lists have a method of this name.
      const join = xml.join as unknown as Xml | undefined;
      return [
        `${name}__c`,
        {
          name,
          label: xml.label!,
          base: xml.baseObject!,
          ...(join && {
            join: {
              relationship: join.relationship!,
              isOuter: (join.outerJoin as string) === 'true',
            },
          }),
        },
      ];
    }),
  );
}

export function loadReports(packageDir: string): ReportDefinition[] {
  const folder = 'Dealside';
  const dir = join(packageDir, 'main/default/reports', folder);
  return filesIn(dir, '.report-meta.xml').map(([developerName, file], n) =>
    reportOf(readXml(file).Report!, { developerName, folder, id: idOf('00O', n + 1) }),
  );
}

function reportOf(
  xml: Xml,
  named: Pick<ReportDefinition, 'developerName' | 'folder' | 'id'>,
): ReportDefinition {
  const groupings = (key: string): Grouping[] =>
    ((xml[key] ?? []) as Xml[]).map((one) => ({
      field: one.field!,
      granularity: one.dateGranularity ?? 'Day',
      isDescending: (one.sortOrder as string) === 'Desc',
    }));
  return {
    ...named,
    name: xml.name!,
    description: xml.description ?? '',
    format: xml.format!,
    reportType: xml.reportType!,
    columns: ((xml.columns ?? []) as Xml[]).map((one) => ({
      field: one.field!,
      aggregates: (one.aggregateTypes ?? []) as unknown as AggregateType[],
    })),
    down: groupings('groupingsDown'),
    across: groupings('groupingsAcross'),
    filters: ((xml.filter?.criteriaItems ?? []) as Xml[]).map((one) => ({
      column: one.column!,
      operator: one.operator!,
      value: one.value ?? '',
    })),
    ...(xml.filter?.booleanFilter && { filterLogic: xml.filter.booleanFilter }),
    ...(xml.timeFrameFilter && {
      timeFrame: {
        column: xml.timeFrameFilter.dateColumn!,
        interval: xml.timeFrameFilter.interval!,
      },
    }),
    buckets: ((xml.buckets ?? []) as Xml[]).map(bucketOf),
    formulas: ((xml.aggregates ?? []) as Xml[]).map((one) => ({
      name: one.developerName!,
      label: one.masterLabel!,
      expression: one.calculatedFormula!,
      datatype: one.datatype!,
      scale: Number(one.scale ?? 2),
      ...(one.downGroupingContext && { ofGrouping: one.downGroupingContext }),
    })),
    isOfOwnRecords: (xml.scope as string) === 'user',
    showsDetails: (xml.showDetails as string) === 'true',
  };
}

const bucketOf = (one: Xml): Bucket => ({
  name: one.developerName!,
  label: one.masterLabel!,
  source: one.sourceColumnName!,
  ...((one.useOther as string) === 'true' && { other: one.otherBucketLabel ?? 'Other' }),
  values: ((one.values ?? []) as Xml[]).map((value) => {
    const sources = (value.sourceValues ?? []) as Xml[];
    const [range] = sources;
    return {
      label: value.value!,
      ...(range?.from && { from: Number(range.from) }),
      ...(range?.to && { to: Number(range.to) }),
      listed: sources.flatMap(({ sourceValue }) => (sourceValue ? [String(sourceValue)] : [])),
    };
  }),
});
