import {
  answersOf,
  focusFirstMissing,
  missingIn,
  calibrationOf,
  questionsOf,
  scoreForCalibration,
  type CalibrationView,
  type Given,
  type Missing,
  withoutItem,
} from 'c/coachingApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { percentText } from 'c/outcomeApi';
import { LightningElement, api } from 'lwc';

/** Blind scoring of an ended call. Afterwards shows how far apart the scores are. */
export default class CoachingCalibration extends LightningElement {
  labels = labels;
  calibration: Loaded<CalibrationView> = NOT_LOADED;
  saving: ActionState = IDLE;
  isOpen = false;
  @api callId = '';
  missing: Missing = {};
  private given: Given = {};
  private readonly loader = createLoader(
    () => calibrationOf(this.callId),
    (state) => {
      this.calibration = state;
    },
  );
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  get problem() {
    return this.saving.problem ?? this.calibration.problem;
  }

  get toggle(): string {
    return this.isOpen ? labels.calibrationClose : labels.calibrationOpen;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get asksScore(): boolean {
    return this.isOpen && this.calibration.value?.isGiven === false;
  }

  get questions() {
    return questionsOf(this.calibration.value?.items ?? [], this.given, this.missing);
  }

  get results(): { key: string; text: string }[] {
    if (!this.isOpen) return [];
    return (this.calibration.value?.scores ?? []).map(({ name, isYours, percent, failed }, n) => {
      const who = isYours ? labels.calibrationYou : name;
      const label = failed.length > 0 ? labels.calibrationFailed : labels.calibrationScore;
      return {
        key: String(n),
        text:
          percent === undefined
            ? who
            : fill(label, { name: who, percent: percentText(percent / 100) }),
      };
    });
  }

  get hasResults(): boolean {
    return this.results.length > 0;
  }

  get spreadText(): string {
    const { spread, items = [] } = this.calibration.value ?? {};
    if (!spread) return labels.calibrationAlone;
    const labelOf = (name: string): string =>
      items.find((item) => item.name === name)?.label ?? name;
    return [
      fill(labels.calibrationSpread, {
        lowest: percentText(spread.lowest / 100),
        highest: percentText(spread.highest / 100),
        mean: percentText(spread.mean / 100),
      }),
      ...(spread.differs.length > 0
        ? [fill(labels.calibrationDiffers, { items: spread.differs.map(labelOf).join('; ') })]
        : []),
    ].join(' ');
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    this.given = {};
    this.missing = {};
    if (this.isOpen) void this.loader.load();
  }

  handleValue(event: Event): void {
    const { dataset, value } = event.target as HTMLSelectElement;
    this.setAnswer(dataset.item!, { value });
  }

  handleComment(event: Event): void {
    const { dataset, value } = event.target as HTMLTextAreaElement;
    this.setAnswer(dataset.item!, { comment: value });
  }

  private setAnswer(item: string, part: Given[string]): void {
    this.given = { ...this.given, [item]: { ...this.given[item], ...part } };
    this.missing = withoutItem(this.missing, item);
  }

  handleSave(): void {
    const items = this.calibration.value?.items ?? [];
    this.missing = missingIn(items, this.given);
    if (Object.keys(this.missing).length > 0) return focusFirstMissing(this.template!);
    const answers = answersOf(items, this.given);
    void this.save(async () => {
      const value = await scoreForCalibration(this.callId, answers);
      this.calibration = { ...this.calibration, value };
    });
  }
}
