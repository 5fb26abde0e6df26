import type { NoticeView } from 'c/callModel';

export interface Supervision {
  latest: NoticeView;
  earlier: NoticeView[];
}

/**
 * The notices of a rep's calls by supervisor, newest first: who is on the call now, and earlier
 * ones.
 */
export function supervisions(notices: readonly NoticeView[]): {
  now: Supervision[];
  history: NoticeView[];
} {
  const byIntervention = new Map<string, NoticeView[]>();
  for (const notice of notices.toSorted((a, b) => b.at.localeCompare(a.at))) {
    byIntervention.set(notice.interventionId, [
      ...(byIntervention.get(notice.interventionId) ?? []),
      notice,
    ]);
  }
  const all = [...byIntervention.values()].map(([latest, ...earlier]) => ({
    latest: latest!,
    earlier,
  }));
  const now = all.filter(({ latest }) => !latest.endedAt);
  const shown = new Set(now.map(({ latest }) => latest.noticeId));
  return {
    now,
    history: notices
      .filter(({ noticeId }) => !shown.has(noticeId))
      .toSorted((a, b) => b.at.localeCompare(a.at)),
  };
}
