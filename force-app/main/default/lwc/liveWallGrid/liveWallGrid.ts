import type { CallView } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { everySecond } from 'c/dealsideTicker';
import { letShortcutsThrough } from 'c/interventionShortcuts';
import { WallLine } from 'c/liveWallLine';
import type { AttentionView } from 'c/wordsApi';
import { LightningElement, api } from 'lwc';
import { headColumns, type Column, type HeadColumn } from './columns';
import template from './liveWallGrid.html';
import {
  inSight,
  movedBy,
  nextRows,
  nextWithin,
  scrolledTo,
  visibleRows,
  type Range,
  type Viewport,
} from './visible';

/** Below this width, each call is a card instead of a line. */
const COMPACT_PX = 640;
const ROW_REM = 2.5;
const CARD_REM = 12;
const HEIGHT_WHEN_UNKNOWN_PX = 600;

/** The calls in order: an array, or a mutable object with the same methods. */
interface CallList {
  readonly length: number;
  at(index: number): CallView | undefined;
  attentionOf?(callId: string): AttentionView | undefined;
}

/** A row on the page. The same object as long as nothing about it changes. */
interface Row {
  readonly callId: string;
  readonly line: WallLine;
  readonly index: number;
  readonly rowIndex: number;
  readonly tabIndex: '0' | '-1';
  readonly style: string;
}

type RowElement = HTMLElement & { showTime(now: number): void };

/**
 * A grid for any number of calls that renders only visible rows. Arrow keys move between rows,
 * Enter acts on one. Fires `sort` with the column, `join` and `showalerts` with the call, `opendeal`
 * with the opportunity.
 */
export default class LiveWallGrid extends LightningElement {
  labels = labels;
  viewport = { height: HEIGHT_WHEN_UNKNOWN_PX, rowHeight: 56 };
  isCompact = false;
  /** Whether there are more rows than fit, so that a scrollbar takes room beside them. */
  scrolls = true;
  rows: readonly Row[] = [];
  count = 0;
  /** The indexes of the rows on the page, except for one that is kept for its focus. */
  range: Range = { from: 0, to: 0 };
  private activeId?: string;
  private activeIndex = 0;
  private needsFocus = false;
  private hasFocus = false;
  private focusedBefore?: HTMLElement;
  private observer?: ResizeObserver;
  private measuredCount = 0;
  private list: CallList = [];
  private stopTicking?: () => void;
  private stopShortcuts?: () => void;
  private scrollTop = 0;
  private lines = new WeakMap<CallView, WallLine>();
  private viewer = '';

  @api joiningId?: string;
  @api sortColumn: Column = 'attention';
  @api sortDescending = false;

  @api
  get viewerId(): string {
    return this.viewer;
  }
  set viewerId(viewerId: string) {
    this.viewer = viewerId;
    this.lines = new WeakMap();
    this.arrange();
  }

  @api
  get calls(): CallList {
    return this.list;
  }
  set calls(calls: CallList) {
    this.list = calls;
    this.refresh();
  }

  /**
   * Must be called after `calls` changed in place. Renders only if the rows on the page changed,
   * and only those rows whose own call changed.
   */
  @api refresh(): void {
    const { list } = this;
    const at = this.placeOfActive();
    // The row was removed. Its neighbor becomes active, and gets the focus if the removed row had
    // it.
    if (at < 0 && this.hasFocus) this.needsFocus = true;
    this.activeIndex = at >= 0 ? at : Math.max(0, Math.min(this.activeIndex, list.length - 1));
    this.activeId = list.at(this.activeIndex)?.callId;
    this.count = list.length;
    this.arrange();
  }

  /** Focuses the active row, or its Join button if it has one. */
  @api focus(): void {
    const row = this.template!.querySelector<HTMLElement>('.row[tabindex="0"]');
    (row?.querySelector<HTMLElement>('[data-action="join"]:not([disabled])') ?? row)?.focus();
  }

  /** Scrolls to a call and focuses its row. Does nothing if the filter hides it. */
  @api focusOn(callId: string): void {
    for (let index = 0; index < this.list.length; index += 1)
      if (this.list.at(index)?.callId === callId) return this.moveTo(index);
  }

  connectedCallback(): void {
    this.stopTicking = everySecond((now) => this.showTimes(now));
    this.stopShortcuts = letShortcutsThrough(this.template!);
  }

  /**
   * Rows are removed and inserted again when their order changes, which takes the focus from
   * elements in them, so the focused element is remembered here.
   */
  render() {
    this.focusedBefore = (this.template!.activeElement as HTMLElement | null) ?? undefined;
    return template;
  }

