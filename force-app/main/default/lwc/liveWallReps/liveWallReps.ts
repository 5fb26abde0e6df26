import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, gateProblem, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { everySecond, whileVisible } from 'c/dealsideTicker';
import {
  byStatus,
  isTimePassing,
  PRESENCE_EVERY_MS,
  presence,
  REP_STATUSES,
  repStatusClass,
  repStatusText,
  repStatusTextAt,
  type PresenceView,
  type RepStatus,
} from 'c/repStatus';
import { LightningElement } from 'lwc';

/**
 * How many reps are free, on a call or away, and who (V1). If reloading fails, the last data stays,
 * because the live feed on the page says that the server cannot be reached. If loading never
 * succeeded, the problem is shown.
 */
export default class LiveWallReps extends LightningElement {
  labels = labels;
  presence: Loaded<PresenceView> = NOT_LOADED;
  now = Date.now();
  private stopAsking?: () => void;
  private stopTicking?: () => void;
  private readonly loader = createLoader(presence, (state) => {
    this.presence = state;
  });

  connectedCallback(): void {
    this.stopAsking = whileVisible(PRESENCE_EVERY_MS, () => void this.loader.load());
    this.stopTicking = everySecond((now) => {
      if (isTimePassing(this.team)) this.now = now;
    });
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
    this.stopTicking?.();
  }

  private get team(): PresenceView['team'] {
    return this.presence.value?.team ?? [];
  }

  get isEmpty(): boolean {
    return this.presence.value !== undefined && this.team.length === 0;
  }

  get problemText(): string | undefined {
    return gateProblem(this.presence)?.message;
  }

  get counts(): { status: string; text: string; theme: string }[] {
    return REP_STATUSES.flatMap((status) => {
      const count = this.countOf(status);
      if (count === 0) return [];
      const text = `${countText(count)} ${repStatusText[status]}`;
      return [{ status, text, theme: repStatusClass(status) }];
    });
  }

  private countOf(status: RepStatus): number {
    return (
      this.presence.value?.counts?.[status] ??
      this.team.filter((rep) => rep.status === status).length
    );
  }

  get shownText(): string | undefined {
    const count = this.team.length;
    const total = REP_STATUSES.reduce((sum, status) => sum + this.countOf(status), 0);
    return total > count
      ? fill(labels.wallRepsShown, { count: countText(count), total: countText(total) })
      : undefined;
  }

  get reps(): { userId: string; name: string; status: string; theme: string }[] {
    return byStatus(this.team).map((rep) => ({
      userId: rep.userId,
      name: rep.name,
      status: repStatusTextAt(rep, this.now),
      theme: repStatusClass(rep.status),
    }));
  }
}
