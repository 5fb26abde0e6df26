/** NOTIFY channel of changed calls and new incidents. */
export const CHANNEL = 'dealside_call';

/** What one notification says. */
export type News =
  | { readonly about: 'calls'; readonly from: string; readonly callIds: readonly string[] }
  | { readonly about: 'incident'; readonly incidentId: string };

/** A payload of NOTIFY ends at 8,000 bytes; an id has 36. */
const CALLS_PER_PAYLOAD = 150;
const INCIDENT = 'incident';

/** The payloads that name changed calls. `from` is the process that changed them. */
export function newsOfCalls(from: string, callIds: readonly string[]): string[] {
  const payloads: string[] = [];
  for (let i = 0; i < callIds.length; i += CALLS_PER_PAYLOAD)
    payloads.push(`${from} ${callIds.slice(i, i + CALLS_PER_PAYLOAD).join(' ')}`);
  return payloads;
}

export const newsOfIncident = (incidentId: string): string => `${INCIDENT} ${incidentId}`;

/** Reads a payload of either kind. */
export function readNews(payload: string): News {
  const [from = '', ...ids] = payload.split(' ');
  return from === INCIDENT
    ? { about: 'incident', incidentId: ids[0] ?? '' }
    : { about: 'calls', from, callIds: ids };
}
