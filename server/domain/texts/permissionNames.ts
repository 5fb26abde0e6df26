import type { Mode } from '../call/modes.ts';

/** The API name of the permission to use a mode. Its label has spaces for the underscores. */
export const MODE_PERMISSION: Readonly<Record<Mode, string>> = {
  monitor: 'Dealside_Monitor',
  whisper: 'Dealside_Whisper',
  barge: 'Dealside_Barge',
  takeover: 'Dealside_Takeover',
};
