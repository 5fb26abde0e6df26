import assert from 'node:assert/strict';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import { figuresOf, since } from '../../../../server/domain/transcript/figures.ts';
import type { TranscriptLine } from '../../../../server/domain/transcript/line.ts';
import {
  legsToTranscribe,
  mayTranscribe,
  speakerOn,
} from '../../../../server/domain/transcript/transcribed.ts';
import { at, liveCall, participant } from '../../../support/builders.ts';

const SETTINGS = { ...NO_CONSENT_SETTINGS, disclosedElsewhere: true };
const GROUNDS = { settings: SETTINGS, isRepUnnotified: false };
const everybody = liveCall({
  transcribes: true,
  participants: [
    participant('customer'),
    participant('rep'),
    participant('supervisor'),
    participant('colleague'),
  ],
});

describe('whose words are written down', () => {
  it('are those of customer and rep, never those of a supervisor or a colleague', () => {
    assert.deepEqual(
      legsToTranscribe(everybody, GROUNDS)
        .map(({ speaker }) => speaker)
        .toSorted(),
      ['customer', 'rep'],
    );
    assert.equal(speakerOn(everybody, 'CA-supervisor'), undefined);
    assert.equal(speakerOn(everybody, 'CA-colleague'), undefined);
  });

  it('are nobody’s where the law wants a disclosure that nobody has heard, as for a recording', () => {
    const unknown = { ...everybody, customer: { name: 'Somebody' } };
    assert.deepEqual(legsToTranscribe(unknown, { ...GROUNDS, settings: NO_CONSENT_SETTINGS }), []);
  });

  it('are nobody’s while the recording is paused', () => {
    const paused = {
      ...everybody,
      recordingPause: { status: 'paused', until: at(120) } as never,
    };
    assert.deepEqual(legsToTranscribe(paused, GROUNDS), []);
    assert.equal(speakerOn(paused, 'CA-customer'), undefined);
  });

  it('are nobody’s while the customer declines monitoring, and are again once they agree', () => {
    const choice = { source: 'rep', exceptReasons: ['rep_safety'], at: at(5) } as const;
    const declined = { ...everybody, monitoringChoice: { ...choice, isDeclined: true } };
    assert.deepEqual(legsToTranscribe(declined, GROUNDS), []);
    assert.equal(speakerOn(declined, 'CA-customer'), undefined);
    const agreed = { ...everybody, monitoringChoice: { ...choice, isDeclined: false } };
    assert.equal(legsToTranscribe(agreed, GROUNDS).length, 2);
  });

  it('are nobody’s where a law blocks monitoring of a rep who has not acknowledged a notice', () => {
    assert.deepEqual(legsToTranscribe(everybody, { ...GROUNDS, isRepUnnotified: true }), []);
    assert.equal(mayTranscribe(everybody, { isRepUnnotified: true }), false);
    assert.equal(mayTranscribe(everybody, { isRepUnnotified: false }), true);
  });

  it('are not those of a rep whom nobody hears', () => {
    const silenced = liveCall({
      participants: [participant('customer'), participant('rep', { audibleTo: 'nobody' })],
    });
    assert.equal(speakerOn(silenced, 'CA-rep'), undefined);
    assert.equal(speakerOn(silenced, 'CA-customer')?.speaker, 'customer');
  });
});

const line = (
  speaker: 'customer' | 'rep',
  from: number,
  to: number,
  text = 'and so on and on',
): TranscriptLine => ({
  lineId: `${speaker}${from}`,
  speaker,
  text,
  startedAt: at(from),
  endedAt: at(to),
});

describe('the numbers of a conversation', () => {
  const lines = [
    line('rep', 0, 30),
    line('customer', 30, 32, 'Right.'),
    line('rep', 32, 60),
    line('customer', 55, 65),
  ];

  it('say who talked how much, how long nobody spoke, and how long both did', () => {
    const figures = figuresOf(lines, at(75));
    assert.equal(Math.round(figures.share!.rep * 100), 83);
    assert.deepEqual([figures.silenceMs, figures.crosstalkMs], [10_000, 5_000]);
  });

  it('do not end a turn by a word of agreement', () =>
    assert.deepEqual(figuresOf(lines.slice(0, 3), at(60)).turn, {
      speaker: 'rep',
      ms: 60_000,
      lineId: 'rep0',
    }));

  it('give somebody who joins what ended in the last minute', () =>
    assert.deepEqual(
      since(lines, at(91), 60_000).map(({ lineId }) => lineId),
      ['customer30', 'rep32', 'customer55'],
    ));
});
