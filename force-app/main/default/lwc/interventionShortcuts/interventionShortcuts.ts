import { keyOf, MODES, type Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';

/** What a single key can do: change to a mode, hand back, leave, show the list of keys. */
export type Shortcut = Mode | 'handBack' | 'leave' | 'list';

export const SHORTCUTS: readonly Shortcut[] = [...MODES, 'handBack', 'leave', 'list'];

/** A person's keys, each one lowercase character. No key acts while they are off. */
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

/** This person's keys, or the defaults until the server has answered. */
export const shortcutsNow = (): Shortcuts => known ?? DEFAULT_SHORTCUTS;

function remember(shortcuts: Shortcuts): void {
  known = shortcuts;
  for (const listener of listeners) listener(shortcuts);
}

/** Loads the keys once per page. */
export function loadShortcuts(): Promise<void> {
  if (known) return Promise.resolve();
  asking ??= request<{ shortcuts?: Shortcuts }>('GET', '/api/me/shortcuts')
    .then(({ shortcuts }) => remember(shortcuts ?? DEFAULT_SHORTCUTS))
    // The defaults are used. The next component that loads them tries again.
    .catch(() => undefined)
    .finally(() => {
      asking = undefined;
    });
  return asking;
}

/** Saves the person's choice on the server. Rejects with a Problem if that fails. */
export async function saveShortcuts(shortcuts: Shortcuts): Promise<void> {
  await request('PUT', '/api/me/shortcuts', shortcuts);
  remember(shortcuts);
}

/** Calls the listener with this person's keys now and at each change. Returns how to stop. */
export function followShortcuts(listener: Listener): () => void {
  listeners.add(listener);
  listener(shortcutsNow());
  return () => {
    listeners.delete(listener);
  };
}

/** For tests, each of which acts as a page of its own. */
export function forgetShortcuts(): void {
  known = undefined;
  asking = undefined;
  listeners.clear();
}

const lists: (() => void)[] = [];

/**
 * Registers a component that can show the list of keys. The latest one is used. Returns how to
 * stop.
 */
export function offerShortcutList(open: () => void): () => void {
  lists.push(open);
  return () => {
    lists.splice(lists.indexOf(open), 1);
  };
}

export const openShortcutList = (): void => lists.at(-1)?.();

const TYPED_INTO = ['textarea', 'select'];
const NOT_TYPED_INTO = ['radio', 'checkbox', 'button', 'submit'];

/** Key presses that are known not to be text input. */
const untyped = new WeakSet<Event>();

/**
 * Allows keys that are pressed within a component to be shortcuts, unless they are typed into one
 * of its fields. Returns how to stop.
 */
export function letShortcutsThrough(template: EventTarget): () => void {
  const listener = (event: Event): void => {
    if (!isTypedInto(event.target)) untyped.add(event);
  };
  template.addEventListener('keydown', listener);
  return () => template.removeEventListener('keydown', listener);
}

/**
 * The shortcut of a key press; undefined with a modifier, or if the person may be typing. The
 * window cannot see into other components, so only presses that are known not to be typing count:
 * those that a component allows, and those on an element of the page itself that takes no keys.
 */
export const shortcutOf = (event: KeyboardEvent): Shortcut | undefined =>
  isPressed(event) ? shortcutFor(event.key) : undefined;

const isPressed = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) &&
  (untyped.has(event) || isOnPage(event.target));

/** The shortcut of a key, wherever it was pressed. */
export function shortcutFor(key: string): Shortcut | undefined {
  const { isOn, keys } = shortcutsNow();
  return isOn ? SHORTCUTS.find((shortcut) => keys[shortcut] === key.toLowerCase()) : undefined;
}

/** What a single key does on a rep's own call. */
export type RepShortcut = 'askForHelp' | 'flag';

/** These keys are fixed. A person's own choice for the same key takes precedence. */
export const REP_KEYS: Readonly<Record<RepShortcut, string>> = { askForHelp: 'a', flag: 'f' };

/** The shortcut of a key press on a rep's own call, under the same conditions. */
export const repShortcutOf = (event: KeyboardEvent): RepShortcut | 'list' | undefined =>
  isPressed(event) ? repShortcutFor(event.key) : undefined;

/** The shortcut of a key on a rep's own call, wherever it was pressed. */
export function repShortcutFor(key: string): RepShortcut | 'list' | undefined {
  const chosen = shortcutFor(key);
  if (chosen === 'list') return 'list';
  return shortcutsNow().isOn && chosen === undefined ? REP_SHORTCUT[key.toLowerCase()] : undefined;
}

const REP_SHORTCUT: Readonly<Record<string, RepShortcut>> = Object.fromEntries(
  Object.entries(REP_KEYS).map(([shortcut, key]) => [key, shortcut as RepShortcut]),
);

/** What has its own use for letters, such as the choice of an item by its first one. */
const TAKES_KEYS =
  'dialog, iframe, audio, video, [aria-modal="true"], ' +
  [
    'dialog alertdialog menu menubar listbox combobox textbox searchbox spinbutton slider tree',
    'treegrid grid application',
  ]
    .join(' ')
    .split(' ')
    .map((role) => `[role="${role}"]`)
    .join(', ');

/**
 * Whether an element of the page itself has the focus that takes no letters. A click on an empty
 * part of the page focuses what is around it, such as its main part, rather than nothing.
 */
function isOnPage(target: EventTarget | null): boolean {
  if (isTypedInto(target)) return false;
  return (target as HTMLElement).closest(TAKES_KEYS) === null;
}

function isTypedInto(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.tagName) return true;
  if (element.isContentEditable) return true;
  const tag = element.tagName.toLowerCase();
  if (tag === 'input') return !NOT_TYPED_INTO.includes((element as HTMLInputElement).type);
  // A row of the wall is a component, and the focus is on the row itself.
  if (element.getAttribute('role') === 'row') return false;
  // The inside of another component cannot be seen. The base button has no text field.
  if (tag.includes('-')) return tag !== 'lightning-button';
  return TYPED_INTO.includes(tag);
}
