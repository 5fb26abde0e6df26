import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import type { Sharing } from '../permissions/sharing.ts';
import type { Database, Row } from '../records/database.ts';
import { childOf, createColumns, type Cell, type Column, type Joined } from './columns.ts';
import { dayIn, daysOf, groupOf } from './dates.ts';
import type {
  AggregateType,
  Filter,
  Grouping,
  ReportDefinition,
  ReportType,
} from './definition.ts';
import { filterOf } from './filters.ts';
import { evaluate } from './formula.ts';

/** A group of a report and its subgroups, as the Analytics API writes them. */
export interface GroupNode {
  readonly key: string;
  readonly label: string;
  readonly value: string | number | boolean | null;
  readonly groupings: readonly GroupNode[];
}

/** A number of a group of rows. */
interface AggregateValue {
  readonly label: string;
  readonly value: number | null;
}

export interface Fact {
  readonly aggregates: readonly AggregateValue[];
  readonly rows: readonly { readonly dataCells: readonly Cell[] }[];
}

/** The result of a report run, before it is written in the API's format. */
export interface ReportRun {
  readonly aggregates: readonly {
    readonly name: string;
    readonly label: string;
    readonly datatype: string;
  }[];
  readonly columns: readonly Column[];
  readonly down: readonly GroupNode[];
  readonly across: readonly GroupNode[];
  /** By the keys of groups down and across, such as 0_1!T. T is the total. */
  readonly facts: Readonly<Record<string, Fact>>;
}

export interface RunInput {
  readonly database: Database;
  readonly access: Access;
  readonly sharing: Sharing;
  readonly types: ReadonlyMap<string, ReportType>;
  readonly userId: string;
  readonly nowMs: number;
  /** Filters of the request, in addition to those of the report. All of them must hold. */
  readonly more?: readonly Filter[];
}

const SHORT: Record<AggregateType, string> = {
  Sum: 's',
  Average: 'a',
  Minimum: 'mn',
  Maximum: 'mx',
  Unique: 'u',
  Median: 'med',
};
const IN_FORMULAS: Record<string, AggregateType> = {
  SUM: 'Sum',
  AVG: 'Average',
  MIN: 'Minimum',
  MAX: 'Maximum',
  UNIQUE: 'Unique',
};

/**
 * Runs a report as a person: the records that sharing shows, joined, filtered, grouped and
 * summarized according to the metadata. Throws OrgError if the person may not read the object, or
 * if the metadata contains something unsupported.
 */
export function runReport(definition: ReportDefinition, input: RunInput): ReportRun {
  const { database, access, sharing, types, userId, nowMs, more = [] } = input;
  const type = types.get(definition.reportType);
  if (!type) throw new OrgError(404, 'NOT_FOUND', `there is no ${definition.reportType}`);
  access.check(userId, { object: type.base, action: 'read', fields: [] });
  const sees = (object: string, row: Row): boolean =>
    sharing.sees(userId, database.object(object), row);
  const column = createColumns({ database, access, userId, sees }, definition, type);
  const timeZone = String(database.get('User', userId).TimeZoneSidKey ?? 'UTC');
  const now = { today: dayIn(new Date(nowMs).toISOString(), timeZone), timeZone };

  const isInTime = timeTest(definition, column, now);
  const passes = filterOf(definition.filters, definition.filterLogic, { column, now });
  const passesMore = filterOf(more, undefined, { column, now });
  const records = joined(database, type, sees).filter(
    (one) =>
      (!definition.isOfOwnRecords || one.base.OwnerId === userId) &&
      isInTime(one) &&
      passes(one) &&
      passesMore(one),
  );

  const shown = definition.columns.map(({ field }) => column(field));
  const summed = definition.columns.flatMap(({ field, aggregates }) =>
    aggregates.map((kind) => ({ kind, column: column(field) })),
  );
  const rowCount = { name: 'RowCount', label: 'Record Count', datatype: 'int' };
  const aggregates = [
    ...summed.map(({ kind, column: { name, label } }) => ({
      name: `${SHORT[kind]}!${name.replace('$', '.')}`,
      label: `${kind} of ${label}`,
      datatype: 'double',
    })),
    ...definition.formulas.map(({ name, label, datatype }) => ({ name, label, datatype })),
    rowCount,
  ];
  const ofTotal = (name: string, level: string): number | null => {
    if (level === 'GRAND_SUMMARY') return formulaValue(records, name, column);
    throw new OrgError(400, 'BAD_REQUEST', `this stand-in does not support the level ${level}`);
  };
  const hasFormula = ({ ofGrouping }: ReportDefinition['formulas'][number], downKey: string) =>
    !ofGrouping || definition.down[levelOf(downKey)]?.field === ofGrouping;
  const valuesOf = (rows: readonly Joined[], downKey: string): AggregateValue[] => [
    ...summed.map(({ kind, column: of }) => written(summary(rows, of, kind), 'double', 2)),
    ...definition.formulas.map((formula) =>
      written(
        hasFormula(formula, downKey)
          ? evaluate(formula.expression, (name) => formulaValue(rows, name, column), ofTotal)
          : null,
        formula.datatype,
        formula.scale,
      ),
    ),
    written(rows.length, 'int', 0),
  ];

  const facts: Record<string, Fact> = {};
  const down = grouped(records, definition.down, { column, timeZone });
  const across = grouped(records, definition.across, { column, timeZone });
  for (const d of [{ key: 'T', rows: records, isLeaf: down.leaves === 0 }, ...down.all])
    for (const a of [{ key: 'T', rows: records, isLeaf: across.leaves === 0 }, ...across.all]) {
      const those = a.key === 'T' ? d.rows : d.rows.filter((one) => a.members!.has(one));
      const isDetail = definition.showsDetails && d.isLeaf && a.isLeaf;
      facts[`${d.key}!${a.key}`] = {
        aggregates: valuesOf(those, d.key),
        rows: isDetail ? those.map((one) => ({ dataCells: shown.map((of) => of.read(one)) })) : [],
      };
    }
  return { aggregates, columns: shown, down: down.nodes, across: across.nodes, facts };
}