  renderedCallback(): void {
    const body = this.body;
    if (body && !this.observer && typeof ResizeObserver !== 'undefined') {
      this.observer = new ResizeObserver(() => this.measure());
      this.observer.observe(body);
    }
    // A grid that is as tall as it may be keeps its size when rows are added.
    if (this.observer && this.count !== this.measuredCount) this.measure();
    this.putFocus();
  }

  disconnectedCallback(): void {
    this.stopTicking?.();
    this.stopShortcuts?.();
    this.observer?.disconnect();
    this.observer = undefined;
  }

  get rowCount(): number {
    return this.count + 1;
  }

  /** As tall as its rows, up to what fits well on a screen. */
  get bodyStyle(): string {
    return `height: min(${this.count * this.viewport.rowHeight}px, var(--dealside-wall-room, 36rem), 70vh)`;
  }

  get listStyle(): string {
    const { rowHeight } = this.viewport;
    return `height: ${this.count * rowHeight}px; padding-top: ${this.range.from * rowHeight}px`;
  }

  get gridClass(): string {
    return ['grid', this.isCompact && 'grid_compact', !this.scrolls && 'grid_still']
      .filter(Boolean)
      .join(' ');
  }

  get columns(): HeadColumn[] {
    return headColumns(this.sortColumn, this.sortDescending);
  }

