import { LightningElement, api } from 'lwc';
import type { CallView, HelpView, Problem, TextWhisperView, Vocabulary } from 'c/callModel';
import {
  cancelHelp,
  markTextWhisperSeen,
  requestHelp,
  vocabulary,
  type HelpRequestInput,
} from 'c/dealsideApi';
import { labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';

/** How supervisors assist a rep on their own call: what they write, and the request for help. */
export default class CallAssistance extends LightningElement {
  vocabulary: Loaded<Vocabulary> = NOT_LOADED;
  asking: ActionState = IDLE;
  private readonly vocabularyLoader = createLoader(vocabulary, (state) => {
    this.vocabulary = state;
  });
  private readonly ask = createAction((state) => {
    this.asking = state;
    this.vocabulary = { ...this.vocabulary, problem: undefined };
  });

  @api call!: CallView;
  /** Where there is little room: only lines that the rep has not confirmed. */
  @api isBrief = false;

  connectedCallback(): void {
    void this.vocabularyLoader.load();
  }

  /** A rep asks for help on a call that a supervisor has not taken over. */
  get asksForHelp(): boolean {
    return this.call.status === 'live' && !this.call.rep.silenced;
  }

  get help(): HelpView | undefined {
    return this.call.help;
  }

  get hint(): string | undefined {
    if (!this.help) return this.call.helpExpiredAt ? labels.helpExpired : undefined;
    if (this.help.status === 'taken') return undefined;
    if (this.help.reach === 'nobody') return labels.helpNobodyEligible;
    return this.help.reach === 'away' ? labels.helpNobodyAvailable : undefined;
  }

  get helpReasons(): { code: string; label: string }[] {
    return this.vocabulary.value?.helpReasons ?? [];
  }

  get textWhispers(): readonly TextWhisperView[] {
    const all = this.call.textWhispers ?? [];
    return this.isBrief ? all.filter(({ seenAt }) => !seenAt) : all;
  }

  get problem(): Problem | undefined {
    return this.asking.problem ?? this.vocabulary.problem;
  }

  async handleRequestHelp(event: CustomEvent<HelpRequestInput>): Promise<void> {
    await this.ask(() => requestHelp(this.call.callId, event.detail));
  }

  async handleCancelHelp(): Promise<void> {
    await this.ask(() => cancelHelp(this.call.callId));
  }

  async handleSeen(event: CustomEvent<{ textWhisperId: string }>): Promise<void> {
    await this.ask(() => markTextWhisperSeen(this.call.callId, event.detail.textWhisperId));
  }
}
