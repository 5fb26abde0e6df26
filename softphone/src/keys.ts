import { JOIN_MODE, keyOf, MODES, type Mode } from './modes.ts';

/** Each mode by its key; H hands back. */
const MODE_OF: Record<string, Mode> = {
  ...Object.fromEntries(MODES.map((mode) => [keyOf(mode).toLowerCase(), mode])),
  h: JOIN_MODE,
};

/**
 * Keys for mode changes and leaving (V23). Ignored while the focus is in a field. A page around this
 * one that has the controls gets them instead: it knows which keys the person has chosen.
 */
export function followKeys({
  pass,
  mode,
  leave,
}: {
  /** Hands the key to the page around this one; answers whether that takes it. */
  pass: (key: string) => boolean;
  mode: (mode: Mode) => void;
  leave: () => void;
}): void {
  window.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (pass(event.key)) return;
    const key = event.key.toLowerCase();
    if (MODE_OF[key]) mode(MODE_OF[key]);
    else if (key === 'l') leave();
  });
}
