import { request } from 'c/dealsideSession';
import type { Questions, PermissionExplanation } from './views';

/** Why a person may or may not join a call. Without a person, it is about the current user. */
export function explainPermissions({
  callId,
  userId,
}: {
  callId: string;
  userId?: string;
}): Promise<PermissionExplanation> {
  const person = userId ? `?userId=${encodeURIComponent(userId)}` : '';
  return request('GET', `/api/calls/${encodeURIComponent(callId)}/permissions${person}`);
}

export const permissionQuestions = (): Promise<Questions> =>
  request('GET', '/api/policy/questions');
