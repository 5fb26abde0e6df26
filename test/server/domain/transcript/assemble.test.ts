import assert from 'node:assert/strict';
import {
  finish,
  NEW_TRACK,
  receive,
  type ClosedWords,
} from '../../../../server/domain/transcript/assemble.ts';
import type { TranscriptPiece } from '../../../../server/domain/transcript/line.ts';
import { at } from '../../../support/builders.ts';

const piece = (sequence: number, text: string, isFinal = false): TranscriptPiece => ({
  transcriptionId: 'GT1',
  sequence,
  text,
  isFinal,
  at: at(sequence),
});

const all = (pieces: readonly TranscriptPiece[]): { closed: ClosedWords[]; open?: string } =>
  pieces.reduce<{ track: typeof NEW_TRACK; closed: ClosedWords[]; open?: string }>(
    (state, one) => {
      const { track, closed } = receive(state.track, one);
      return { track, closed: [...state.closed, ...closed], open: track.open?.text };
    },
    { track: NEW_TRACK, closed: [] },
  );
const texts = (closed: readonly ClosedWords[]): string[] => closed.map(({ text }) => text);

const SENTENCE = [piece(1, 'I want'), piece(2, 'I want to'), piece(3, 'I want to think', true)];

describe('what the carrier reports of somebody’s words', () => {
  it('replaces partial words by later ones and by the final ones, since the first of them', () => {
    const { closed, open } = all(SENTENCE);
    assert.deepEqual(texts(closed), ['I want to think']);
    assert.ok(closed[0]!.startedAt < at(1));
    assert.equal(open, undefined);
  });

  it('counts a final once, however often it comes', () => {
    assert.deepEqual(texts(all([...SENTENCE, SENTENCE[2]!, SENTENCE[2]!]).closed), [
      'I want to think',
    ]);
  });

  it('does not mind partials that come late', () => {
    const { closed, open } = all([SENTENCE[2]!, SENTENCE[1]!, SENTENCE[0]!]);
    assert.deepEqual([texts(closed), open], [['I want to think'], undefined]);
  });

  it('keeps a final that comes late beside what is being said', () => {
    const { closed, open } = all([piece(4, 'But then'), SENTENCE[2]!]);
    assert.deepEqual([texts(closed), open], [['I want to think'], 'But then']);
    assert.ok(closed[0]!.endedAt < at(4));
  });

  it('takes the last partial for a final that was lost', () => {
    const { closed, open } = all([...SENTENCE.slice(0, 2), piece(5, 'Well'), piece(6, 'Well yes')]);
    assert.deepEqual([texts(closed), open], [['I want to'], 'Well yes']);
    assert.equal(closed[0]!.isGuess, true);
  });

  it('comes to the same lines in any order of finals', () => {
    const finals = [piece(2, 'One', true), piece(4, 'Two', true), piece(6, 'Three', true)];
    const lines = (order: readonly number[]) =>
      texts(all(order.map((i) => finals[i]!)).closed.toSorted((a, b) => a.sequence - b.sequence));
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ])
      assert.deepEqual(lines(order), ['One', 'Two', 'Three']);
  });

  it('closes what is open when the transcription ends', () => {
    const { track } = receive(NEW_TRACK, SENTENCE[0]!);
    assert.deepEqual(texts(finish(track).closed), ['I want']);
    assert.deepEqual(finish(NEW_TRACK).closed, []);
  });
});
