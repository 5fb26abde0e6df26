/** What interventions of a sample were in, one after the other; and the modes by their height. */
export const EVERY_MODE = [
  ['monitor'],
  ['monitor', 'whisper'],
  ['monitor', 'whisper', 'barge'],
  ['monitor', 'takeover'],
  ['monitor', 'whisper', 'barge', 'monitor'],
];

export const HEIGHT = ['monitor', 'whisper', 'barge', 'takeover'];
