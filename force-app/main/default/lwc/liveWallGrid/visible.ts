export interface Viewport {
  scrollTop: number;
  height: number;
  rowHeight: number;
  count: number;
}

/** Rows rendered above and below the visible ones, so that fast scrolling shows no blanks. */
const READY = 8;

/** If fewer than this are left, more rows are rendered. */
const ENOUGH = 4;

/** A range of row indexes, without `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The rows to render. */
export const visibleRows = (viewport: Viewport): Range => rowsAround(viewport, READY);

function rowsAround({ scrollTop, height, rowHeight, count }: Viewport, more: number): Range {
  const first = Math.floor(scrollTop / rowHeight);
  const shown = Math.ceil(height / rowHeight) + 1;
  return {
    from: Math.max(0, Math.min(first - more, count - 1)),
    to: Math.min(count, first + shown + more),
  };
}

/**
 * The rows to render after these. A step either adds or removes rows, unless the list was scrolled
 * far. If the first row is removed while one is added at the end, LWC removes and inserts every row
 * again, and browsers lay out all of them.
 */
export function nextRows({ from, to }: Range, viewport: Viewport): Range {
  const best = visibleRows(viewport);
  const needs = rowsAround(viewport, ENOUGH);
  if (from > needs.from || to < needs.to) {
    const both = { from: Math.min(from, best.from), to: Math.max(to, best.to) };
    const isFar = from > best.to || to < best.from || sizeOf(both) > sizeOf(best) + READY;
    return isFar ? best : both;
  }
  const isLong = to > viewport.count || to - from >= sizeOf(best) + ENOUGH;
  return isLong ? { from: Math.max(from, best.from), to: Math.min(to, best.to) } : { from, to };
}

const sizeOf = ({ from, to }: Range): number => to - from;

/** The rows that are partly visible, or will be after the next step of the mouse wheel. */
export function inSight({ scrollTop, height, rowHeight, count }: Viewport): Range {
  return {
    from: Math.max(0, Math.floor(scrollTop / rowHeight) - 1),
    to: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + 1),
  };
}

/** The scroll position at which this row is fully visible. */
export function scrolledTo(index: number, { scrollTop, height, rowHeight }: Viewport): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}

/** The row that a key leads to; undefined for other keys. */
export function movedBy(
  key: string,
  index: number,
  { height, rowHeight, count }: Viewport,
): number | undefined {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const STEPS: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const to = STEPS[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/**
 * The control, or the row itself, that a key leads to from the control at this index (-1: from the
 * row).
 */
export function nextWithin(
  key: string,
  at: number,
  controls: readonly HTMLElement[],
  rowElement: HTMLElement,
): HTMLElement | undefined {
  if (key === 'ArrowRight') return controls[at + 1];
  if (at < 0) return undefined;
  if (key === 'ArrowLeft') return controls[at - 1] ?? rowElement;
  return key === 'Escape' ? rowElement : undefined;
}
