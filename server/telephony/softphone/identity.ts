/**
 * The client identity of a person's softphone. Twilio allows letters, digits and underscores only.
 */
export const identityOf = ({ orgId, userId }: { orgId: string; userId: string }): string =>
  `u_${orgId}_${userId}`;

/**
 * Returns the person of a softphone's address; undefined for anything else, such as a phone number.
 */
export function personOf(address: string): { orgId: string; userId: string } | undefined {
  const [, orgId, userId] = /^client:u_([A-Za-z0-9]+)_([A-Za-z0-9]+)$/.exec(address) ?? [];
  return orgId && userId ? { orgId, userId } : undefined;
}

/** Under which a person's softphone tests the network: another one, so that it is never rung. */
export const testIdentityOf = ({ orgId, userId }: { orgId: string; userId: string }): string =>
  `t_${orgId}_${userId}`;

export const isTestIdentity = (address: string): boolean =>
  /^client:t_[A-Za-z0-9]+_[A-Za-z0-9]+$/.test(address);
