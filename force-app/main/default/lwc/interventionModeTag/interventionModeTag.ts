import { MODE_ICON, MODE_NAME, type Mode } from 'c/callModel';
import { LightningElement, api } from 'lwc';

/** The color, icon and name of a mode, the same wherever a mode is shown. */
export default class InterventionModeTag extends LightningElement {
  @api mode!: Mode;

  get name(): string {
    return MODE_NAME[this.mode];
  }

  get icon(): string {
    return MODE_ICON[this.mode];
  }

  get className(): string {
    return `tag mode-look_${this.mode}`;
  }
}
