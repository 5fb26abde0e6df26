import { nameOf } from './redraw.ts';

/**
 * Clicks the button that took the place of one of the same name while that was pressed: browsers
 * click only an element that is still there when it is released.
 */
export function clickRedrawnButtons(root: HTMLElement): void {
  let pressed: HTMLButtonElement | null = null;
  root.addEventListener('pointerdown', (event) => {
    pressed = event.button === 0 ? buttonAt(event) : null;
  });
  root.addEventListener('pointerup', (event) => {
    const [before, now] = [pressed, buttonAt(event)];
    pressed = null;
    if (before && now && !before.isConnected && nameOf(before) === nameOf(now)) now.click();
  });
}

const buttonAt = ({ target }: Event): HTMLButtonElement | null =>
  target instanceof Element ? target.closest('button') : null;
