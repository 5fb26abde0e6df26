export interface Viewport {
  scrollTop: number;
  height: number;
  rowHeight: number;
  count: number;
}

/** Rows kept ready above and below what can be seen, so that a fling does not show blanks. */
const READY = 8;

/** The rows to render: from, up to but without to. */
export function visibleRows({ scrollTop, height, rowHeight, count }: Viewport): {
  from: number;
  to: number;
} {
  const first = Math.floor(scrollTop / rowHeight);
  const shown = Math.ceil(height / rowHeight) + 1;
  return {
    from: Math.max(0, Math.min(first - READY, count - 1)),
    to: Math.min(count, first + shown + READY),
  };
}

/** The rows of which a part can be seen, or will be after the next step of the wheel. */
export function inSight({ scrollTop, height, rowHeight, count }: Viewport): {
  from: number;
  to: number;
} {
  return {
    from: Math.max(0, Math.floor(scrollTop / rowHeight) - 1),
    to: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + 1),
  };
}

/** Where the list must be scrolled to so that this row can be seen whole. */
export function scrolledTo(index: number, { scrollTop, height, rowHeight }: Viewport): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}

/** The row a key leads to; nothing for other keys. */
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
 * The control, or the row itself, that a key leads to from the control at this place (-1: from the
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
