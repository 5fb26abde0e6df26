import {
  heardBy,
  isSilent,
  MODE_ICON,
  MODE_LABEL,
  MODES,
  type CallView,
  type InterventionView,
  type Mode,
  type ModeView,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { Shortcuts } from 'c/interventionShortcuts';

/** A segment of the controls: a mode to choose, or the reason why it is unavailable. */
export interface ModeOption {
  mode: Mode;
  label: string;
  heardBy: string;
  /** For screen readers, after the label. */
  inWords: string;
  icon: string;
  iconVariant?: string;
  /** Undefined if keys are turned off. */
  key?: string;
  checked: boolean;
  disabled: boolean;
  refusal?: string;
  /** The element with the reason, if it is shown once for all modes. */
  reasonId?: string;
  className: string;
}

/** What the choice of modes depends on. */
export interface ModeChoice {
  call: CallView;
  intervention: InterventionView;
  /** The mode of the pending mode change. */
  pendingMode?: Mode;
  isBusy: boolean;
  /** Whether this supervisor could be heard, with this microphone and phone. */
  canBeHeard: boolean;
  shortcuts: Shortcuts;
}

/** The modes to choose from, in order. */
export function modeOptions(choice: ModeChoice): ModeOption[] {
  const { call, intervention, pendingMode, isBusy, canBeHeard, shortcuts } = choice;
  return MODES.map((mode) => {
    const refusal = refusalOf(call.you.modes.find((each) => each.mode === mode));
    const isMute = refusal === undefined && !isSilent(mode) && !canBeHeard;
    const isCurrent = mode === intervention.mode;
    return {
      mode,
      label: MODE_LABEL[mode],
      heardBy: heardBy(mode, call),
      inWords: ` – ${heardBy(mode, call)}`,
      icon: MODE_ICON[mode],
      key: shortcuts.isOn ? shortcuts.keys[mode].toUpperCase() : undefined,
      checked: isCurrent,
      disabled:
        (isBusy && !isCurrent && !fallsSilent(mode, choice)) || refusal !== undefined || isMute,
      refusal,
      reasonId: isMute ? 'not-heard' : undefined,
      className: `mode mode-look_${mode}${isCurrent ? ' mode_current' : ''}${mode === pendingMode ? ' mode_pending' : ''}`,
      iconVariant: isCurrent ? 'inverse' : undefined,
    };
  });
}

/** Whether the mode silences a supervisor who is heard, which need not wait for a pending change. */
export const fallsSilent = (
  mode: Mode,
  { intervention, pendingMode }: Pick<ModeChoice, 'intervention' | 'pendingMode'>,
): boolean =>
  isSilent(mode) &&
  intervention.leaving !== true &&
  [intervention.mode, pendingMode].some((each) => each !== undefined && !isSilent(each));

function refusalOf(permission: ModeView | undefined): string | undefined {
  if (permission?.allowed) return undefined;
  return [fill(labels.controlsNotPermitted, { message: permission?.message }), permission?.hint]
    .filter(Boolean)
    .join(' ');
}
