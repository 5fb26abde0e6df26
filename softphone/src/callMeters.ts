/** Shows how loud the microphone is, from 0 to 1. */
export function showLevel(root: HTMLElement, input: number): void {
  root
    .querySelector<HTMLElement>('.phone-meter-bar')
    ?.style.setProperty('width', `${Math.min(100, Math.round(input * 140))}%`);
}

/** Shows for how long each call has lasted. */
export function showDurations(root: HTMLElement): void {
  for (const timer of root.querySelectorAll<HTMLElement>('[data-since]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(timer.dataset.since!)) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
