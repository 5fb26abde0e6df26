import { shortcutOf, type Shortcut } from 'c/interventionShortcuts';
import { press } from 'test/dom';

/** What the key W means to a listener of the window, pressed on this element of the page. */
async function pressedOn(html: string, selector: string): Promise<Shortcut | undefined> {
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = html;
  let shortcut: Shortcut | undefined;
  const listener = (event: KeyboardEvent): void => {
    shortcut = shortcutOf(event);
  };
  window.addEventListener('keydown', listener);
  await press('w', place.querySelector(selector)!);
  window.removeEventListener('keydown', listener);
  place.remove();
  return shortcut;
}

describe('a key that is pressed on the page itself', () => {
  it.each([
    ['<main tabindex="-1"></main>', 'main'],
    ['<div class="slds-card" tabindex="-1"></div>', 'div'],
    ['<a href="#x">A link</a>', 'a'],
    ['<button type="button">A button</button>', 'button'],
    ['<input type="checkbox">', 'input'],
  ])('is a shortcut in %s', async (html, selector) => {
    expect(await pressedOn(html, selector)).toBe('whisper');
  });

  it.each([
    ['<input type="text">', 'input'],
    ['<textarea></textarea>', 'textarea'],
    ['<select></select>', 'select'],
    ['<div role="textbox" tabindex="0"></div>', 'div'],
    ['<div role="dialog"><button type="button">Ok</button></div>', 'button'],
    ['<section aria-modal="true"><p tabindex="-1">x</p></section>', 'p'],
    ['<ul role="menu"><li role="menuitem" tabindex="0">x</li></ul>', 'li'],
    ['<ul role="listbox"><li role="option" tabindex="0">x</li></ul>', 'li'],
    ['<force-record-edit tabindex="0"></force-record-edit>', 'force-record-edit'],
  ])('is none in %s', async (html, selector) => {
    expect(await pressedOn(html, selector)).toBeUndefined();
  });
});
