import assert from 'node:assert/strict';
import { clickRedrawnButtons } from '../../softphone/src/redrawnButtons.ts';

/** As much of a button on the card of a line as a press touches. */
function buttonOf(name: string, card: string | undefined, clicked: string[]) {
  const button = {
    isConnected: true,
    textContent: name,
    getAttribute: () => null,
    closest: (selector: string) =>
      selector === 'button' ? button : card === undefined ? null : { dataset: { line: card } },
    click: () => void clicked.push(name),
  };
  return button;
}
type Button = ReturnType<typeof buttonOf>;

describe('a softphone button that is drawn anew while it is pressed', () => {
  let line: string | undefined;
  let clicked: string[];
  let root: EventTarget;

  beforeEach(() => {
    line = 'A';
    clicked = [];
    root = new EventTarget();
    clickRedrawnButtons(root, () => line);
  });

  const send = (type: string, target: Button): void => {
    const event = new Event(type);
    Object.defineProperties(event, { target: { value: target }, button: { value: 0 } });
    root.dispatchEvent(event);
  };
  function pressAcross(before: Button, between: () => Button): void {
    send('pointerdown', before);
    const now = between();
    before.isConnected = before === now;
    send('pointerup', now);
  }
  const hangUp = (card?: string) => buttonOf('Hang up', card, clicked);

  it('is clicked once it is released', () => {
    pressAcross(hangUp(), () => hangUp());
    assert.deepEqual(clicked, ['Hang up']);
  });

  it('is left to the browser where it is still the same', () => {
    const same = hangUp();
    pressAcross(same, () => same);
    assert.deepEqual(clicked, []);
  });

  it('is not clicked where another button took its place', () => {
    pressAcross(hangUp(), () => buttonOf('Mute', undefined, clicked));
    assert.deepEqual(clicked, []);
  });

  it('is not clicked where it would act on another customer by then', () => {
    pressAcross(hangUp(), () => {
      line = 'B';
      return hangUp();
    });
    pressAcross(hangUp('ring 1'), () => hangUp('ring 2'));
    assert.deepEqual(clicked, []);
  });
});
