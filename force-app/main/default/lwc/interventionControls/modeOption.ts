import type { Mode } from 'c/callModel';

/** A segment of the controls: a mode to choose, or why not. */
export interface ModeOption {
  mode: Mode;
  label: string;
  heardBy: string;
  /** For screen readers, after the label. */
  inWords: string;
  icon: string;
  iconVariant?: string;
  /** Undefined where keys are switched off. */
  key?: string;
  checked: boolean;
  disabled: boolean;
  refusal?: string;
  /** Where the reason is said for all modes at once. */
  reasonId?: string;
  className: string;
}
