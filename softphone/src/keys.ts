import { JOIN_MODE, keyOf, MODES, type Mode } from './modes.ts';

/** The mode that each key requests; H hands back. */
const MODE_OF: Record<string, Mode> = {
  ...Object.fromEntries(MODES.map((mode) => [keyOf(mode).toLowerCase(), mode])),
  h: JOIN_MODE,
};

/**
 * Keys for mode changes and leaving (V23). Ignored while the focus is in a field. If the
 * surrounding page has the controls, it gets the keys instead, because it knows the person's own
 * shortcuts.
 */
export function followKeys({
  pass,
  mode,
  leave,
}: {
  /** Passes the key to the surrounding page. Returns whether the page handles it. */
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
