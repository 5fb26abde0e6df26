/**
 * The region of a user's locale in Salesforce, such as GB of en_GB, CH of de_CH and RS of
 * sr_Latn_RS; undefined for one without, such as eo.
 */
export const regionOf = (localeSidKey: string | null | undefined): string | undefined =>
  /_([A-Z]{2})(?:_|$)/.exec(localeSidKey ?? '')?.[1];
