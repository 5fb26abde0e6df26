import { keyOf, MODES, type Mode } from 'c/callModel';

const KEYS: Record<string, Mode | 'handBack'> = {
  ...Object.fromEntries(MODES.map((mode) => [keyOf(mode).toLowerCase(), mode])),
  h: 'handBack',
};

const TYPED_INTO = ['textarea', 'select'];
const NOT_TYPED_INTO = ['radio', 'checkbox', 'button', 'submit'];

/** Key presses of which it is known that nobody types. */
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
export function shortcutOf(event: KeyboardEvent): Mode | 'handBack' | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented)
    return undefined;
  if (!untyped.has(event) && !isOnNothing(event.target)) return undefined;
  return KEYS[event.key.toLowerCase()];
}

const REP_KEYS: Record<string, 'askForHelp' | 'flag'> = { a: 'askForHelp', f: 'flag' };

/** The same for the rep of a call. */
export function repShortcutOf(event: KeyboardEvent): 'askForHelp' | 'flag' | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented)
    return undefined;
  if (!untyped.has(event) && !isOnNothing(event.target)) return undefined;
  return REP_KEYS[event.key.toLowerCase()];
}

const isOnNothing = (target: EventTarget | null): boolean =>
  target === document.body || target === document.documentElement;

function isTypedInto(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.tagName) return true;
  if (element.isContentEditable) return true;
  const tag = element.tagName.toLowerCase();
  if (tag === 'input') return !NOT_TYPED_INTO.includes((element as HTMLInputElement).type);
  // What is within another component cannot be seen; the base button has no field.
  if (tag.includes('-')) return tag !== 'lightning-button';
  return TYPED_INTO.includes(tag);
}
