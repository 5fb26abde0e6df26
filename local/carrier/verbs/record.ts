import { newSid } from '../formats/sids.ts';
import type { Leg, Tap } from '../legs/leg.ts';
import { FRAME_MS } from '../media/dsp.ts';
import { ENTRY_BEEP } from '../media/sounds.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import { playToLeg } from './playVerbs.ts';

/** A sample above this is speech. */
const SPEECH = 300;
const TRANSCRIBED_SECONDS = 120;

/**
 * Registers Record, which records the far end until it is silent, presses a key, hangs up, or the
 * time is over. If it said nothing, the document continues.
 * https://www.twilio.com/docs/voice/twiml/record
 */
export function registerRecordVerb(
  board: Switchboard,
  recordings: Recordings,
  { accountSid, callbacks }: { readonly accountSid: string; readonly callbacks: Callbacks },
): void {
  board.verbs.set('Record', async (leg, { attributes }, url) => {
    const {
      action = url,
      method = 'POST',
      maxLength = '3600',
      timeout = '5',
      finishOnKey = '1234567890*#',
      playBeep = 'true',
      recordingStatusCallback,
      recordingStatusCallbackEvent = 'completed',
      transcribe = 'false',
      transcribeCallback,
    } = attributes;
    if (playBeep === 'true') await playToLeg(leg, ENTRY_BEEP);
    const recording = recordings.start(leg, {
      channels: 1,
      track: 'inbound',
      source: 'RecordVerb',
      trim: false,
      ...(recordingStatusCallback && {
        callback: {
          url: new URL(recordingStatusCallback, url).href,
          method: 'POST',
          events: recordingStatusCallbackEvent.split(' '),
        },
      }),
    });
    const said: string[] = [];
    const hasSpoken = await spoken(leg, said, {
      maxMs: Number(maxLength) * 1000,
      silenceMs: Number(timeout) * 1000,
      finishOnKey,
    });
    recordings.change(recording, { status: 'stopped' });
    if (!hasSpoken) return 'next';
    // Longer recordings are not transcribed.
    if (transcribe === 'true' && recording.tape.seconds() <= TRANSCRIBED_SECONDS)
      callbacks.send(transcribeCallback && new URL(transcribeCallback, url).href, {
        AccountSid: accountSid,
        CallSid: leg.callSid,
        From: leg.from,
        To: leg.to,
        RecordingSid: recording.sid,
        RecordingUrl: recordings.addressOf(recording),
        TranscriptionSid: newSid('TR'),
        TranscriptionText: said.join(' '),
        TranscriptionStatus: 'completed',
        TranscriptionType: 'fast',
      });
    board.redirect(
      leg,
      { url: new URL(action, url).href, method: method === 'GET' ? 'GET' : 'POST' },
      { RecordingSid: recording.sid, RecordingUrl: recordings.addressOf(recording) },
    );
    return 'stop';
  });
}

interface Limits {
  readonly maxMs: number;
  readonly silenceMs: number;
  readonly finishOnKey: string;
}

/** Resolves when the far end has finished, to whether it has said anything. */
function spoken(
  leg: Leg,
  said: string[],
  { maxMs, silenceMs, finishOnKey }: Limits,
): Promise<boolean> {
  return new Promise((resolve) => {
    let hasSpoken = false;
    let [allMs, silentMs] = [0, 0];
    const done = (): void => {
      leg.taps.delete(tap);
      leg.onDivert.delete(done);
      leg.onEnd.delete(done);
      resolve(hasSpoken);
    };
    const tap: Tap = {
      inbound(frame) {
        const isSpeech = frame.some((sample) => Math.abs(sample) > SPEECH);
        hasSpoken ||= isSpeech;
        allMs += FRAME_MS;
        silentMs = isSpeech ? 0 : silentMs + FRAME_MS;
        if (allMs >= maxMs || silentMs >= silenceMs) done();
      },
      words({ text, isFinal }) {
        if (isFinal && said.at(-1) !== text) said.push(text);
      },
      digit(digit) {
        if (finishOnKey.includes(digit)) done();
      },
    };
    leg.taps.add(tap);
    leg.farEnd.digitsRequested?.();
    leg.onDivert.add(done);
    leg.onEnd.add(done);
  });
}
