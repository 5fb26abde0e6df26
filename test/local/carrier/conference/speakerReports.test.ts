import assert from 'node:assert/strict';
import type { Conference, Participant } from '../../../../local/carrier/conference/conference.ts';
import { createSpeakerReports } from '../../../../local/carrier/conference/speakerReports.ts';
import { createLeg } from '../../../../local/carrier/legs/leg.ts';
import { SILENT_FRAME, toneSource } from '../../../../local/carrier/media/dsp.ts';

describe('whoever is in a conference', () => {
  const speech = toneSource(700);
  function join(events: readonly string[]) {
    const reported: string[] = [];
    const reports = createSpeakerReports({
      report: () => undefined,
      reportParticipant: (_room, _participant, event) => void reported.push(event),
    });
    const leg = createLeg({ from: '+1', to: '+2', direction: 'inbound' });
    const room = {
      settings: { callback: { url: 'http://there', method: 'POST', events } },
    } as unknown as Conference;
    const participant = { leg } as unknown as Participant;
    reports.joined!(room, participant);
    const say = (ms: number, frame: () => Int16Array) => {
      for (let at = 0; at < ms; at += 20) leg.speak(frame());
    };
    return { reported, say, leave: () => reports.left!(room, participant) };
  }

  it('is told to speak after 100 ms of sound, and to have stopped after 800 ms without', () => {
    const { reported, say } = join(['speaker']);
    say(80, speech);
    assert.deepEqual(reported, []);
    say(20, speech);
    assert.deepEqual(reported, ['participant-speech-start']);
    say(780, () => SILENT_FRAME);
    say(20, speech);
    say(780, () => SILENT_FRAME);
    assert.deepEqual(reported, ['participant-speech-start']);
    say(20, () => SILENT_FRAME);
    assert.deepEqual(reported, ['participant-speech-start', 'participant-speech-stop']);
  });

  it('is not listened to where nobody asked for it, or any more', () => {
    const unasked = join(['join']);
    unasked.say(1_000, speech);
    assert.deepEqual(unasked.reported, []);
    const left = join(['speaker']);
    left.leave();
    left.say(1_000, speech);
    assert.deepEqual(left.reported, []);
  });
});
