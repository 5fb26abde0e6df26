import { request } from 'c/dealsideSession';
import type { Checkpoints, CheckpointView, IncidentView } from './views';

export const incidents = (status: 'open' | 'resolved'): Promise<{ incidents: IncidentView[] }> =>
  request('GET', `/api/incidents?status=${status}`);
export const resolveIncident = (incidentId: string, note: string): Promise<void> =>
  request('POST', `/api/incidents/${encodeURIComponent(incidentId)}/resolve`, { note });

export const checkpoints = (): Promise<Checkpoints> => request('GET', '/api/audit/checkpoints');
export const createCheckpoint = (): Promise<{ checkpoint: CheckpointView }> =>
  request('POST', '/api/audit/checkpoints', {});
