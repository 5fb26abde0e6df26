import { h } from './dom.ts';

/** As many levels as a person can tell apart: each change is a frame to be painted. */
const STEPS = 10;

/**
 * Shows how loud the microphone is, from 0 to 1. The SDK reports it about twenty times a second, as
 * long as the call lasts.
 */
export function showLevel(root: ParentNode, input: number): void {
  const bar = root.querySelector<HTMLElement>('.phone-meter-bar');
  const scale = `scaleX(${Math.min(STEPS, Math.round(input * 1.4 * STEPS)) / STEPS})`;
  if (bar && bar.style.transform !== scale) bar.style.transform = scale;
}

/** A text whose `{time}` is how long something has lasted, kept up to date by `showDurations`. */
export function withDuration(text: string, since: string): (string | HTMLElement)[] {
  const [before = '', after = ''] = text.split('{time}');
  return [before, h('span', { 'data-since': since }), after];
}

/** Shows for how long each call has lasted. */
export function showDurations(root: HTMLElement): void {
  for (const timer of root.querySelectorAll<HTMLElement>('[data-since]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(timer.dataset.since!)) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
