/**
 * The hosts that the softphone page may connect to and play media from, as sources of a
 * Content-Security-Policy.
 */
export interface SoftphoneSources {
  readonly connect: string;
  readonly media: string;
}

/** Twilio's own hosts, or the host of another signaling URL (ws or wss). */
export function softphoneSources(signalingUrl: string | undefined): SoftphoneSources {
  if (!signalingUrl)
    return { connect: 'wss://*.twilio.com https://*.twilio.com', media: 'https://*.twilio.com' };
  const http = signalingUrl.replace(/^ws/, 'http');
  return {
    connect: `${signalingUrl} ${http} ${signalingUrl.replace(/^wss?/, 'wss')}`,
    media: http,
  };
}
