/** Where Twilio processes and stores the data of calls. */
export const REGIONS = ['us1', 'ie1', 'au1'] as const;
export type Region = (typeof REGIONS)[number];

/**
 * The edge locations through which the Voice SDK can connect.
 * https://www.twilio.com/docs/global-infrastructure/edge-locations
 */
const EDGES = [
  'ashburn',
  'ashburn-ix',
  'dublin',
  'frankfurt',
  'frankfurt-ix',
  'london-ix',
  'roaming',
  'san-jose-ix',
  'sao-paulo',
  'sao-paulo-ix',
  'singapore',
  'singapore-ix',
  'sydney',
  'sydney-ix',
  'tokyo',
  'tokyo-ix',
  'umatilla',
] as const;
export type Edge = (typeof EDGES)[number];

/** The edges in the region itself; the first is the one that REST requests name. */
const OWN_EDGES: Record<Region, readonly [Edge, ...Edge[]]> = {
  us1: ['ashburn', 'ashburn-ix', 'san-jose-ix', 'umatilla'],
  ie1: ['dublin', 'london-ix'],
  au1: ['sydney', 'sydney-ix'],
};

/** The edges of softphones unless others are set; without one the SDK chooses the nearest. */
export const edgesIn = (region: Region): readonly Edge[] =>
  region === 'us1' ? [] : [OWN_EDGES[region][0]];

/**
 * The host of one of Twilio's products, with edge and region outside the US. Hosts with a region
 * alone, such as api.ie1.twilio.com, no longer answer.
 * https://www.twilio.com/docs/global-infrastructure/using-the-twilio-rest-api-in-a-non-us-region
 */
export const hostIn = (region: Region, product = 'api'): string =>
  region === 'us1'
    ? `${product}.twilio.com`
    : `${product}.${OWN_EDGES[region][0]}.${region}.twilio.com`;

export interface RegionSettings {
  readonly region: Region;
  readonly edges: readonly string[];
  /** The address that requests are sent to, if it is not Twilio's own host. */
  readonly apiUrl?: string;
}

/** Settings that contradict each other, one line each. */
export function regionFaults({ region, edges, apiUrl }: RegionSettings): string[] {
  const known: readonly string[] = EDGES;
  const unknown = edges.filter((edge) => !known.includes(edge));
  const own: readonly string[] = OWN_EDGES[region];
  const first = edges[0];
  const host = apiUrl === undefined ? undefined : new URL(apiUrl).host;
  return [
    ...unknown.map((edge) => `TWILIO_EDGES names ${edge}, which is not an edge location of Twilio`),
    ...(region !== 'us1' && first !== undefined && known.includes(first) && !own.includes(first)
      ? [`TWILIO_EDGES must begin with ${own.join(' or ')} where TWILIO_REGION is ${region}`]
      : []),
    ...(host?.endsWith('.twilio.com') && host !== hostIn(region)
      ? [
          `TWILIO_API_URL must be https://${hostIn(region)} where TWILIO_REGION is ${region}, or unset`,
        ]
      : []),
  ];
}
