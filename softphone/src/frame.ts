import type { CallView, NoticeView, Session } from './types.ts';

export type Order =
  | { readonly type: 'session' } & Session
  | { readonly type: 'feed'; readonly status: 'connecting' | 'live' | 'lost' | 'refused'; readonly calls: readonly CallView[]; readonly notices: readonly NoticeView[] }
  | { readonly type: 'dial'; readonly callId: string; readonly params: Record<string, string> }
  | { readonly type: 'join'; readonly callId: string; readonly interventionId: string; readonly params: Record<string, string> }
  | { readonly type: 'hangup' };

export interface Frame {
  /** Tells the Salesforce page. */
  tell(message: { type: string } & Record<string, unknown>): void;
}

/** The Salesforce page around this one. Messages of other origins are not even looked at. */
export function openFrame(parentOrigins: readonly string[], onOrder: (order: Order) => void): Frame {
  let origin: string | undefined;
  window.addEventListener('message', ({ data, origin: from, source }: MessageEvent<{ source?: string } & Order>) => {
    if (source !== window.parent || !parentOrigins.includes(from) || data?.source !== 'dealside') return;
    origin = from;
    onOrder(data);
  });
  return {
    tell(message) {
      const targets = origin ? [origin] : parentOrigins;
      for (const target of targets) window.parent.postMessage({ source: 'dealside', ...message }, target);
    },
  };
}
