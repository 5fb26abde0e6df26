/** NOTIFY channel for changed calls, records written to the CRM, new incidents and audio checks. */
export const CHANNEL = 'dealside_call';

/** The contents of one notification. */
export type News =
  | { readonly about: 'calls'; readonly from: string; readonly callIds: readonly string[] }
  /** Calls for which a record was written to the CRM. */
  | { readonly about: 'written'; readonly callIds: readonly string[] }
  | { readonly about: 'incident'; readonly incidentId: string }
  | { readonly about: 'health' };

/** A NOTIFY payload is limited to 8,000 bytes, and an id has 36. */
const CALLS_PER_PAYLOAD = 150;
const INCIDENT = 'incident';
const WRITTEN = 'written';
/** The payload after an audio check was concluded. */
export const NEWS_OF_HEALTH = 'health';

/** The payloads that list changed calls. `from` is the process that changed them. */
export const newsOfCalls = (from: string, callIds: readonly string[]): string[] =>
  payloadsOf(from, callIds);

/** The payloads that list calls for which a record was written to the CRM. */
export const newsOfWritten = (callIds: readonly string[]): string[] => payloadsOf(WRITTEN, callIds);

function payloadsOf(from: string, callIds: readonly string[]): string[] {
  const payloads: string[] = [];
  for (let i = 0; i < callIds.length; i += CALLS_PER_PAYLOAD)
    payloads.push(`${from} ${callIds.slice(i, i + CALLS_PER_PAYLOAD).join(' ')}`);
  return payloads;
}

/** The payload for a new incident. */
export const newsOfIncident = (incidentId: string): string => `${INCIDENT} ${incidentId}`;

/** Parses a payload of any kind. */
export function readNews(payload: string): News {
  const [from = '', ...ids] = payload.split(' ');
  if (from === NEWS_OF_HEALTH) return { about: 'health' };
  if (from === INCIDENT) return { about: 'incident', incidentId: ids[0] ?? '' };
  return from === WRITTEN
    ? { about: 'written', callIds: ids }
    : { about: 'calls', from, callIds: ids };
}
