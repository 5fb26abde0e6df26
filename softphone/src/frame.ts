import type { ListEntry } from './callList.ts';
import type { CallView, Mode, NoticeView, Session, WhileAway } from './types.ts';
import type { VoiceEvent } from './voice.ts';

/** A message from the Salesforce page. */
export type FrameCommand =
  | ({ readonly type: 'session' } & Session)
  | {
      readonly type: 'feed';
      /** Whether the page has the controls of a supervised call, so that they are not here as well. */
      readonly hasCallBar?: boolean;
      /** In which this person reads times; absent: the browser's. */
      readonly timeZone?: string;
      readonly status: 'connecting' | 'live' | 'lost' | 'refused';
      readonly calls: readonly CallView[];
      readonly notices: readonly NoticeView[];
      /** When all this was last up to date, in ms since 1970; while the feed is lost or refused. */
      readonly asOf?: number;
      /** From when this person's permissions are, while Salesforce does not confirm them. */
      readonly staleSince?: string;
      readonly whileAway?: WhileAway;
      /** The version of the policy in force, of which the vocabulary is a part. */
      readonly policyVersion?: string;
    }
  | { readonly type: 'dial'; readonly callId: string; readonly params: Record<string, string> }
  | {
      readonly type: 'join';
      readonly callId: string;
      readonly interventionId: string;
      /** Keeps the intervention alive, silences and ends it, also without a session. */
      readonly key?: string;
      readonly params: Record<string, string>;
    }
  /** Whether the page is dark. */
  | { readonly type: 'look'; readonly isDark: boolean }
  /** People to call one after the other. */
  | { readonly type: 'call-list'; readonly entries: readonly ListEntry[] }
  | { readonly type: 'hangup' }
  /** Connect to the phone service anew, without cutting a call. */
  | { readonly type: 'retry' }
  /** The person clicked to fall silent: a silent mode, or leaving where there is none. */
  | { readonly type: 'silence'; readonly interventionId: string; readonly mode?: Mode }
  /** The person clicked to be heard, and what the server answered to it. */
  | (Exclude<VoiceEvent, { type: 'voice-silenced' }> & { readonly interventionId: string });

export interface Frame {
  /** Sends a message to the Salesforce page. */
  post(message: { type: string } & Record<string, unknown>): void;
}

/**
 * Exchanges messages with the Salesforce page that frames this one. Messages from other origins are
 * ignored.
 */
export function openFrame(
  parentOrigins: readonly string[],
  onCommand: (command: FrameCommand) => void,
): Frame {
  let origin: string | undefined;
  window.addEventListener(
    'message',
    ({ data, origin: from, source }: MessageEvent<{ source?: string } & FrameCommand>) => {
      if (source !== window.parent || !parentOrigins.includes(from) || data?.source !== 'dealside')
        return;
      origin = from;
      onCommand(data);
    },
  );
  return {
    post(message) {
      const targets = origin ? [origin] : parentOrigins;
      for (const target of targets)
        window.parent.postMessage({ source: 'dealside', ...message }, target);
    },
  };
}
