import LOCALE from '@salesforce/i18n/locale';
import { isRefusedWith, type Problem } from 'c/callModel';
import { bookTime, timesOf, type Booking, type DebriefTimes } from 'c/coachingApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

type Proposed = Extract<DebriefTimes, { readonly status: 'proposed' }>;

/**
 * The time of a debrief. One click looks for times that are free in both calendars, and another
 * books one. Fires `booked` with the new time, and `stale` if the other person has booked one
 * meanwhile.
 */
export default class CoachingTimes extends LightningElement {
  labels = labels;
  times: Loaded<DebriefTimes> = NOT_LOADED;
  booking: ActionState = IDLE;
  isPicking = false;
  private from = 0;
  private readonly loader = createLoader(
    () => timesOf(this.debriefId, this.from),
    (state) => {
      this.times = state;
    },
  );
  private readonly book = createAction((state) => {
    this.booking = state;
  });

  /** The debrief's id in Dealside; the intervention's, where it is about one. */
  @api debriefId = '';
  @api booked?: Booking;
  @api you: 'rep' | 'supervisor' = 'rep';
  @api rep = '';
  @api supervisor = '';
  /** IANA names. */
  @api zones?: { readonly rep: string; readonly supervisor: string };

  get problem(): Problem | undefined {
    return this.booking.problem ?? this.times.problem;
  }

  get bookedText(): string | undefined {
    return this.booked && fill(labels.timesBooked, { time: this.whenText(this.booked.startsAt) });
  }

  get bookedFor(): string | undefined {
    return this.booked && this.otherText(this.booked.startsAt);
  }

  get bookedBy(): string | undefined {
    const { by } = this.booked ?? {};
    return by && fill(labels.timesBookedBy, { who: by === 'rep' ? this.rep : this.supervisor });
  }

  get openLabel(): string {
    return this.booked ? labels.timesAnother : labels.timesPick;
  }

  get isLoading(): boolean {
    return this.isPicking && this.times.isBusy;
  }

  private get proposed(): Proposed | undefined {
    const { value } = this.times;
    return value?.status === 'proposed' ? value : undefined;
  }

  /** Why there is nothing to choose from; the two can proceed without a booking. */
  get without(): string | undefined {
    if (this.times.isBusy) return undefined;
    switch (this.times.value?.status) {
      case 'unreachable':
        return labels.timesUnreachable;
      case 'not_allowed':
        return labels.timesNotAllowed;
      case 'proposed':
        return this.proposed!.slots.length === 0 ? labels.timesNone : undefined;
      case undefined:
      default:
        return undefined;
    }
  }

  get isUnreachable(): boolean {
    return !this.times.isBusy && this.times.value?.status === 'unreachable';
  }

  get choices(): { key: string; time: string; other?: string; note?: string }[] {
    return (this.proposed?.slots ?? []).map(({ startsAt, isAfterDue, isOutsideHours }) => ({
      key: startsAt,
      time: this.whenText(startsAt),
      other: this.otherText(startsAt),
      note:
        [isAfterDue && labels.timesLate, isOutsideHours && labels.timesOutside]
          .filter(Boolean)
          .join(' · ') || undefined,
    }));
  }

  get hasChoices(): boolean {
    return this.choices.length > 0;
  }

  get areMore(): boolean {
    return this.proposed?.areMore ?? false;
  }

  async handleOpen(): Promise<void> {
    this.isPicking = true;
    this.from = 0;
    this.booking = IDLE;
    await this.loader.load();
  }

  handleClose(): void {
    this.isPicking = false;
    this.booking = IDLE;
  }

  async handleMore(): Promise<void> {
    this.from += this.proposed?.slots.length ?? 0;
    await this.loader.load();
  }

  async handleRetry(): Promise<void> {
    await this.loader.load();
  }

  async handleBook(event: Event): Promise<void> {
    const { time } = (event.currentTarget as HTMLElement).dataset;
    const isBooked = await this.book(async () => {
      const { booking } = await bookTime(this.debriefId, time!, this.booked?.startsAt);
      this.isPicking = false;
      this.dispatchEvent(new CustomEvent('booked', { detail: { booking } }));
    });
    const { problem } = this.booking;
    if (isBooked || !problem) return;
    if (isRefusedWith(problem, 'debrief_booked_meanwhile')) {
      this.isPicking = false;
      this.dispatchEvent(new CustomEvent('stale'));
    } else if (isRefusedWith(problem, 'debrief_slot_taken')) await this.loader.load();
  }

  private whenText(at: string): string {
    return whenIn(at, this.clocks?.[this.you]);
  }

  /** The same time in the other person's time zone, if it differs. */
  private otherText(at: string): string | undefined {
    const { clocks } = this;
    if (!clocks) return undefined;
    const other = this.you === 'rep' ? 'supervisor' : 'rep';
    const time = whenIn(at, clocks[other]);
    return time === this.whenText(at)
      ? undefined
      : fill(labels.timesOther, { name: other === 'rep' ? this.rep : this.supervisor, time });
  }

  private get clocks(): { readonly rep: string; readonly supervisor: string } | undefined {
    return this.proposed?.zones ?? this.zones;
  }
}

/** "Thu, Dec 3, 9:15 AM". */
const whenIn = (at: string, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone && { timeZone }),
  }).format(new Date(at));
