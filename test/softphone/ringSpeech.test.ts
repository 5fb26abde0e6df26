import assert from 'node:assert/strict';
import { NOTHING_SAID, ringSpeech } from '../../softphone/src/panels/ringSpeech.ts';
import { INITIAL, reduce, type SoftphoneEvent } from '../../softphone/src/state.ts';
import { TEXTS, type Language } from '../../softphone/src/strings.ts';
import type { CallView } from '../../softphone/src/types.ts';
import { callWith } from './support/builders.ts';

/** A softphone whose rings are said; `after` gives what was said because of an event. */
function openSpeech(language: Language = 'en') {
  let state = { ...INITIAL, language };
  let said = NOTHING_SAID;
  const after = (...events: SoftphoneEvent[]): string[] => {
    state = events.reduce(reduce, state);
    const speech = ringSpeech(said, state, TEXTS[language]);
    ({ said } = speech);
    return speech.lines.map(({ text }) => text);
  };
  return { after };
}

const ring = (lineId: string, name: string, lostRep?: string): SoftphoneEvent => ({
  type: 'ring-started',
  lineId,
  callId: `call-${lineId}`,
  name,
  lostRep,
});
const AT = '2026-11-30T09:00:00.000Z';
const talks = (lineId: string, interventionId?: string): SoftphoneEvent => ({
  type: 'line-connecting',
  lineId,
  callId: `call-${lineId}`,
  interventionId,
  at: AT,
});
const ends = (lineId: string): SoftphoneEvent => ({
  type: 'line-status',
  lineId,
  status: 'ended',
  at: AT,
});
const feed = (...calls: CallView[]): SoftphoneEvent => ({
  type: 'snapshot',
  feed: 'live',
  calls,
  notices: [],
});
const aboutDeal = (lineId: string): CallView => ({
  ...callWith(),
  callId: `call-${lineId}`,
  opportunity: { opportunityId: '006', name: 'Halcyon renewal' },
});

describe('a line that rings is said to screen readers', () => {
  it('with the name, the record and the button that answers', () =>
    assert.deepEqual(openSpeech().after(feed(aboutDeal('1')), ring('1', 'Priya Raman')), [
      'Incoming call from Priya Raman. About Halcyon renewal. Answer with the button Answer Priya Raman in Dealside Phone.',
    ]));

  it('in German', () =>
    assert.deepEqual(openSpeech('de').after(feed(aboutDeal('1')), ring('1', 'Priya Raman')), [
      'Eingehender Anruf von Priya Raman. Es geht um Halcyon renewal. Annehmen mit der Schaltfläche „Priya Raman annehmen“ in Dealside Phone.',
    ]));

  it('once, however often the page is rendered', () => {
    const { after } = openSpeech();
    after(ring('1', 'Priya'));
    assert.deepEqual([after(), after(feed())], [[], []]);
  });

  it('and again with the record, when that becomes known', () => {
    const { after } = openSpeech();
    after(ring('1', 'Priya'));
    assert.deepEqual(after(feed(aboutDeal('1'))), ['Priya: About Halcyon renewal.']);
    assert.deepEqual([after(feed()), after(feed(aboutDeal('1')))], [[], []]);
  });

  it('with the rep whose connection was lost', () =>
    assert.deepEqual(openSpeech().after(ring('1', 'Priya', 'Ravi')), [
      'Incoming call from Priya. Ravi was disconnected during the call. The customer is waiting. Answer with the button Answer Priya in Dealside Phone.',
    ]));

  it('each with its name, where two ring', () => {
    const { after } = openSpeech();
    after(ring('1', 'Priya'));
    assert.deepEqual(after(ring('2', 'Ingrid')), [
      'Incoming call from Ingrid. Answer with the button Answer Ingrid in Dealside Phone.',
    ]);
  });

  it('with what has changed: one is answered, and that call ends', () => {
    const { after } = openSpeech();
    after(ring('1', 'Priya'), ring('2', 'Ingrid'));
    assert.deepEqual(after(talks('2')), ['Priya: Hang up first to answer.']);
    assert.deepEqual(after(ends('2')), [
      'Priya: Answer with the button Answer Priya in Dealside Phone.',
    ]);
  });

  it('with the way to it for somebody who supervises', () => {
    const { after } = openSpeech();
    after(talks('9', 'i1'));
    assert.deepEqual(after(ring('1', 'Priya')), [
      "Incoming call from Priya. You're on a colleague's call. Leave it to answer. Answer with the button Leave and answer Priya in Dealside Phone.",
    ]);
  });

  it('anew when the same person rings again', () => {
    const { after } = openSpeech();
    after(ring('1', 'Priya'));
    after(ends('1'));
    assert.equal(after(ring('2', 'Priya')).length, 1);
  });
});
