import { request } from 'c/dealsideSession';
import type { AuditedCall, Checkpoints, CheckpointView, IncidentView } from './views';

/** The newest, and how many there are in all; a server of an earlier version does not say that. */
export const incidents = (
  status: 'open' | 'resolved',
): Promise<{
  incidents: IncidentView[];
  calls?: Record<string, AuditedCall>;
  total?: number;
}> => request('GET', `/api/incidents?status=${status}`);
export const resolveIncident = (incidentId: string, note: string): Promise<void> =>
  request('POST', `/api/incidents/${encodeURIComponent(incidentId)}/resolve`, { note });

export const checkpoints = (): Promise<Checkpoints> => request('GET', '/api/audit/checkpoints');
export const createCheckpoint = (): Promise<{ checkpoint: CheckpointView }> =>
  request('POST', '/api/audit/checkpoints', {});
