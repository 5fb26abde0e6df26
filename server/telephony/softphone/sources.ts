/**
 * What the softphone page may connect to, and whose media it may play: sources of a
 * Content-Security-Policy.
 */
export interface SoftphoneSources {
  readonly connect: string;
  readonly media: string;
}

/** Twilio's own hosts, or the host of another signalling URL (ws or wss). */
export function softphoneSources(signallingUrl: string | undefined): SoftphoneSources {
  if (!signallingUrl)
    return { connect: 'wss://*.twilio.com https://*.twilio.com', media: 'https://*.twilio.com' };
  const http = signallingUrl.replace(/^ws/, 'http');
  return {
    connect: `${signallingUrl} ${http} ${signallingUrl.replace(/^wss?/, 'wss')}`,
    media: http,
  };
}
