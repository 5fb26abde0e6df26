import type { PersonKey } from '../../ports/index.ts';

/** The client identity of a person's softphone. Twilio allows letters, digits and underscores only. */
export const identityOf = ({ orgId, userId }: PersonKey): string => `u_${orgId}_${userId}`;

/** The person of a softphone's address; undefined for anything else, such as a phone number. */
export function personOf(address: string): PersonKey | undefined {
  const [, orgId, userId] = /^client:u_([A-Za-z0-9]+)_([A-Za-z0-9]+)$/.exec(address) ?? [];
  return orgId && userId ? { orgId, userId } : undefined;
}

/** The identity under which a person's softphone tests the network: it is never rung. */
export const testIdentityOf = ({ orgId, userId }: PersonKey): string => `t_${orgId}_${userId}`;

/** Whether the address is that of a softphone that tests its network. */
export const isTestIdentity = (address: string): boolean =>
  /^client:t_[A-Za-z0-9]+_[A-Za-z0-9]+$/.test(address);
