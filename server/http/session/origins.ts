/** Origins of pages, by org. */
export interface Origins {
  /**
   * Whether the origin belongs to any registered org. The org itself is known only after
   * authentication.
   */
  isKnown(origin: string): boolean;
  /**
   * Whether a page of this origin may carry a session of this org: a page of the org itself, or one
   * of Dealside's own.
   */
  mayCarry(orgId: string, origin: string): boolean;
  /**
   * The page origins of the org that opens a page of this server. The org is identified by its id
   * or by the referring page.
   */
  openedBy(opener: { orgId?: string; referer?: string }): readonly string[] | undefined;
}

export interface OrgPages {
  readonly orgId: string;
  readonly origins: readonly string[];
}

/** The origins of all registered orgs, and of this server at its public address. */
export function createOrigins(orgs: readonly OrgPages[], publicUrl: string): Origins {
  const ownOrigin = new URL(publicUrl).origin;
  const owners = new Map(
    orgs.flatMap(({ orgId, origins }) =>
      origins.map((origin): [string, string] => [origin, orgId]),
    ),
  );
  return {
    isKnown: (origin) => owners.has(origin),
    mayCarry: (orgId, origin) => origin === ownOrigin || owners.get(origin) === orgId,
    openedBy({ orgId, referer }) {
      const opener =
        orgId ??
        owners.get(originOf(referer) ?? '') ??
        (orgs.length === 1 ? orgs[0]!.orgId : undefined);
      return orgs.find((org) => org.orgId === opener)?.origins;
    },
  };
}

const originOf = (url: string | undefined): string | undefined =>
  url && URL.canParse(url) ? new URL(url).origin : undefined;
