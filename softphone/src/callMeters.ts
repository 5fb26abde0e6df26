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

/** Shows for how long each call has lasted, and how long it is until a time. */
export function showDurations(root: ParentNode, now = Date.now()): void {
  for (const timer of root.querySelectorAll<HTMLElement>('[data-since]'))
    timer.textContent = minutesOf((now - Date.parse(timer.dataset.since!)) / 1000, Math.floor);
  for (const timer of root.querySelectorAll<HTMLElement>('[data-until]'))
    timer.textContent = minutesOf((Number(timer.dataset.until) - now) / 1000, Math.ceil);
}

function minutesOf(time: number, round: (seconds: number) => number): string {
  const seconds = Math.max(0, round(time));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
