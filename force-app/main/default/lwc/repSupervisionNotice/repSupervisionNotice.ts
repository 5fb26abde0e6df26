import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { timeText, type Mode, type NoticeView } from 'c/callModel';
import { acknowledge } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { subscribe } from 'c/liveFeed';
import { LightningElement } from 'lwc';
import { supervisions } from './noticeList';

/** Shows a rep who is on their call, how, why and since when. Hidden while nobody is. */
export default class RepSupervisionNotice extends LightningElement {
  labels = labels;
  notices: readonly NoticeView[] = [];
  acknowledging: ActionState = IDLE;
  private unsubscribe?: () => void;
  private readonly act = createAction((state) => {
    this.acknowledging = state;
  });

  connectedCallback(): void {
    if (!MAY_TAKE_CALLS) return;
    this.unsubscribe = subscribe(({ notices }) => {
      this.notices = notices;
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  get hasNotices(): boolean {
    return this.notices.length > 0;
  }

  get present() {
    return supervisions(this.notices).now.map(({ latest }) => ({
      ...latest,
      who: `${latest.supervisor.name}, ${latest.supervisor.role}`,
      since: fill(labels.noticeSince, { time: timeText(latest.at) }),
      acknowledged: Boolean(latest.acknowledgedAt),
      className: `notice mode-look_${latest.mode}`,
    }));
  }

  get past(): { noticeId: string; text: string; mode: Mode; until?: string }[] {
    return supervisions(this.notices).history.map((notice) => ({
      noticeId: notice.noticeId,
      text: `${timeText(notice.at)} · ${notice.supervisor.name}`,
      mode: notice.mode,
      until: notice.endedAt && endText(notice.endedAt, notice.hasLeft),
    }));
  }

  get hasPast(): boolean {
    return this.past.length > 0;
  }

  /** Read politely by screen readers when it changes. */
  get announcement(): string {
    return this.present.map(({ text }) => text).join(' ');
  }

  async handleAcknowledge(event: Event): Promise<void> {
    const noticeId = (event.target as HTMLElement).dataset.noticeId!;
    await this.act(() => acknowledge(noticeId));
  }
}

/** A mode that ended says until when it was; only a supervisor who went has left. */
const endText = (endedAt: string, hasLeft = false): string =>
  fill(hasLeft ? labels.noticeEnded : labels.noticeUntil, { time: timeText(endedAt) });
