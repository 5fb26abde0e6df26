import type { CallView, Supervision } from '../../../softphone/src/types.ts';

export const supervision = (
  interventionId: string,
  more: Partial<Supervision> = {},
): Supervision => ({
  interventionId,
  supervisor: { userId: interventionId, name: interventionId, role: '' },
  status: 'active',
  mode: 'monitor',
  modeHistory: [],
  ...more,
});

export const callWith = (...interventions: Supervision[]): CallView => ({
  callId: 'c1',
  status: 'live',
  startedAt: '2026-11-02T17:00:00.000Z',
  rep: { userId: 'ravi', name: 'Ravi', present: true, silenced: false },
  customer: { name: 'Priya', onHold: false },
  guests: [],
  interventions,
  you: { relation: 'supervisor', modes: [] },
});
