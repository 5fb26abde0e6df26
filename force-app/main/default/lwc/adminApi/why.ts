import { request } from 'c/dealsideSession';
import type { Questions, WhyView } from './views';

/** Why a person may or may not join a call; without a person, the one who asks. */
export function whyMayJoin({ callId, userId }: { callId: string; userId?: string }): Promise<WhyView> {
  const person = userId ? `?userId=${encodeURIComponent(userId)}` : '';
  return request('GET', `/api/calls/${encodeURIComponent(callId)}/permissions${person}`);
}

export const whatCanBeAsked = (): Promise<Questions> => request('GET', '/api/policy/questions');
