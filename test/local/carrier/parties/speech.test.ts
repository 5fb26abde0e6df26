import assert from 'node:assert/strict';
import { FRAME_MS, SILENT_FRAME, toneSource } from '../../../../local/carrier/media/dsp.ts';
import { speechOf, type Speech } from '../../../../local/carrier/parties/speech.ts';
import { voiceOf } from '../../../../local/carrier/parties/voices.ts';

const LINES = 6;
const tone = toneSource(600);

/** What a party says in this time, while it hears these frames. */
function said(speech: Speech, ms: number, heard = (): Int16Array => SILENT_FRAME): string[] {
  const sentences: string[] = [];
  for (let at = 0; at < ms; at += FRAME_MS) {
    speech.hear(heard());
    const { words } = speech.next();
    if (words?.isFinal) sentences.push(words.text);
  }
  return sentences;
}

/** The lines of two parties who hear each other, in the order in which they end. */
function talk([one, other]: readonly [Speech, Speech], ms: number): string[] {
  const sentences: string[] = [];
  let heardByOne: Int16Array = SILENT_FRAME;
  for (let at = 0; at < ms; at += FRAME_MS) {
    one.hear(heardByOne);
    const first = one.next();
    other.hear(first.frame);
    const second = other.next();
    heardByOne = second.frame;
    for (const [who, { words }] of [
      ['one', first],
      ['other', second],
    ] as const)
      if (words?.isFinal) sentences.push(who);
  }
  return sentences;
}

describe('a scripted party', () => {
  it('opens a call once, and repeats what comes after', () => {
    const { repeatsFrom } = voiceOf('marcus');
    const lines = said(speechOf({ voice: 'marcus', pauseMs: 100 }), 60_000);
    assert.equal(repeatsFrom, 1);
    assert.equal(lines[0], 'Marcus Hale speaking.');
    assert.equal(lines[LINES], lines[repeatsFrom]);
    assert.ok(!lines.slice(1).includes(lines[0]));
  });

  describe('who takes turns', () => {
    it('speaks by turns with another', () => {
      const parties = [
        speechOf({ voice: 'marcus', firstPauseMs: 700, takesTurns: true }),
        speechOf({ voice: 'lena', firstPauseMs: 12_000, takesTurns: true }),
      ] as const;
      const order = talk(parties, 60_000);
      assert.ok(order.length > 10, `${order.length} lines`);
      assert.deepEqual(
        order,
        order.map((_, n) => (n % 2 === 0 ? 'one' : 'other')),
      );
    });

    it('begins by itself where nobody speaks', () => {
      assert.ok(said(speechOf({ voice: 'priya', takesTurns: true }), 30_000).length > 2);
    });

    it('does not wait for ever for a sound that does not end', () => {
      const speech = speechOf({ voice: 'priya', takesTurns: true });
      assert.deepEqual(said(speech, 9_000, tone), []);
      assert.ok(said(speech, 30_000, tone).length > 1);
    });
  });

  it('who does not take turns speaks after its pauses, whatever it hears', () => {
    const alone = said(speechOf({ voice: 'priya' }), 30_000);
    assert.deepEqual(said(speechOf({ voice: 'priya' }), 30_000, tone), alone);
  });
});
