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
