/** Which browsers' pages may speak for which org. */
export interface Origins {
  /** Whether this is a page of any registered org: all that is known before somebody has signed in. */
  isKnown(origin: string): boolean;
  /** Whether a page of this origin may carry a session of this org: a page of the org itself, or one of Dealside's own. */
  mayCarry(orgId: string, origin: string): boolean;
  /** The origins of the org that opens a page of Dealside's own: found by the org's id, or by the page that it is opened from. */
  openedBy(asked: { orgId?: string; referer?: string }): readonly string[] | undefined;
}

export interface OrgPages {
  readonly orgId: string;
  readonly origins: readonly string[];
}

export function createOrigins(orgs: readonly OrgPages[], publicUrl: string): Origins {
  const ownOrigin = new URL(publicUrl).origin;
  const owners = new Map(orgs.flatMap(({ orgId, origins }) => origins.map((origin): [string, string] => [origin, orgId])));
  return {
    isKnown: (origin) => owners.has(origin),
    mayCarry: (orgId, origin) => origin === ownOrigin || owners.get(origin) === orgId,
    openedBy({ orgId, referer }) {
      const opener = orgId ?? owners.get(originOf(referer) ?? '') ?? (orgs.length === 1 ? orgs[0]!.orgId : undefined);
      return orgs.find((org) => org.orgId === opener)?.origins;
    },
  };
}

const originOf = (url: string | undefined): string | undefined => (url && URL.canParse(url) ? new URL(url).origin : undefined);
