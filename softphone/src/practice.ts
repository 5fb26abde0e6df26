import type { CallView } from './types.ts';

/** The practice customers that this rep can call, and practice calls of this rep and others. */
export interface Practice {
  readonly scenarios: readonly {
    readonly code: string;
    readonly title: string;
    readonly brief: string;
  }[];
  readonly calls: readonly PracticeCall[];
}

interface PracticeCall {
  readonly callId: string;
  readonly status: CallView['status'];
  readonly title: string;
  readonly isYours: boolean;
  readonly reviewedAt?: string;
  readonly checklist: readonly { readonly code: string; readonly text: string }[];
}

/** Whether a practice call is among these. */
export const isPracticing = (calls: readonly Pick<CallView, 'isPractice'>[]): boolean =>
  calls.some(({ isPractice }) => isPractice === true);

/** The rep's latest practice call, until the rep has reviewed it. */
export function dueReview(practice: Practice | undefined): PracticeCall | undefined {
  const latest = practice?.calls.find(({ isYours }) => isYours);
  return latest?.status === 'ended' && !latest.reviewedAt && latest.checklist.length > 0
    ? latest
    : undefined;
}
