import { h } from '../dom.ts';
import { replacesRep, type Mode } from '../modes.ts';
import type { Texts } from '../strings.ts';

/** A mode by its color, icon and name, as the package's components show it. */
export const modeTag = (mode: Mode, texts: Texts): HTMLElement =>
  h(
    'span',
    { class: `phone-mode-tag mode-look_${mode}` },
    modeIcon(),
    h('span', {}, modeName(mode, texts)),
  );

/** The name of a mode for saying that somebody is in it, not for choosing it. */
export const modeName = (mode: Mode, texts: Texts): string =>
  replacesRep(mode) ? texts.takeoverName : texts.modes[mode];

/** An icon that takes the look of the mode from its container. */
export const modeIcon = (): HTMLElement =>
  h('span', { class: 'phone-mode-icon', 'aria-hidden': 'true' });
