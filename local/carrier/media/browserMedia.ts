import * as webrtc from 'werift';
import { hearOutside } from './clock.ts';
import { decodeUlaw, encodeUlaw } from './dsp.ts';

/**
 * The WebRTC side of one leg to a browser. The browser never trickles, so the SDP of this side has
 * all candidates.
 */
export interface BrowserMedia {
  answer(offer: string): Promise<string>;
  offer(): Promise<string>;
  acceptAnswer(answer: string): Promise<void>;
  send(frame: Int16Array): void;
  onFrame: (frame: Int16Array) => void;
  onDigit: (digit: string) => void;
  close(): void;
}

// Comfort noise is left out on purpose: with it, Chromium turns steady sounds into noise.
const PCMU = () =>
  new webrtc.RTCRtpCodecParameters({
    mimeType: 'audio/PCMU',
    clockRate: 8000,
    channels: 1,
    payloadType: 0,
  });
const DIGITS = () =>
  new webrtc.RTCRtpCodecParameters({
    mimeType: 'audio/telephone-event',
    clockRate: 8000,
    channels: 1,
    payloadType: 126,
  });
const DIGIT_NAMES = '0123456789*#ABCD';

/** A WebRTC connection that is not negotiated yet. */
export function createBrowserMedia(): BrowserMedia {
  const peer = new webrtc.RTCPeerConnection({
    iceServers: [],
    // Twilio's gateway is ICE-lite too, which the Voice SDK relies on (sdp.ts): it needs no consent
    // checks (RFC 7675), and keeps sending to a browser that is suspended.
    iceLite: true,
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
    iceUseLinkLocalAddress: false,
    codecs: { audio: [PCMU(), DIGITS()], video: [] },
  });
  const track = new webrtc.MediaStreamTrack({ kind: 'audio' });
  const rtp = { sequence: random(0xffff), timestamp: random(0x7fffffff), ssrc: random(0x7fffffff) };
  let lastDigitAt = -1;
  const stopHearing = hearOutside();

  const media: BrowserMedia = {
    onFrame: () => undefined,
    onDigit: () => undefined,
    async answer(offer) {
      const isFirst = peer.getTransceivers().length === 0;
      if (isFirst) peer.addTransceiver(track, { direction: 'sendrecv' });
      await peer.setRemoteDescription({ type: 'offer', sdp: offer });
      const sdp = await localDescription(await peer.createAnswer());
      if (!isFirst) restartIce();
      return sdp;
    },
    async offer() {
      peer.addTransceiver(track, { direction: 'sendrecv' });
      return localDescription(await peer.createOffer());
    },
    async acceptAnswer(answer) {
      await peer.setRemoteDescription({ type: 'answer', sdp: answer });
    },
    send(frame) {
      if (peer.connectionState !== 'connected') return;
      rtp.sequence = (rtp.sequence + 1) & 0xffff;
      rtp.timestamp = (rtp.timestamp + frame.length) >>> 0;
      const header = new webrtc.RtpHeader({
        payloadType: 0,
        sequenceNumber: rtp.sequence,
        timestamp: rtp.timestamp,
        ssrc: rtp.ssrc,
        marker: false,
      });
      track.writeRtp(new webrtc.RtpPacket(header, encodeUlaw(frame)));
    },
    close() {
      stopHearing();
      void peer.close();
    },
  };

  peer.onTrack.subscribe((incoming) =>
    incoming.onReceiveRtp.subscribe(({ header, payload }) => {
      if (header.payloadType === 0) media.onFrame(decodeUlaw(payload));
      // RFC 4733: an event ends with its end bit, which is sent three times.
      else if (payload.length >= 4 && payload[1]! & 0x80 && header.timestamp !== lastDigitAt) {
        lastDigitAt = header.timestamp;
        media.onDigit(DIGIT_NAMES[payload[0]!] ?? '');
      }
    }),
  );

  /**
   * After sleep or a change of network a browser sends a new offer, which werift does not detect
   * itself.
   */
  function restartIce(): void {
    for (const transport of peer.iceTransports)
      if (!transport.connection.nominated) transport.start().catch(() => undefined);
  }

  async function localDescription(
    description: Awaited<ReturnType<typeof peer.createOffer>>,
  ): Promise<string> {
    // Without a STUN server, werift asks one of Google's, and waits 5 s if there is no name server.
    for (const { connection } of peer.iceTransports) connection.stunServer = undefined;
    await peer.setLocalDescription(description);
    if (peer.iceGatheringState !== 'complete') {
      await new Promise<void>((resolve) =>
        peer.iceGatheringStateChange.subscribe((state) => void (state === 'complete' && resolve())),
      );
    }
    return asIceLite(peer.localDescription!.sdp);
  }

  return media;
}

/** Browsers expect `a=ice-lite` at session level, but werift writes it at media level. */
const asIceLite = (sdp: string): string =>
  sdp.replace(/^a=ice-lite\r\n/gm, '').replace(/^(t=.*\r\n)/m, '$1a=ice-lite\r\n');

const random = (max: number): number => Math.floor(Math.random() * max);