  handleSort(event: Event): void {
    const { column } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: { column } }));
    // After sorting, the first rows are the interesting ones.
    if (this.body) this.body.scrollTop = 0;
    this.showFrom(0);
  }

  handleScroll(event: Event): void {
    const { scrollTop } = event.currentTarget as HTMLElement;
    this.scrollTop = scrollTop;
    const { from, to } = nextRows(this.range, this.area);
    if (from !== this.range.from || to !== this.range.to) this.arrange();
  }

  handleFocusIn(event: FocusEvent): void {
    this.hasFocus = true;
    this.activate(Number((event.currentTarget as HTMLElement).dataset.index));
  }

  handleFocusOut(): void {
    this.hasFocus = false;
  }

  /**
   * On a row: up and down move between rows, Enter acts, Right enters the row. On a control in it:
   * Right and Left move between controls, Left and Escape lead back to the row.
   */
  handleKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rowElement = event.currentTarget as HTMLElement;
    const controls = [...rowElement.querySelectorAll<HTMLElement>('button:not([disabled])')];
    const at = controls.indexOf(event.target as HTMLElement);
    if (event.key === 'Enter' && at < 0) return this.act(Number(rowElement.dataset.index));
    const next = nextWithin(event.key, at, controls, rowElement);
    const index = next
      ? undefined
      : movedBy(event.key, this.activeIndex, {
          ...this.area,
          scrollTop: this.body?.scrollTop ?? 0,
        });
    if (!next && index === undefined) return;
    event.preventDefault();
    if (next) next.focus();
    else this.moveTo(index!);
  }

  handleJoin(event: CustomEvent<{ callId: string }>): void {
    this.join(event.detail.callId);
  }

  handleOpenDeal(event: CustomEvent<{ opportunityId: string }>): void {
    this.openDeal(event.detail.opportunityId);
  }

  handleShowAlerts({ detail }: CustomEvent<{ callId: string }>): void {
    this.dispatchEvent(new CustomEvent('showalerts', { detail }));
  }

  private act(index: number): void {
    const line = this.rows.find((row) => row.index === index)?.line;
    if (!line) return;
    if (line.canJoin && this.joiningId === undefined) this.join(line.callId);
    else if (line.opportunityId) this.openDeal(line.opportunityId);
  }

  private join(callId: string): void {
    this.dispatchEvent(new CustomEvent('join', { detail: { callId } }));
  }

  private openDeal(opportunityId: string): void {
    this.dispatchEvent(new CustomEvent('opendeal', { detail: { opportunityId } }));
  }

  /** The index of the active call: usually unchanged, otherwise nearby. -1 if it was removed. */
  private placeOfActive(): number {
    const { list, activeId, activeIndex } = this;
    const isAt = (index: number): boolean => list.at(index)?.callId === activeId;
    if (activeId === undefined) return -1;
    for (let step = 0; step <= Math.max(activeIndex, list.length); step += 1) {
      if (activeIndex + step < list.length && isAt(activeIndex + step)) return activeIndex + step;
      if (step <= activeIndex && isAt(activeIndex - step)) return activeIndex - step;
    }
    return -1;
  }

  /**
   * Decides which rows are on the page. Unchanged rows stay the same object and are not rendered.
   */
  private arrange(): void {
    const { activeIndex, list } = this;
    const known = new Map(this.rows.map((row) => [row.callId, row]));
    const { from, to } = this.rangeWithoutMoves(known);
    const rows: Row[] = [];
    // The active row stays on the page, because scrolling would otherwise lose the focus.
    if (activeIndex < from) rows.push(this.rowAt(activeIndex, known, 'apart'));
    for (let index = from; index < to; index += 1) rows.push(this.rowAt(index, known));
    if (activeIndex >= to && activeIndex < list.length)
      rows.push(this.rowAt(activeIndex, known, 'apart'));
    if (from !== this.range.from || to !== this.range.to) this.range = { from, to };
    if (rows.length !== this.rows.length || rows.some((row, i) => row !== this.rows[i]))
      this.rows = rows;
  }

  /** If a call was removed, rows at the end are added only when they are needed there. */
  private rangeWithoutMoves(known: ReadonlyMap<string, Row>): Range {
    const { from, to } = nextRows(this.range, this.area);
    const isKnown = (index: number): boolean => known.has(this.list.at(index)!.callId);
    const kept = Array.from({ length: to - from }, (_, i) => from + i).filter(isKnown).length;
    const hasGone = kept < this.range.to - this.range.from;
    if (!hasGone) return { from, to };
    let last = to;
    while (last > from && !isKnown(last - 1)) last -= 1;
    const fewer = { from, to: last };
    const next = nextRows(fewer, this.area);
    return next.from === from && next.to === last ? fewer : { from, to };
  }

  /**
   * Rows are in normal flow, which browsers lay out fastest. Only a row that is kept for its focus
   * is positioned absolutely.
   */
  private rowAt(index: number, known: ReadonlyMap<string, Row>, place?: 'apart'): Row {
    const { rowHeight } = this.viewport;
    const row: Row = {
      ...this.nameAndLineOf(this.list.at(index)!),
      index,
      rowIndex: index + 2,
      tabIndex: index === this.activeIndex ? '0' : '-1',
      style: `height: ${rowHeight}px${place ? `; position: absolute; top: ${index * rowHeight}px` : ''}`,
    };
    const before = known.get(row.callId);
    return before && isSame(before, row) ? before : row;
  }

  /** Reuses the result for a call of which nothing changed. */
  private nameAndLineOf(call: CallView): { callId: string; line: WallLine } {
    const attention = this.list.attentionOf?.(call.callId);
    const known = this.lines.get(call);
    const line =
      known?.attention === attention && known
        ? known
        : new WallLine(call, this.viewerId, attention);
    if (line !== known) this.lines.set(call, line);
    return { callId: line.callId, line };
  }

  /** Updates the times of visible rows. Other rows are updated when they become visible. */
  private showTimes(now: number): void {
    const { from, to } = inSight(this.area);
    for (const row of this.template!.querySelectorAll<RowElement>('.row')) {
      const index = Number(row.dataset.index);
      if (index >= from && index < to) row.showTime(now);
    }
  }

  private moveTo(index: number): void {
    const body = this.body!;
    body.scrollTop = scrolledTo(index, { ...this.area, scrollTop: body.scrollTop });
    this.needsFocus = true;
    this.activate(index);
    this.showFrom(body.scrollTop);
  }

  /**
   * Focuses the active row if requested, or else the element that had the focus before rows were
   * moved.
   */
  private putFocus(): void {
    const { needsFocus, focusedBefore } = this;
    this.needsFocus = false;
    this.focusedBefore = undefined;
    // If a change of its call removed the focused control, the row gets the focus.
    if (needsFocus || focusedBefore?.isConnected === false)
      this.template!.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus();
    else if (focusedBefore && this.template!.activeElement !== focusedBefore)
      focusedBefore.focus({ preventScroll: true });
  }

  private activate(index: number): void {
    this.activeIndex = index;
    this.activeId = this.list.at(index)?.callId;
    this.arrange();
  }

  private showFrom(scrollTop: number): void {
    this.scrollTop = scrollTop;
    this.range = visibleRows(this.area);
    this.arrange();
  }

  private get area(): Viewport {
    return { ...this.viewport, scrollTop: this.scrollTop, count: this.count };
  }

  private get body(): HTMLElement | null {
    return this.template!.querySelector<HTMLElement>('.body');
  }

  private measure(): void {
    const body = this.body;
    if (!body) return;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    this.isCompact = body.clientWidth < COMPACT_PX;
    this.viewport = {
      height: body.clientHeight || HEIGHT_WHEN_UNKNOWN_PX,
      rowHeight: rem * (this.isCompact ? CARD_REM : ROW_REM),
    };
    this.measuredCount = this.count;
    this.scrolls = this.count * this.viewport.rowHeight > this.viewport.height;
    this.showFrom(body.scrollTop);
  }
}

const isSame = (one: Row, other: Row): boolean =>
  one.line === other.line &&
  one.index === other.index &&
  one.tabIndex === other.tabIndex &&
  one.style === other.style;
