/** The name a person's softphone registers under. Twilio allows letters, digits and underscores. */
export const identityOf = ({ orgId, userId }: { orgId: string; userId: string }): string => `u_${orgId}_${userId}`;

export function personOf(identity: string): { orgId: string; userId: string } | undefined {
  const [, orgId, userId] = /^(?:client:)?u_([A-Za-z0-9]+)_([A-Za-z0-9]+)$/.exec(identity) ?? [];
  return orgId && userId ? { orgId, userId } : undefined;
}
