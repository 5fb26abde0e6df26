import type { CallView } from 'c/callModel';
import type { AttentionView } from 'c/wordsApi';
import { matching, ordering, type Show, type Sorting } from './rows';

/** What the wall should show. */
export interface Arrangement {
  readonly search: string;
  readonly show: Show;
  readonly sorting: Sorting;
}

/** How many calls there are of some kinds. */
export interface Counts {
  readonly calls: number;
  readonly live: number;
  readonly supervised: number;
  readonly asking: number;
}

/**
 * All calls of the wall, and the matching ones in order. A changed call is compared with the filter
 * and placed by binary search, without looking at the others. A class, so that LWC does not wrap
 * it: a proxy for each call would be too slow.
 */
export class WallCalls {
  private readonly known = new Map<string, CallView>();
  private listed: CallView[] = [];
  private readonly attentions = new Map<string, AttentionView>();
  private matches = matching('', 'all');
  private compare: (a: CallView, b: CallView) => number;
  private live = 0;
  private supervised = 0;
  private asking = 0;

  constructor({ search, show, sorting }: Arrangement) {
    this.matches = matching(search, show);
    this.compare = ordering(sorting, this.scoreOf);
  }

  /** How many calls match. */
  get length(): number {
    return this.listed.length;
  }

  get counts(): Counts {
    const { live, supervised, asking } = this;
    return { calls: this.known.size, live, supervised, asking };
  }

  /** The matching call at this index. */
  at(index: number): CallView | undefined {
    return this.listed[index];
  }

  /** How much attention a call needs, and why; undefined while the server has not said it. */
  attentionOf(callId: string): AttentionView | undefined {
    return this.attentions.get(callId);
  }

  has(callId: string): boolean {
    return this.known.has(callId);
  }

  find(callId: string): CallView | undefined {
    return this.known.get(callId);
  }

  /** Filters and sorts again. */
  arrange({ search, show, sorting }: Arrangement): void {
    this.matches = matching(search, show);
    this.compare = ordering(sorting, this.scoreOf);
    this.list();
  }

  /** Replaces all calls. */
  replace(calls: readonly CallView[]): void {
    this.known.clear();
    [this.live, this.supervised, this.asking] = [0, 0, 0];
    for (const call of calls) {
      this.known.set(call.callId, call);
      this.count(call, 1);
    }
    this.list();
  }

  /** Sets the current state of a call, or removes it. */
  put(callId: string, call: CallView | undefined): void {
    const before = this.known.get(callId);
    if (before) this.count(before, -1);
    if (call) {
      this.count(call, 1);
      this.known.set(callId, call);
    } else this.known.delete(callId);
    this.move(
      before && this.matches(before) ? before : undefined,
      call && this.matches(call) ? call : undefined,
    );
    if (!call) this.attentions.delete(callId);
  }

  /** Replaces what all calls need. */
  replaceAttentions(attentions: readonly AttentionView[]): void {
    const before = new Map(this.attentions);
    this.attentions.clear();
    for (const one of attentions) {
      const known = before.get(one.callId);
      this.attentions.set(one.callId, known && isSameScore(known, one) ? known : one);
    }
    this.list();
  }

  /** Sets what a call needs. A listed call is taken from its place before its score changes. */
  putAttention(attention: AttentionView): void {
    const { callId } = attention;
    if (isSameScore(this.attentions.get(callId), attention)) return;
    const call = this.known.get(callId);
    const listed = call && this.matches(call) ? call : undefined;
    if (listed) this.listed.splice(this.placeOf(listed), 1);
    this.attentions.set(callId, attention);
    if (listed) this.listed.splice(this.placeOf(listed), 0, listed);
  }

  private readonly scoreOf = (callId: string): number => this.attentions.get(callId)?.score ?? 0;

  private move(before: CallView | undefined, after: CallView | undefined): void {
    if (before && after && this.compare(before, after) === 0) {
      this.listed[this.placeOf(before)] = after;
      return;
    }
    if (before) this.listed.splice(this.placeOf(before), 1);
    if (after) this.listed.splice(this.placeOf(after), 0, after);
  }

  /** The index where the call is or belongs. */
  private placeOf(call: CallView): number {
    let [from, to] = [0, this.listed.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.compare(this.listed[middle]!, call) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private list(): void {
    this.listed = [...this.known.values()].filter(this.matches).sort(this.compare);
  }

  private count({ status, interventions, help }: CallView, by: 1 | -1): void {
    if (status !== 'live') return;
    this.live += by;
    if (interventions.length > 0) this.supervised += by;
    if (help?.status === 'open') this.asking += by;
  }
}

/** Then nothing of the wall changes. */
const isSameScore = (one: AttentionView | undefined, other: AttentionView): boolean =>
  one?.score === other.score &&
  one.parts.length === other.parts.length &&
  one.parts.every(
    ({ part, points }, n) => part === other.parts[n]!.part && points === other.parts[n]!.points,
  );
