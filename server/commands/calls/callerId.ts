import type { RepOnCall } from '../../domain/call/call.ts';
import type { CallerId } from '../../domain/call/callerId.ts';
import { chooseCallerId, NO_CALLER_ID_RULES } from '../../domain/callerId/choose.ts';
import { CrmUnavailable, type CallerIdSource, type NumberSource } from '../../ports/index.ts';

export interface CallerIdDeps {
  readonly callerIds: Pick<CallerIdSource, 'of'>;
  readonly numbers: NumberSource;
}

/**
 * The caller id that a customer sees when this rep calls `to`, in E.164; the org's number until the
 * settings are known.
 */
export async function callerIdFor(
  { callerIds, numbers }: CallerIdDeps,
  rep: Pick<RepOnCall, 'userId' | 'queueIds' | 'groupIds'> & { readonly orgId: string },
  { to }: { readonly to: string },
): Promise<CallerId> {
  const [rules, owned] = await Promise.all([
    callerIds.of(rep.orgId).catch((fault: unknown) => {
      if (fault instanceof CrmUnavailable) return NO_CALLER_ID_RULES;
      throw fault;
    }),
    numbers.of(rep.orgId),
  ]);
  return chooseCallerId(rules, owned, { rep, to });
}
