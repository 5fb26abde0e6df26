import type { Mode } from 'c/callModel';
import { LightningElement, api } from 'lwc';

/** A column, in the order of the page. The first one names the row. */
export interface TableColumn {
  key: string;
  label: string;
}

export interface TableText {
  text: string | number;
  tone?: 'error';
}

/**
 * The content of a cell: a text, a time with its ISO 8601 form, a mode with its look, or a list.
 */
export type TableCell =
  | string
  | number
  | (TableText & { dateTime?: string; opens?: boolean })
  | { mode: Mode }
  | readonly TableText[];

export interface TableRow {
  key: string;
  cells: Readonly<Record<string, TableCell>>;
}

/** Fired when a cell that opens something was clicked. */
export interface CellOpened {
  row: string;
  column: string;
}

interface ShownCell {
  key: string;
  /** The name of its column, shown beside it if cells are stacked. */
  label: string;
  opens?: boolean;
  text?: string | number;
  dateTime?: string;
  mode?: Mode;
  className?: string;
  items?: { key: string; text: string | number; className?: string }[];
}

/** How many columns fit beside each other on a phone. */
const MOST_ON_A_PHONE = 3;

/**
 * A table that scrolls horizontally if the page is narrower. On a phone the cells of a row are
 * stacked, each with the name of its column. `caption` is its name for screen readers. A cell that
 * `opens` is a button, and fires `cellopen`. Base lightning-datatable supports neither lists in a
 * cell nor wrapped text of any height, and does not work on phones.
 */
export default class UiDataTable extends LightningElement {
  @api caption = '';
  @api columns: readonly TableColumn[] = [];
  @api rows: readonly TableRow[] = [];

  /** Whether its few columns have words that are too long to fit beside each other on a phone. */
  @api hasLongWords = false;

  /** Tables with few columns are not stacked on a phone, unless they are too wide. */
  get scrollerClass(): string {
    return this.hasLongWords || this.columns.length > MOST_ON_A_PHONE
      ? 'scroller scroller_stacks'
      : 'scroller';
  }

  get shown(): { key: string; head: ShownCell; cells: ShownCell[] }[] {
    return this.rows.map(({ key, cells }) => {
      const [head, ...others] = this.columns.map((column) =>
        shownCell(column, cells[column.key] ?? ''),
      );
      return { key, head: head!, cells: others };
    });
  }

  handleOpen(event: Event): void {
    const { row, column } = (event.currentTarget as HTMLElement).dataset;
    const detail: CellOpened = { row: row!, column: column! };
    this.dispatchEvent(new CustomEvent('cellopen', { detail }));
  }
}

function shownCell({ key, label }: TableColumn, cell: TableCell): ShownCell {
  if (typeof cell !== 'object')
    return { key, label, text: cell, className: cell === '' ? 'empty' : undefined };
  if (isList(cell))
    return {
      key,
      label,
      items: cell.map(({ text, tone }) => ({ key: String(text), text, className: tone })),
    };
  if ('mode' in cell) return { key, label, mode: cell.mode };
  return {
    key,
    label,
    text: cell.text,
    dateTime: cell.dateTime,
    className: cell.tone,
    opens: cell.opens,
  };
}

const isList = (cell: TableCell): cell is readonly TableText[] => Array.isArray(cell);
