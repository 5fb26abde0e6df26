import { setTimeout as pause } from 'node:timers/promises';
import { forgetOthers } from '../../commands/words/forgetOthers.ts';
import {
  syncTranscription,
  type TranscriptionMemory,
} from '../../commands/words/syncTranscription.ts';
import type { Call } from '../../domain/call/call.ts';
import { warning } from '../../everyMs.ts';
import type { ConsentSource, TranscribedLegs } from '../../ports/index.ts';
import { createTranscriptionControl } from '../../telephony/words/transcription.ts';
import type { Shared } from '../shared.ts';
import type { IsRepUnnotified } from './unnotifiedReps.ts';

export interface TranscriptionSync {
  /** Starts and stops transcriptions to match what the call needs. */
  sync(call: Call, dueAgain?: readonly string[]): void;
  forget(callId: string): void;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

export function composeTranscriptionSync(
  { config, carrier, log }: Shared,
  consent: ConsentSource,
  {
    legs,
    isRepUnnotified,
  }: { readonly legs: TranscribedLegs; readonly isRepUnnotified: IsRepUnnotified },
): TranscriptionSync {
  const memory: TranscriptionMemory = { calls: new Map() };
  const deps = {
    legs,
    transcription: createTranscriptionControl(carrier.client, {
      publicUrl: config.PUBLIC_URL,
      retrying: { pause },
    }),
    consent,
    isRepUnnotified,
    log,
  };
  return {
    sync: (call, dueAgain) =>
      void syncTranscription(deps, memory, call, dueAgain).catch(
        warning(log, 'transcription not started or stopped'),
      ),
    forget: (callId) => void memory.calls.delete(callId),
    retainOnly: (isOpen) => forgetOthers(memory.calls, isOpen),
  };
}
