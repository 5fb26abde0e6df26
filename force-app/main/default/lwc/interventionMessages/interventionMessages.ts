import { timeText, type TextWhisperView } from 'c/callModel';
import { textWhispersOf } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

/**
 * What rep and supervisor wrote to each other during an intervention, for those two. It is asked for
 * only at a click, and kept nowhere else.
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

  /** The intervention's id at Dealside. */
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
