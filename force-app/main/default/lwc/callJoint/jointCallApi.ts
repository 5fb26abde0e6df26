import { request } from 'c/dealsideSession';

/** A three-way call that a rep and a supervisor have planned. */
export interface JointCall {
  readonly jointCallId: string;
  readonly you: 'rep' | 'supervisor';
  readonly rep: string;
  readonly supervisor: string;
  readonly startsAt: string;
  readonly status: 'planned' | 'begun' | 'missed' | 'cancelled';
  readonly opportunityId?: string;
  readonly callId?: string;
  /** With which the supervisor joins it, where the org offers it. */
  readonly reasonCode?: string;
}

/** A person with whom this person can plan one, and in which role. */
export interface Partner {
  readonly userId: string;
  readonly name: string;
  readonly as: 'rep' | 'supervisor';
}

/** With `partners`, also with whom one can be planned. */
export const jointCalls = (
  withPartners: boolean,
): Promise<{ jointCalls: JointCall[]; partners?: Partner[] }> =>
  request('GET', `/api/joint-calls${withPartners ? '?partners=true' : ''}`);

export const planJointCall = (plan: {
  withUserId: string;
  as: Partner['as'];
  startsAt: string;
  opportunityId?: string;
}): Promise<JointCall> => request('POST', '/api/joint-calls', plan);

export const moveJointCall = (jointCallId: string, startsAt: string): Promise<unknown> =>
  request('PUT', `/api/joint-calls/${jointCallId}`, { startsAt });

export const cancelJointCall = (jointCallId: string): Promise<unknown> =>
  request('DELETE', `/api/joint-calls/${jointCallId}`);
