import type { Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';

/** What the policy says about one mode, with the rules it looked at. */
export interface ModeExplanation {
  mode: Mode;
  allowed: boolean;
  rule: string;
  answer: string;
  wouldChange?: string;
  allowedFrom?: string;
  rules: readonly { rule: string; words: string; allows: boolean; unmet: readonly { condition: string; because: string }[] }[];
}

/** What the law says about the call, beside the policy. */
export interface ConsentExplanation {
  allowed: boolean;
  rule: string;
  message?: string;
  hint?: string;
  jurisdictions?: readonly { place: string }[];
}

export interface WhyView {
  callId: string;
  person: { userId: string; name: string };
  rep: { userId: string; name: string };
  policyVersion: string;
  modes: readonly ModeExplanation[];
  consent?: ConsentExplanation;
}

/** Whom and what an administrator can ask about. */
export interface Questions {
  people: readonly { userId: string; name: string; roles: readonly string[] }[];
  calls: readonly { callId: string; status: 'ringing' | 'live'; startedAt: string; rep: { userId: string; name: string } }[];
}

/** Why a person may or may not join a call; without a person, the one who asks. */
export function whyMayJoin({ callId, userId }: { callId: string; userId?: string }): Promise<WhyView> {
  const person = userId ? `?userId=${encodeURIComponent(userId)}` : '';
  return request('GET', `/api/calls/${encodeURIComponent(callId)}/why${person}`);
}

export const whatCanBeAsked = (): Promise<Questions> => request('GET', '/api/policy/questions');
