import type { Mode } from '../call/modes.ts';

/** What the permission to use a mode is called where an administrator gives it to people. */
export const MODE_PERMISSION: Readonly<Record<Mode, string>> = {
  monitor: 'Dealside_Monitor',
  whisper: 'Dealside_Whisper',
  barge: 'Dealside_Barge',
  takeover: 'Dealside_Takeover',
};
