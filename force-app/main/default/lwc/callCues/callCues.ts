import { fill, labels } from 'c/dealsideLabels';
import { everySecond } from 'c/dealsideTicker';
import { hear } from 'c/liveFeed';
import { wordsOf, type CuesView } from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

/**
 * What the rep is shown about the conversation: the card that fits, until it is closed or expires,
 * and the checklist. The supervisor sees the same. Empty if there is neither.
 */
export default class CallCues extends LightningElement {
  labels = labels;
  cues?: CuesView;
  /** Whether the checklist starts collapsed, where it would push a call's controls out of view. */
  @api isBrief = false;
  private shownFor?: string;
  private closed?: string;
  private now = Date.now();
  private stops: (() => void)[] = [];

  @api
  get callId(): string | undefined {
    return this.shownFor;
  }
  set callId(callId: string | undefined) {
    if (this.shownFor === callId) return;
    this.shownFor = callId;
    this.cues = undefined;
    if (this.isConnected) void this.load();
  }

  connectedCallback(): void {
    this.stops = [
      hear(({ event, data }) => {
        if (event === 'cues' && (data as CuesView).callId === this.shownFor)
          this.cues = data as CuesView;
        if (event === 'snapshot') void this.load();
      }),
      everySecond((now) => {
        // Renders again only when the card expires.
        const until = this.cues?.card?.until;
        if (until && Date.parse(until) <= now) this.now = now;
      }),
    ];
    void this.load();
  }

  disconnectedCallback(): void {
    this.stops.forEach((stop) => stop());
  }

  get card() {
    const card = this.cues?.card;
    if (!card || card.at === this.closed || Date.parse(card.until) <= this.now) return undefined;
    return { ...card, why: fill(labels.cueBecause, { words: card.words.join(' … ') }) };
  }

  get items() {
    return (this.cues?.checklist ?? []).map(({ name, text, mark, at }) => {
      const isDone = at !== undefined;
      const state = isDone ? labels.cueDone : labels.cueOpen;
      return {
        name,
        text,
        state,
        icon: isDone ? 'utility:success' : 'utility:steps',
        className: isDone ? 'item done' : `item ${mark ?? ''}`,
        mark:
          mark === 'critical'
            ? labels.cueCritical
            : mark === 'compliance'
              ? labels.alertCompliance
              : undefined,
      };
    });
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get isOpen(): boolean {
    return !this.isBrief;
  }

  get title(): string {
    const items = this.cues?.checklist ?? [];
    return fill(labels.cueChecklist, {
      done: items.filter(({ at }) => at !== undefined).length,
      all: items.length,
    });
  }

  handleClose(): void {
    this.closed = this.cues?.card?.at;
  }

  /** A failed read is made up for by the next words. */
  private async load(): Promise<void> {
    const callId = this.shownFor;
    if (!callId) return;
    const words = await wordsOf(callId).catch(() => undefined);
    if (words?.cues && callId === this.shownFor) this.cues = words.cues;
  }
}
