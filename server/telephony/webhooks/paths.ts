import type { CarrierRoute } from '../../ports/index.ts';

/**
 * Where Twilio sends its requests: the server registers these paths, and everything that Twilio is
 * told to call is built from them.
 */
export const PATHS = {
  voice: '/telephony/voice',
  supervisor: '/telephony/supervisor',
  ownDevice: '/telephony/own-device',
  wait: '/telephony/wait',
  tone: '/telephony/tone.wav',
  announce: '/telephony/announce',
  waiting: '/telephony/waiting',
  held: '/telephony/held',
  onHold: '/telephony/on-hold',
  music: '/telephony/music.wav',
  afterwards: '/telephony/afterwards',
  rated: '/telephony/rated',
  ringback: '/telephony/ringback.wav',
  inbound: '/telephony/inbound',
  practice: '/telephony/practice',
  conference: '/telephony/conference',
  recording: '/telephony/recording',
  transcription: '/telephony/transcription',
  participant: '/telephony/participant',
  words: '/telephony/words',
  /** A WebSocket, not an HTTP route. */
  stream: '/telephony/stream',
} as const;

export const ROUTES: readonly CarrierRoute[] = [
  { path: PATHS.voice, kind: 'instructions' },
  { path: PATHS.supervisor, kind: 'instructions' },
  { path: PATHS.ownDevice, kind: 'instructions' },
  { path: PATHS.wait, kind: 'instructions' },
  { path: PATHS.tone, kind: 'tone' },
  { path: PATHS.announce, kind: 'instructions' },
  { path: PATHS.waiting, kind: 'instructions' },
  { path: PATHS.held, kind: 'instructions' },
  { path: PATHS.onHold, kind: 'instructions' },
  { path: PATHS.music, kind: 'music' },
  { path: PATHS.afterwards, kind: 'instructions' },
  { path: PATHS.rated, kind: 'instructions' },
  { path: PATHS.ringback, kind: 'ringback' },
  { path: PATHS.inbound, kind: 'instructions' },
  { path: PATHS.practice, kind: 'instructions' },
  { path: PATHS.conference, kind: 'conference' },
  { path: PATHS.recording, kind: 'recording' },
  { path: PATHS.transcription, kind: 'transcription' },
  { path: PATHS.participant, kind: 'participant' },
  { path: PATHS.words, kind: 'words' },
];