function timeTest(
  { timeFrame }: ReportDefinition,
  column: (name: string) => Column,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): (one: Joined) => boolean {
  if (!timeFrame) return () => true;
  const { from, to } = daysOf(timeFrame.interval, today);
  const of = column(timeFrame.column);
  return (one) => {
    if (from === undefined || to === undefined) return true;
    const { value } = of.read(one);
    const day = value === null ? undefined : dayIn(String(value), timeZone);
    return day !== undefined && day >= from && day <= to;
  };
}

/** Each record with each of its children. With an outer join, also records that have none. */
function joined(
  database: Database,
  type: ReportType,
  sees: (object: string, row: Row) => boolean,
): Joined[] {
  const bases = database.rows(type.base).filter((row) => sees(type.base, row));
  if (!type.join) return bases.map((base) => ({ base }));
  const { def, lookup } = childOf(database, type);
  const children = Map.groupBy(
    database.rows(def.name).filter((row) => sees(def.name, row)),
    (row) => row[lookup],
  );
  return bases.flatMap((base): Joined[] => {
    const own = children.get(base.Id) ?? [];
    if (own.length === 0) return type.join!.isOuter ? [{ base }] : [];
    return own.map((child) => ({ base, child }));
  });
}

/** The place of a group's grouping among those of the report; -1 for the total. */
const levelOf = (key: string): number => (key === 'T' ? -1 : key.split('_').length - 1);

interface Group {
  readonly key: string;
  readonly rows: readonly Joined[];
  readonly members?: ReadonlySet<Joined>;
  readonly isLeaf: boolean;
}

/** The groups of all levels, sorted within each level. */
function grouped(
  rows: readonly Joined[],
  groupings: readonly Grouping[],
  { column, timeZone }: { readonly column: (name: string) => Column; readonly timeZone: string },
): { readonly nodes: GroupNode[]; readonly all: Group[]; readonly leaves: number } {
  const all: Group[] = [];
  const nodesOf = (those: readonly Joined[], level: number, prefix: string): GroupNode[] => {
    const grouping = groupings[level];
    if (!grouping) return [];
    const of = column(grouping.field);
    const isTime = of.type === 'date' || of.type === 'datetime';
    const cells = new Map(
      those.map((one): [Joined, Cell] => {
        const cell = of.read(one);
        if (!isTime || cell.value === null) return [one, cell];
        return [one, groupOf(dayIn(String(cell.value), timeZone), grouping.granularity)];
      }),
    );
    const groups = [...Map.groupBy(those, (one) => String(cells.get(one)!.value))].map(
      ([, members]) => ({ members, cell: cells.get(members[0]!)! }),
    );
    groups.sort((a, b) => comparedCells(a.cell, b.cell, of) * (grouping.isDescending ? -1 : 1));
    return groups.map(({ members, cell }, n): GroupNode => {
      const key = prefix ? `${prefix}_${n}` : String(n);
      all.push({
        key,
        rows: members,
        members: new Set(members),
        isLeaf: level === groupings.length - 1,
      });
      return {
        key,
        label: cell.label,
        value: cell.value,
        groupings: nodesOf(members, level + 1, key),
      };
    });
  };
  const nodes = nodesOf(rows, 0, '');
  return { nodes, all, leaves: groupings.length };
}

/**
 * Sorts picklists and buckets by the order of their values, others by text. Empty cells come first.
 */
function comparedCells(a: Cell, b: Cell, { order }: Column): number {
  if (a.value === null || b.value === null)
    return Number(b.value === null) - Number(a.value === null);
  if (order) return order.indexOf(String(a.value)) - order.indexOf(String(b.value));
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value - b.value;
  const [x, y] = /^\d{4}-\d\d-\d\d/.test(String(a.value))
    ? [String(a.value), String(b.value)]
    : [a.label, b.label];
  return x.localeCompare(y);
}

function summary(rows: readonly Joined[], of: Column, kind: AggregateType): number | null {
  const cells = rows.map((one) => of.read(one).value).filter((value) => value !== null);
  if (kind === 'Unique') return new Set(cells).size;
  const values = cells.map(Number);
  const sum = values.reduce((total, value) => total + value, 0);
  if (kind === 'Sum') return sum;
  if (values.length === 0) return null;
  if (kind === 'Average') return sum / values.length;
  if (kind === 'Median') return medianOf(values);
  return kind === 'Minimum' ? Math.min(...values) : Math.max(...values);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted.length >> 1;
  return sorted.length % 2 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2;
}

/** The value of a name such as Call_Day__c.Barge__c:SUM, also of parents, or RowCount. */
function formulaValue(
  rows: readonly Joined[],
  name: string,
  column: (name: string) => Column,
): number | null {
  if (name === 'RowCount') return rows.length;
  const [path = '', kind = ''] = name.split(':');
  const aggregate = IN_FORMULAS[kind];
  if (!aggregate) throw new OrgError(400, 'BAD_REQUEST', `${name} is not an aggregate`);
  const [table, ...rest] = path.split('.');
  return summary(rows, column(`${table}$${rest.join('.')}`), aggregate);
}

function written(value: number | null, datatype: string, scale: number): AggregateValue {
  if (value === null) return { value: null, label: '-' };
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: scale };
  const label =
    datatype === 'percent'
      ? `${(value * 100).toLocaleString('en-US', digits)}%`
      : value.toLocaleString('en-US', digits);
  return { value, label };
}
