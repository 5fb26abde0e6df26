import { request } from 'c/dealsideSession';

export type IncidentKind =
  | 'stranger_leg' | 'unexplained_leg' | 'entry_without_leg' | 'mode_without_voice' | 'heard_without_request' | 'chain_broken' | 'salesforce_differs';

/** A contradiction between the audit and what the phone network, or Salesforce, says. */
export interface IncidentView {
  incidentId: string;
  kind: IncidentKind;
  message: string;
  callId?: string;
  callSid?: string;
  position?: number;
  raisedAt: string;
  resolvedAt?: string;
  /** A person, or `system` where a later word of the phone network explained it. */
  resolvedBy?: string;
  resolutionNote?: string;
}

export interface CheckpointView {
  number: number;
  statement: string;
  keyId: string;
  takenAt: string;
  inSalesforce: 'waiting' | 'written' | 'failed';
  verification?: 'good' | 'signature_wrong' | 'entry_differs' | 'entry_missing';
}

export interface Checkpoints {
  checkpoints: readonly CheckpointView[];
  /** What came after the last checkpoint. */
  uncovered?: { entries: number; since?: string };
}

export const incidents = (status: 'open' | 'resolved'): Promise<{ incidents: IncidentView[] }> => request('GET', `/api/incidents?status=${status}`);
export const settleIncident = (incidentId: string, note: string): Promise<void> =>
  request('POST', `/api/incidents/${encodeURIComponent(incidentId)}/resolve`, { note });

export const checkpoints = (): Promise<Checkpoints> => request('GET', '/api/audit/checkpoints');
export const takeCheckpoint = (): Promise<{ checkpoint: CheckpointView }> => request('POST', '/api/audit/checkpoints', {});
