import assert from 'node:assert/strict';
import type { Fact, GroupNode } from '../../local/org/reports/runReport.ts';

/** What the stand-in org answers of a report that it ran. */
export interface ReportAnswer {
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly GroupNode[] };
  readonly reportMetadata: { readonly id: string; readonly aggregates: readonly string[] };
}

/** The number of a report's groups, by the labels of the groups. */
export function numbers(answer: ReportAnswer, aggregate: string): Record<string, number | null> {
  const index = answer.reportMetadata.aggregates.indexOf(aggregate);
  assert.ok(index >= 0, `${aggregate} is not among ${answer.reportMetadata.aggregates}`);
  return Object.fromEntries(
    [...answer.groupingsDown.groupings, { key: 'T', label: 'all' }].map(({ key, label }) => [
      label,
      answer.factMap[`${key}!T`]!.aggregates[index]!.value,
    ]),
  );
}
