import { fill, labels } from 'c/dealsideLabels';

export type Column = 'attention' | 'rep' | 'customer' | 'amount' | 'duration';

const COLUMNS: readonly { name: string; label: string; isNumber?: true; sorts?: true }[] = [
  { name: 'rep', label: labels.wallRep, sorts: true },
  { name: 'customer', label: labels.wallCustomer, sorts: true },
  { name: 'deal', label: labels.wallDeal },
  { name: 'amount', label: labels.wallAmount, isNumber: true, sorts: true },
  { name: 'duration', label: labels.wallDuration, isNumber: true, sorts: true },
  { name: 'attention', label: labels.wallAttention, sorts: true },
  { name: 'on', label: labels.wallSupervisors },
  { name: 'action', label: labels.wallAction },
];

/** A column header. `sort` is its aria-sort, absent if it cannot be sorted by. */
export interface HeadColumn {
  name: string;
  label: string;
  cellClass?: string;
  title: string;
  sort?: 'none' | 'ascending' | 'descending';
  icon: string;
  className: string;
}

/** The headers of all columns, one of which is sorted by. */
export const headColumns = (sortColumn: Column, descending: boolean): HeadColumn[] =>
  COLUMNS.map(({ name, label, isNumber, sorts }) => {
    const active = sortColumn === name;
    return {
      name,
      label,
      cellClass: isNumber ? 'number' : undefined,
      title: fill(labels.wallSortBy, { column: label }),
      sort: !sorts ? undefined : !active ? 'none' : descending ? 'descending' : 'ascending',
      icon: active && !descending ? 'utility:arrowup' : 'utility:arrowdown',
      className: `sort${active ? ' sort_active' : ''}`,
    };
  });
