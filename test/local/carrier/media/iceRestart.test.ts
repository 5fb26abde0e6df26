import assert from 'node:assert/strict';
import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
} from 'werift';
import {
  createBrowserMedia,
  type BrowserMedia,
} from '../../../../local/carrier/media/browserMedia.ts';
import { until } from '../../../support/until.ts';

const SILENCE = new Int16Array(160);

/** A browser that has slept, or is on another network, offers its call again with an ICE restart. */
describe('the carrier’s end of a browser that offers its sound again', () => {
  let browser: RTCPeerConnection;
  let microphone: MediaStreamTrack;
  let carrier: BrowserMedia;
  let heardByBrowser: number;
  let heardByCarrier: number;
  let sending: NodeJS.Timeout;
  let sequence: number;

  beforeEach(async () => {
    browser = new RTCPeerConnection({
      iceServers: [],
      iceUseIpv6: false,
      iceAdditionalHostAddresses: ['127.0.0.1'],
      codecs: {
        audio: [
          new RTCRtpCodecParameters({
            mimeType: 'audio/PCMU',
            clockRate: 8000,
            channels: 1,
            payloadType: 0,
          }),
        ],
        video: [],
      },
    });
    microphone = new MediaStreamTrack({ kind: 'audio' });
    browser.addTransceiver(microphone, { direction: 'sendrecv' });
    carrier = createBrowserMedia();
    heardByBrowser = 0;
    heardByCarrier = 0;
    sequence = 0;
    browser.onTrack.subscribe((track) => track.onReceiveRtp.subscribe(() => (heardByBrowser += 1)));
    carrier.onFrame = () => (heardByCarrier += 1);
    sending = setInterval(speak, 20);
    await offer();
  });
  afterEach(async () => {
    clearInterval(sending);
    carrier.close();
    await browser.close();
  });

  function speak(): void {
    carrier.send(SILENCE);
    sequence += 1;
    microphone.writeRtp(
      new RtpPacket(
        new RtpHeader({
          payloadType: 0,
          sequenceNumber: sequence,
          timestamp: sequence * 160,
          ssrc: 1,
        }),
        Buffer.alloc(160),
      ),
    );
  }
  async function offer(options: { iceRestart?: boolean } = {}): Promise<string> {
    const made = await browser.createOffer(options);
    for (const { connection } of browser.iceTransports) connection.stunServer = undefined;
    await browser.setLocalDescription(made);
    const answer = await carrier.answer(browser.localDescription!.sdp);
    await browser.setRemoteDescription({ type: 'answer', sdp: answer });
    for (const transport of browser.iceTransports)
      if (options.iceRestart) transport.start().catch(() => undefined);
    return answer;
  }
  async function hearEachOther(): Promise<void> {
    const [before, beforeThat] = [heardByBrowser, heardByCarrier];
    await until('the browser hears the carrier', () => heardByBrowser > before + 5);
    await until('the carrier hears the browser', () => heardByCarrier > beforeThat + 5);
  }

  it('says for the session that it asks for no consent, as Twilio does', async () => {
    const [session] = (await offer()).split('\r\nm=');
    assert.match(session!, /^a=ice-lite$/m);
  });

  it('sends and hears again, with one line of sound as before', async () => {
    await hearEachOther();
    const answer = await offer({ iceRestart: true });
    assert.equal(answer.match(/^m=audio /gm)!.length, 1);
    await hearEachOther();
  });
});
