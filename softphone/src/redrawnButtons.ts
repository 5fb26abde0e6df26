import { nameOf } from './redraw.ts';

/**
 * Clicks the button that took the place of one of the same name while that was pressed: browsers
 * click only an element that is still there when it is released. Never where it acts on another
 * customer by then: both must be on the card of the same line, and `lineNow`, the line that this
 * softphone is on, must be the same.
 */
export function clickRedrawnButtons(root: EventTarget, lineNow: () => string | undefined): void {
  let pressed: { readonly button: HTMLButtonElement; readonly act: string } | undefined;
  const actOf = (button: HTMLButtonElement): string =>
    JSON.stringify([
      nameOf(button),
      lineNow(),
      button.closest<HTMLElement>('[data-line]')?.dataset.line,
    ]);
  root.addEventListener('pointerdown', (event) => {
    const button = (event as PointerEvent).button === 0 ? buttonAt(event) : null;
    pressed = button ? { button, act: actOf(button) } : undefined;
  });
  root.addEventListener('pointerup', (event) => {
    const [before, now] = [pressed, buttonAt(event)];
    pressed = undefined;
    if (before && now && !before.button.isConnected && before.act === actOf(now)) now.click();
  });
}

const buttonAt = ({ target }: Event): HTMLButtonElement | null =>
  (target as HTMLElement | null)?.closest('button') ?? null;
