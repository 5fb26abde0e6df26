/** The name a person's softphone registers under. Twilio allows letters, digits and underscores. */
export const identityOf = ({ orgId, userId }: { orgId: string; userId: string }): string => `u_${orgId}_${userId}`;

/** The person behind a softphone's address; anything else, such as a phone number, is nobody of ours. */
export function personOf(address: string): { orgId: string; userId: string } | undefined {
  const [, orgId, userId] = /^client:u_([A-Za-z0-9]+)_([A-Za-z0-9]+)$/.exec(address) ?? [];
  return orgId && userId ? { orgId, userId } : undefined;
}
