import { rateCoaching, type CoachingRating, type Ratings } from 'c/coachingApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

const VALUES = [1, 2, 3, 4, 5] as const;
const ENDS: Readonly<Record<number, string>> = {
  1: labels.ratingLowest,
  5: labels.ratingHighest,
};

/**
 * A rating of how much a debrief helped, from 1 to 5 and with a comment, given once. The other's
 * rating is shown only after one's own was given. Fires `rated`.
 */
export default class CoachingRatingForm extends LightningElement {
  labels = labels;
  saving: ActionState = IDLE;
  chosen?: number;
  error?: string;
  private comment = '';
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  /** The debrief's id in Dealside; the intervention's, where it is about one. */
  @api debriefId = '';
  @api you: 'rep' | 'supervisor' = 'rep';
  @api rep = '';
  @api supervisor = '';
  @api ratings?: Ratings;
  /** Whether this person can still give a rating. */
  @api mayRate = false;

  get isAsked(): boolean {
    return this.mayRate && this.ratings?.yours === undefined;
  }

  get name(): string {
    return `rating-${this.debriefId}`;
  }

  get choices(): { value: string; label: string; checked: boolean }[] {
    return VALUES.map((value) => ({
      value: String(value),
      label: ENDS[value] ? fill(ENDS[value], { value }) : String(value),
      checked: value === this.chosen,
    }));
  }

  get yoursText(): string | undefined {
    const { yours } = this.ratings ?? {};
    return yours && textOf(labels.ratingYou, yours);
  }

  get othersText(): string | undefined {
    const { yours, others } = this.ratings ?? {};
    const who = this.you === 'rep' ? this.supervisor : this.rep;
    if (others) return textOf(fill(labels.ratingBy, { who, value: '{value}' }), others);
    return yours && fill(labels.ratingWaits, { who });
  }

  handleChoose(event: Event): void {
    this.chosen = Number((event.target as HTMLInputElement).value);
    this.error = undefined;
  }

  handleComment(event: Event): void {
    this.comment = (event.target as HTMLInputElement).value;
  }

  async handleSave(): Promise<void> {
    const value = this.chosen;
    this.error = value === undefined ? labels.ratingRequired : undefined;
    if (value === undefined) return;
    const comment = this.comment.trim() || undefined;
    await this.save(async () => {
      const { ratings } = await rateCoaching(this.debriefId, value, comment);
      this.dispatchEvent(new CustomEvent('rated', { detail: { ratings } }));
    });
  }
}

const textOf = (label: string, { value, comment }: CoachingRating): string =>
  [fill(label, { value }), comment].filter(Boolean).join(' · ');
