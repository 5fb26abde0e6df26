import assert from 'node:assert/strict';
import { answered, type Drives } from './driven.ts';

export const STREAMS: Drives = {
  'POST /Calls/{CallSid}/Streams.json': async (driven) => {
    await driven.client.calls(await answered(driven)).streams.create({
      url: driven.socketUrl,
      name: 'ours',
      track: 'inbound_track',
      'parameter1.name': 'n',
      'parameter1.value': 'v',
    });
  },
  'POST /Calls/{CallSid}/Streams/{Sid}.json': async (driven) => {
    const callSid = await answered(driven);
    const { sid } = await driven.client.calls(callSid).streams.create({ url: driven.socketUrl });
    assert.equal(
      (await driven.client.calls(callSid).streams(sid).update({ status: 'stopped' })).status,
      'stopped',
    );
  },
  'POST /Calls/{CallSid}/Transcriptions.json': async (driven) => {
    await driven.client.calls(await answered(driven)).transcriptions.create({
      name: 'ours',
      track: 'inbound_track',
      partialResults: true,
      languageCode: 'en-US',
    });
  },
  'POST /Calls/{CallSid}/Transcriptions/{Sid}.json': async (driven) => {
    const callSid = await answered(driven);
    const { sid } = await driven.client.calls(callSid).transcriptions.create({});
    assert.equal(
      (await driven.client.calls(callSid).transcriptions(sid).update({ status: 'stopped' })).status,
      'stopped',
    );
  },
};
