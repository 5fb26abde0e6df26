import assert from 'node:assert/strict';
import { showLevel } from '../../softphone/src/callMeters.ts';

/** A page with a meter, which counts how often it has to be painted. */
function pageWithMeter() {
  const painted: string[] = [];
  const style = {
    get transform() {
      return painted.at(-1) ?? '';
    },
    set transform(scale: string) {
      painted.push(scale);
    },
  };
  const root = { querySelector: () => ({ style }) } as unknown as ParentNode;
  return { root, painted };
}

describe('the level of the microphone during a call', () => {
  it('is as long as the sound is loud, and full before it is distorted', () => {
    const { root, painted } = pageWithMeter();
    for (const input of [0, 0.25, 0.5, 0.75, 1]) showLevel(root, input);
    assert.deepEqual(painted, ['scaleX(0)', 'scaleX(0.4)', 'scaleX(0.7)', 'scaleX(1)']);
  });

  it('is painted again only where a person can see the difference', () => {
    const { root, painted } = pageWithMeter();
    for (let at = 0; at < 1000; at += 1) showLevel(root, 0.5 + 0.02 * Math.sin(at));
    assert.deepEqual(painted, ['scaleX(0.7)']);
  });

  it('needs no meter on the page', () => {
    const withoutMeter = { querySelector: () => null } as unknown as ParentNode;
    assert.doesNotThrow(() => showLevel(withoutMeter, 1));
  });
});
