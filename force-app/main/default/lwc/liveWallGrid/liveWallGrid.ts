import { LightningElement, api } from 'lwc';
import { clockText, durationMs, isoDuration, type CallView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { everySecond } from 'c/dealsideTicker';
import { row } from './row';
import { movedBy, scrolledTo, visibleRows, type Viewport } from './visible';
import template from './liveWallGrid.html';

type Column = 'rep' | 'customer' | 'amount' | 'duration';

const COLUMNS: readonly { name: string; label: string; isNumber?: true; sorts?: true }[] = [
  { name: 'rep', label: labels.wallRep, sorts: true },
  { name: 'customer', label: labels.wallCustomer, sorts: true },
  { name: 'deal', label: labels.wallDeal },
  { name: 'amount', label: labels.wallAmount, isNumber: true, sorts: true },
  { name: 'duration', label: labels.wallDuration, isNumber: true, sorts: true },
  { name: 'on', label: labels.wallSupervisors },
  { name: 'action', label: labels.wallAction },
];

/** A column's head; `sort` is its aria-sort, absent where it does not sort. */
interface HeadColumn {
  name: string;
  label: string;
  cellClass?: string;
  title: string;
  sort?: 'none' | 'ascending' | 'descending';
  icon: string;
  className: string;
}

/** Narrower than this, each call is a card instead of a line. */
const COMPACT_PX = 640;
const ROW_REM = 3.5;
const CARD_REM = 10.5;
const HEIGHT_WHEN_UNKNOWN_PX = 600;

/**
 * Any number of calls in a grid that renders only what can be seen. Arrow keys walk the rows, Enter
 * acts on one.
 * Fires `sort` with the column, `join` with the call, `opendeal` with the opportunity.
 * Rows are plain elements, and their times are written by hand: components and renders would be
 * felt when scrolling.
 */
export default class LiveWallGrid extends LightningElement {
  labels = labels;
  viewport: Omit<Viewport, 'count'> = {
    scrollTop: 0,
    height: HEIGHT_WHEN_UNKNOWN_PX,
    rowHeight: 56,
  };
  isCompact = false;
  private activeId?: string;
  private activeIndex = 0;
  private takesFocus = false;
  private hasFocus = false;
  private focusedBefore?: HTMLElement;
  private observer?: ResizeObserver;
  private shown: readonly CallView[] = [];
  private stopTicking?: () => void;
  private readonly lines = new WeakMap<CallView, ReturnType<typeof row>>();

  @api viewerId = '';
  @api joiningId?: string;
  @api sortColumn: Column = 'duration';
  @api sortDescending = false;

  @api
  get calls(): readonly CallView[] {
    return this.shown;
  }
  set calls(calls: readonly CallView[]) {
    this.shown = calls;
    const at = calls.findIndex(({ callId }) => callId === this.activeId);
    // The row went: its neighbour is the active one now, and gets the focus if that was here.
    if (at < 0 && this.hasFocus) this.takesFocus = true;
    this.activeIndex = at >= 0 ? at : Math.max(0, Math.min(this.activeIndex, calls.length - 1));
    this.activeId = calls[this.activeIndex]?.callId;
  }

  connectedCallback(): void {
    this.stopTicking = everySecond(() => this.showTimes());
  }

  /**
   * To follow each other in the page rows are taken out and put back, which takes the focus from
   * what is in them.
   */
  render() {
    this.focusedBefore = (this.template!.activeElement as HTMLElement | null) ?? undefined;
    return template;
  }

  renderedCallback(): void {
    this.showTimes();
    const body = this.body;
    if (body && !this.observer && typeof ResizeObserver !== 'undefined') {
      this.observer = new ResizeObserver(() => this.measure());
      this.observer.observe(body);
    }
    this.putFocus();
  }

  disconnectedCallback(): void {
    this.stopTicking?.();
    this.observer?.disconnect();
    this.observer = undefined;
  }

  get rows() {
    const { from, to } = visibleRows(this.area);
    const indexes = Array.from({ length: to - from }, (_, i) => from + i);
    // The active row stays in the page, or the focus would be lost by scrolling.
    if (this.activeIndex < from) indexes.unshift(this.activeIndex);
    if (this.activeIndex >= to && this.activeIndex < this.shown.length)
      indexes.push(this.activeIndex);
    return indexes.map((index) => {
      const call = this.shown[index]!;
      return {
        ...this.lineOf(call),
        index,
        rowIndex: index + 2,
        tabIndex: index === this.activeIndex ? '0' : '-1',
        style: this.styleOf(index, from, to),
        joinLabel: call.callId === this.joiningId ? labels.callJoining : labels.callJoin,
      };
    });
  }

  get isBusy(): boolean {
    return this.joiningId !== undefined;
  }

  get rowCount(): number {
    return this.shown.length + 1;
  }

  /** As tall as its rows, until there are more than a screen shows well. */
  get bodyStyle(): string {
    return `height: min(${this.shown.length * this.viewport.rowHeight}px, 36rem, 70vh)`;
  }

  get listStyle(): string {
    const { rowHeight } = this.viewport;
    return `height: ${this.shown.length * rowHeight}px; padding-top: ${visibleRows(this.area).from * rowHeight}px`;
  }

  /**
   * Rows follow each other in the flow, which browsers lay out at the least cost; only one kept for
   * its focus stands apart.
   */
  private styleOf(index: number, from: number, to: number): string {
    const { rowHeight } = this.viewport;
    const apart = index < from || index >= to;
    return `height: ${rowHeight}px${apart ? `; position: absolute; top: ${index * rowHeight}px` : ''}`;
  }

  get gridClass(): string {
    return `grid${this.isCompact ? ' grid_compact' : ''}`;
  }

  get columns(): HeadColumn[] {
    return COLUMNS.map(({ name, label, isNumber, sorts }) => {
      const active = this.sortColumn === name;
      return {
        name,
        label,
        cellClass: isNumber ? 'number' : undefined,
        title: fill(labels.wallSortBy, { column: label }),
        sort: !sorts
          ? undefined
          : !active
            ? 'none'
            : this.sortDescending
              ? 'descending'
              : 'ascending',
        icon: active && !this.sortDescending ? 'utility:arrowup' : 'utility:arrowdown',
        className: `sort${active ? ' sort_active' : ''}`,
      };
    });
  }

  handleSort(event: Event): void {
    const { column } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: { column } }));
    // After sorting, the first rows are what the person wants to see.
    if (this.body) this.body.scrollTop = 0;
    this.viewport = { ...this.viewport, scrollTop: 0 };
  }

  handleScroll(event: Event): void {
    const { scrollTop } = event.currentTarget as HTMLElement;
    const before = visibleRows(this.area);
    const after = visibleRows({ ...this.area, scrollTop });
    if (before.from !== after.from || before.to !== after.to)
      this.viewport = { ...this.viewport, scrollTop };
  }

  handleFocusIn(event: FocusEvent): void {
    this.hasFocus = true;
    this.activate(Number((event.currentTarget as HTMLElement).dataset.index));
  }

  handleFocusOut(): void {
    this.hasFocus = false;
  }

  /**
   * On a row: arrows walk, Enter acts, right enters. On a control in it: right and left walk, left
   * and Escape lead back.
   */
  handleKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rowElement = event.currentTarget as HTMLElement;
    const controls = [...rowElement.querySelectorAll<HTMLElement>('button:not([disabled])')];
    const at = controls.indexOf(event.target as HTMLElement);
    if (event.key === 'Enter' && at < 0) return this.act(rowElement);
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

  handleJoin(event: Event): void {
    this.join((event.currentTarget as HTMLElement).dataset.callId!);
  }

  handleOpenDeal(event: Event): void {
    this.openDeal((event.currentTarget as HTMLElement).dataset.opportunityId!);
  }

  private act({ dataset }: HTMLElement): void {
    const call = this.shown.find(({ callId }) => callId === dataset.callId);
    if (!call) return;
    const { canJoin, opportunityId } = this.lineOf(call);
    if (canJoin && !this.isBusy) this.join(call.callId);
    else if (opportunityId) this.openDeal(opportunityId);
  }

  private join(callId: string): void {
    this.dispatchEvent(new CustomEvent('join', { detail: { callId } }));
  }

  private openDeal(opportunityId: string): void {
    this.dispatchEvent(new CustomEvent('opendeal', { detail: { opportunityId } }));
  }

  /** A call that did not change is not read again. */
  private lineOf(call: CallView): ReturnType<typeof row> {
    const known = this.lines.get(call);
    if (known) return known;
    const line = row(call, this.viewerId);
    this.lines.set(call, line);
    return line;
  }

  private showTimes(): void {
    const now = Date.now();
    for (const time of this.template!.querySelectorAll<HTMLTimeElement>('time')) {
      const call = this.shown[Number(time.dataset.index)];
      if (!call) continue;
      const ms = durationMs(call, now);
      time.textContent = clockText(ms);
      time.dateTime = isoDuration(ms);
    }
  }

  private moveTo(index: number): void {
    const body = this.body!;
    body.scrollTop = scrolledTo(index, { ...this.area, scrollTop: body.scrollTop });
    this.viewport = { ...this.viewport, scrollTop: body.scrollTop };
    this.activate(index);
    this.takesFocus = true;
  }

  /** On the active row when that was asked for, else where it was before rows were moved. */
  private putFocus(): void {
    const { takesFocus, focusedBefore } = this;
    this.takesFocus = false;
    this.focusedBefore = undefined;
    if (takesFocus) this.template!.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus();
    else if (focusedBefore && this.template!.activeElement !== focusedBefore)
      focusedBefore.focus({ preventScroll: true });
  }

  private activate(index: number): void {
    this.activeIndex = index;
    this.activeId = this.shown[index]?.callId;
  }

  private get area(): Viewport {
    return { ...this.viewport, count: this.shown.length };
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
      scrollTop: body.scrollTop,
      height: body.clientHeight || HEIGHT_WHEN_UNKNOWN_PX,
      rowHeight: rem * (this.isCompact ? CARD_REM : ROW_REM),
    };
  }
}

/**
 * The control, or the row itself, that a key leads to from the control at this place (-1: from the
 * row).
 */
function nextWithin(
  key: string,
  at: number,
  controls: HTMLElement[],
  rowElement: HTMLElement,
): HTMLElement | undefined {
  if (key === 'ArrowRight') return controls[at + 1];
  if (at < 0) return undefined;
  if (key === 'ArrowLeft') return controls[at - 1] ?? rowElement;
  return key === 'Escape' ? rowElement : undefined;
}
