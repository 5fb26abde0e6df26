import { keyOf, MODES, type Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';

/** What a single key can do: switch to a mode, hand back, leave, show the list of keys. */
export type Shortcut = Mode | 'handBack' | 'leave' | 'list';

export const SHORTCUTS: readonly Shortcut[] = [...MODES, 'handBack', 'leave', 'list'];

/** A person's keys, each one character in lower case; none acts while they are off. */
export interface Shortcuts {
  readonly isOn: boolean;
  readonly keys: Readonly<Record<Shortcut, string>>;
}

export const DEFAULT_SHORTCUTS: Shortcuts = {
  isOn: true,
  keys: {
    ...(Object.fromEntries(MODES.map((mode) => [mode, keyOf(mode).toLowerCase()])) as Record<
      Mode,
      string
    >),
    handBack: 'h',
    leave: 'l',
    list: '?',
  },
};

type Listener = (shortcuts: Shortcuts) => void;

const listeners = new Set<Listener>();
let known: Shortcuts | undefined;
let asking: Promise<void> | undefined;

/** The keys of this person, as far as they are known: until the server has answered, the defaults. */
export const shortcutsNow = (): Shortcuts => known ?? DEFAULT_SHORTCUTS;

function remember(shortcuts: Shortcuts): void {
  known = shortcuts;
  for (const listener of listeners) listener(shortcuts);
}

/** Asks the server once per page. */
export function loadShortcuts(): Promise<void> {
  if (known) return Promise.resolve();
  asking ??= request<{ shortcuts?: Shortcuts }>('GET', '/api/me/shortcuts')
    .then(({ shortcuts }) => remember(shortcuts ?? DEFAULT_SHORTCUTS))
    // The defaults hold; the next component that comes asks again.
    .catch(() => undefined)
    .finally(() => {
      asking = undefined;
    });
  return asking;
}

/** Keeps the person's choice on the server. Rejects with a Problem where that is not possible. */
export async function saveShortcuts(shortcuts: Shortcuts): Promise<void> {
  await request('PUT', '/api/me/shortcuts', shortcuts);
  remember(shortcuts);
}

/** Tells now and at each change which keys this person has; answers how to stop. */
export function followShortcuts(listener: Listener): () => void {
  listeners.add(listener);
  listener(shortcutsNow());
  return () => {
    listeners.delete(listener);
  };
}

/** For tests, each of which has a page of its own. */
export function forgetShortcuts(): void {
  known = undefined;
  asking = undefined;
  listeners.clear();
}

const lists: (() => void)[] = [];

/** A component can show the list of keys; answers how to stop. The one that came last shows it. */
export function offerShortcutList(open: () => void): () => void {
  lists.push(open);
  return () => {
    lists.splice(lists.indexOf(open), 1);
  };
}

export const openShortcutList = (): void => lists.at(-1)?.();

const TYPED_INTO = ['textarea', 'select'];
const NOT_TYPED_INTO = ['radio', 'checkbox', 'button', 'submit'];

/** Key presses that are known not to be typing. */
const untyped = new WeakSet<Event>();

/**
 * A component lets the keys that are pressed within it be shortcuts, unless they are typed into one
 * of its fields. Answers how to stop.
 */
export function letShortcutsThrough(template: EventTarget): () => void {
  const listener = (event: Event): void => {
    if (!isTypedInto(event.target)) untyped.add(event);
  };
  template.addEventListener('keydown', listener);
  return () => template.removeEventListener('keydown', listener);
}

/**
 * What a key press asks for; nothing with a modifier held, nor where somebody may be typing. What is
 * within other components is hidden from the window, so only what is known not to be typed counts:
 * what a component lets through, and keys while nothing has the focus.
 */
export const shortcutOf = (event: KeyboardEvent): Shortcut | undefined =>
  isPressed(event) ? shortcutFor(event.key) : undefined;

const isPressed = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) &&
  (untyped.has(event) || isOnNothing(event.target));

/** What a key stands for, wherever it was pressed. */
export function shortcutFor(key: string): Shortcut | undefined {
  const { isOn, keys } = shortcutsNow();
  return isOn ? SHORTCUTS.find((shortcut) => keys[shortcut] === key.toLowerCase()) : undefined;
}

/** What a single key does on a rep's own call. */
export type RepShortcut = 'askForHelp' | 'flag';

/** They cannot be changed, and a key that the person has chosen for something else is that. */
export const REP_KEYS: Readonly<Record<RepShortcut, string>> = { askForHelp: 'a', flag: 'f' };

/** What a key press asks for on a rep's own call, under the same conditions. */
export const repShortcutOf = (event: KeyboardEvent): RepShortcut | 'list' | undefined =>
  isPressed(event) ? repShortcutFor(event.key) : undefined;

/** What a key stands for on a rep's own call, wherever it was pressed. */
export function repShortcutFor(key: string): RepShortcut | 'list' | undefined {
  const chosen = shortcutFor(key);
  if (chosen === 'list') return 'list';
  return shortcutsNow().isOn && chosen === undefined ? REP_SHORTCUT[key.toLowerCase()] : undefined;
}

const REP_SHORTCUT: Readonly<Record<string, RepShortcut>> = Object.fromEntries(
  Object.entries(REP_KEYS).map(([shortcut, key]) => [key, shortcut as RepShortcut]),
);

const isOnNothing = (target: EventTarget | null): boolean =>
  target === document.body || target === document.documentElement;

function isTypedInto(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.tagName) return true;
  if (element.isContentEditable) return true;
  const tag = element.tagName.toLowerCase();
  if (tag === 'input') return !NOT_TYPED_INTO.includes((element as HTMLInputElement).type);
  // A row of the wall is a component, and what has the focus is the row itself.
  if (element.getAttribute('role') === 'row') return false;
  // What is within another component cannot be seen; the base button has no field.
  if (tag.includes('-')) return tag !== 'lightning-button';
  return TYPED_INTO.includes(tag);
}
