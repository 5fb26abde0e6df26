import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import type { AuditTrail, CrmCheckpoints } from '../../ports/index.ts';
import { crmDiffers, raiseIncident, type CrossCheckDeps } from './crossCheckCarrier.ts';

export interface DeliverCheckpointDeps {
  readonly trail: Pick<AuditTrail, 'checkpoint' | 'signingKeys'>;
  readonly crm: CrmCheckpoints;
  /** Whether the CRM refused because it holds another checkpoint of this number. */
  readonly isDifference: (problem: unknown) => boolean;
  readonly incidents: CrossCheckDeps;
}

/**
 * Writes a checkpoint to the CRM. Another one of its number there raises an incident. Throws
 * CrmProblem.
 */
export const deliverCheckpoint =
  ({ trail, crm, isDifference, incidents }: DeliverCheckpointDeps) =>
  async ({ orgId, payload: { number } }: OutboxMessageOf<'crm.checkpoint'>): Promise<void> => {
    const checkpoint = await trail.checkpoint(orgId, number);
    const [key] = checkpoint ? await trail.signingKeys([checkpoint.keyId]) : [];
    if (!checkpoint || !key) return;
    try {
      await crm.write(checkpoint, key);
    } catch (problem) {
      if (isDifference(problem)) await raiseIncident(incidents, orgId, crmDiffers(orgId, number));
      throw problem;
    }
  };
