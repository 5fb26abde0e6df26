import { timeText, type TextWhisperView } from 'c/callModel';
import { textWhispersOf } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

/**
 * The texts between rep and supervisor during an intervention, shown only to those two. They are
 * loaded only after a click, and stored nowhere else.
 */
export default class InterventionMessages extends LightningElement {
  labels = labels;
  lines: Loaded<readonly TextWhisperView[]> = NOT_LOADED;
  isOpen = false;
  private readonly loader = createLoader(
    () => textWhispersOf(this.interventionId),
    (state) => {
      this.lines = state;
    },
  );

  /** The intervention's id in Dealside. */
  @api interventionId = '';

  get shown(): { id: string; from: string; text: string }[] {
    return (this.lines.value ?? []).map(({ textWhisperId, from, text, at, isPraise }) => ({
      id: textWhisperId,
      from: fill(isPraise ? labels.textIsPraise : labels.textFrom, {
        who: from.name,
        time: timeText(at),
      }),
      text,
    }));
  }

  get isEmpty(): boolean {
    return this.lines.value?.length === 0;
  }

  handleShow(): void {
    this.isOpen = true;
    void this.loader.load();
  }
}
