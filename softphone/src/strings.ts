import type { Mode } from './types.ts';

export const MODE_NAME: Record<Mode, string> = { monitor: 'Monitor', whisper: 'Whisper', barge: 'Barge', takeover: 'Take over' };

export const heardBy = (mode: Mode, rep: string, customer: string): string => ({
  monitor: 'Nobody hears you',
  whisper: `Only ${rep} hears you`,
  barge: `${rep} and ${customer} hear you`,
  takeover: `${customer} hears you`,
})[mode];

export const DEVICE: Record<string, string> = {
  waiting: 'Waiting for Salesforce', connecting: 'Connecting', registered: 'Ready', lost: 'Connection lost. Reconnecting…', failed: 'Not connected',
};

export const TEXT = {
  openFromSalesforce: 'Open this softphone from the utility bar in Salesforce.',
  noMicrophone: 'No microphone: you can listen, nobody can hear you.',
  tryAgain: 'Try again',
  silentOnly: 'You need a microphone for this.',
} as const;
