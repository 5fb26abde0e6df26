import USER_ID from '@salesforce/user/Id';
import type CallAssistance from 'c/callAssistance';
import { interventionOf, type CallView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createSelection, subscribe } from 'c/liveFeed';
import { openSummonses } from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

/** Whether this person is asked for help on this call, or has said to come. */
const isAskedOf = ({ help }: CallView): boolean =>
  (help?.status === 'open' && help.isOffered !== false) || help?.takenBy?.userId === USER_ID;

/**
 * Help between reps and supervisors, in the softphone and thus on every page: a rep's own call,
 * everybody who is waiting for help from this supervisor, and compliance alerts. A request that this
 * supervisor gave back stays, with why they could not join. Hidden if there is none. Fires `asked`
 * with those who wait, and without a text when none does any more.
 */
export default class SoftphoneAssistance extends LightningElement {
  labels = labels;
  ownCalls: readonly CallView[] = [];
  asking: readonly CallView[] = [];
  summoning: readonly CallView[] = [];
  private reported?: string;
  private unsubscribe?: () => void;
  private readonly own = createSelection(
    ({ status, you }) => status === 'live' && you.relation === 'rep',
  );
  private readonly others = createSelection(
    (call) =>
      call.status === 'live' &&
      call.you.relation === 'supervisor' &&
      interventionOf(call, USER_ID) === undefined &&
      (isAskedOf(call) || call.help?.givenBackBy?.userId === USER_ID),
  );

  private readonly summoned = createSelection(
    (call) => openSummonses(call).length > 0 && interventionOf(call, USER_ID) === undefined,
  );

  /** Handles a key that was pressed in the softphone's frame, for the rep's own call. */
  @api press(key: string): void {
    this.template!.querySelector<HTMLElement & CallAssistance>('c-call-assistance')?.press(key);
  }

  connectedCallback(): void {
    this.unsubscribe = subscribe(({ calls }, change) => {
      this.own.follow(calls, change);
      this.others.follow(calls, change);
      this.summoned.follow(calls, change);
      this.summoning = this.summoned.calls;
      this.ownCalls = this.own.calls;
      this.asking = this.others.calls;
      this.tell();
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  private tell(): void {
    const text = this.waitingText;
    if (text === this.reported) return;
    this.reported = text;
    this.dispatchEvent(new CustomEvent('asked', { detail: { text } }));
  }

  private get waitingText(): string | undefined {
    const waiting = this.asking.filter(isAskedOf);
    const [[summoning], [asking]] = [this.summoning, waiting];
    if (summoning) return fill(labels.summonsItem, { rep: summoning.rep.name });
    if (!asking) return undefined;
    return waiting.length === 1
      ? fill(labels.helpItem, { rep: asking.rep.name })
      : fill(labels.helpItemMany, { count: waiting.length });
  }

  get transcribed(): readonly CallView[] {
    return this.ownCalls.filter(({ isTranscribed }) => isTranscribed);
  }

  get isSummoned(): boolean {
    return this.summoning.length > 0;
  }

  get isAsked(): boolean {
    return this.asking.length > 0;
  }
}
