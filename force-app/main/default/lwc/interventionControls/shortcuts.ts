import { keyOf, MODES, type Mode } from 'c/callModel';

const KEYS: Record<string, Mode | 'handBack'> = {
  ...Object.fromEntries(MODES.map((mode) => [keyOf(mode).toLowerCase(), mode])),
  h: 'handBack',
};

const TYPING =
  /^(textarea|select|lightning-(input|textarea|combobox|grouped-combobox|input-rich-text|datepicker))$/;
const NOT_TYPED_INTO = ['radio', 'checkbox', 'button', 'submit'];

/** What a key press asks for; nothing while somebody types, or with a modifier held. */
export function shortcutOf(event: KeyboardEvent): Mode | 'handBack' | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented)
    return undefined;
  if (event.composedPath().some(isTypedInto)) return undefined;
  return KEYS[event.key.toLowerCase()];
}

function isTypedInto(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const tag = target.tagName.toLowerCase();
  if (tag === 'input') return !NOT_TYPED_INTO.includes((target as HTMLInputElement).type);
  return TYPING.test(tag) || tag === 'c-intervention-reason-picker';
}
