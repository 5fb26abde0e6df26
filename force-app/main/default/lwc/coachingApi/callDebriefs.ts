import { request } from 'c/dealsideSession';

/** Why there is a debrief. */
export interface DebriefAbout {
  readonly kind: 'intervention' | 'flag' | 'sample';
  readonly because?: 'chance' | 'new_rep';
}

/** An open debrief of a call that its supervisor did not join. */
export interface CallDebrief {
  readonly debriefId: string;
  readonly about: DebriefAbout;
  readonly rep: { readonly userId: string; readonly name: string };
  readonly supervisor: { readonly userId: string; readonly name: string };
  readonly customerName: string;
  readonly opportunity?: { readonly opportunityId: string; readonly name: string };
  readonly startedAt?: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly note?: string;
}

export const debriefsOfCalls = (): Promise<{ readonly debriefs: readonly CallDebrief[] }> =>
  request('GET', '/api/debriefs/of-calls');

/** Plans the debrief of a finished call. The reason is watched in the rep's next calls. */
export const planDebrief = (
  callId: string,
  given: { readonly reasonCode?: string; readonly note?: string },
): Promise<{ readonly debriefId: string; readonly dueOn: string }> =>
  request('POST', `/api/calls/${callId}/debrief`, given);
