import type { ListEntry } from './callList.ts';
import type { SessionRefusal } from './sessions.ts';
import type { CallView, Mode, NoticeView, Session, WhileAway } from './types.ts';
import type { VoiceEvent } from './voice.ts';

/** A message from the Salesforce page. */
export type FrameCommand =
  | ({ readonly type: 'session' } & Session)
  /** Salesforce takes the person's own session no longer. */
  | { readonly type: 'session-refused'; readonly problem: SessionRefusal }
  | {
      readonly type: 'feed';
      /**
       * Whether the page shows the controls of a supervised call, so that this softphone does not.
       */
      readonly hasCallBar?: boolean;
      /** The time zone in which this person reads times; the browser's if absent. */
      readonly timeZone?: string;
      /** By which this person reads times; that of the language of the texts if absent. */
      readonly locale?: string;
      readonly status: 'connecting' | 'live' | 'lost' | 'refused';
      readonly calls: readonly CallView[];
      readonly notices: readonly NoticeView[];
      /** While the feed is lost or refused: when the data was last up to date, in ms since 1970. */
      readonly asOf?: number;
      /** While Salesforce does not answer: until when new joins are possible. */
      readonly grantsUntil?: string;
      /**
       * While Salesforce does not confirm this person's permissions: when they were last confirmed.
       */
      readonly staleSince?: string;
      readonly whileAway?: WhileAway;
      /** The version of the policy in force, which includes the vocabulary. */
      readonly policyVersion?: string;
    }
  | { readonly type: 'dial'; readonly callId: string; readonly params: Record<string, string> }
  | {
      readonly type: 'join';
      readonly callId: string;
      readonly interventionId: string;
      /** With this key the intervention can be kept alive, silenced and ended without a session. */
      readonly key?: string;
      readonly params: Record<string, string>;
    }
  /** Whether the page is dark. */
  | { readonly type: 'look'; readonly isDark: boolean }
  /** People to call one after another. */
  | { readonly type: 'call-list'; readonly entries: readonly ListEntry[] }
  | { readonly type: 'hangup' }
  /** Reconnect to the phone service, without cutting off a call. */
  | { readonly type: 'retry' }
  /** The person clicked to fall silent: to a silent mode, or without a mode to leave. */
  | { readonly type: 'silence'; readonly interventionId: string; readonly mode?: Mode }
  /** The person clicked to be heard, or the server answered that request. */
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
