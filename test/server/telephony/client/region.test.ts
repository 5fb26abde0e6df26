import assert from 'node:assert/strict';
import { createTwilioClient } from '../../../../server/telephony/client/client.ts';
import { edgesIn, hostIn, regionFaults } from '../../../../server/telephony/client/region.ts';
import { createRecordingMedia } from '../../../../server/telephony/recordings/recordings.ts';
import { ACCOUNT, startLocalCarrier, type LocalCarrier } from '../../../support/localCarrier.ts';

describe('a region of Twilio', () => {
  it('has a host with its edge and its name, and us1 the short one', () => {
    assert.deepEqual(
      (['us1', 'ie1', 'au1'] as const).map((region) => hostIn(region)),
      ['api.twilio.com', 'api.dublin.ie1.twilio.com', 'api.sydney.au1.twilio.com'],
    );
  });

  it('has softphones connect through its own edge, and in us1 through the nearest', () => {
    assert.deepEqual(
      (['us1', 'ie1', 'au1'] as const).map((region) => edgesIn(region)),
      [[], ['dublin'], ['sydney']],
    );
  });

  it('goes with edges and an address of its own: what does not is named in one line', () => {
    const faults = (region: 'us1' | 'ie1' | 'au1', edges: string[], apiUrl?: string) =>
      regionFaults({ region, edges, apiUrl });
    assert.deepEqual(faults('us1', ['frankfurt', 'roaming']), []);
    assert.deepEqual(
      faults('ie1', ['dublin', 'frankfurt'], 'https://api.dublin.ie1.twilio.com'),
      [],
    );
    assert.deepEqual(faults('ie1', [], 'http://127.0.0.1:8432'), []);
    assert.deepEqual(faults('ie1', ['sydney', 'dublin']), [
      'TWILIO_EDGES must begin with dublin or london-ix where TWILIO_REGION is ie1',
    ]);
    assert.deepEqual(faults('us1', ['ireland']), [
      'TWILIO_EDGES names ireland, which is not an edge location of Twilio',
    ]);
    for (const apiUrl of ['https://api.ie1.twilio.com', 'https://api.twilio.com'])
      assert.deepEqual(faults('ie1', [], apiUrl), [
        'TWILIO_API_URL must be https://api.dublin.ie1.twilio.com where TWILIO_REGION is ie1, or unset',
      ]);
  });
});

describe('a carrier in Ireland', () => {
  let local: LocalCarrier;
  before(async () => {
    local = await startLocalCarrier({ region: 'ie1' });
  });
  after(() => local.carrier.stop());

  const account = (region: 'us1' | 'ie1' | 'au1') => ({
    ...ACCOUNT,
    region,
    apiUrl: `http://127.0.0.1:${local.carrier.port}`,
  });
  const list = (region: 'us1' | 'ie1' | 'au1') =>
    createTwilioClient(account(region))
      .conferences.list({ limit: 1 })
      .then(
        () => 'listed',
        ({ status, code }: { status: number; code: number }) => [status, code],
      );

  it('knows credentials of its own region, and of no other', async () => {
    assert.equal(await list('ie1'), 'listed');
    assert.deepEqual(await list('us1'), [401, 20003]);
    assert.deepEqual(await list('au1'), [401, 20003]);
  });

  it('is reached by the full host, whatever the official client makes of the environment', async () => {
    const { TWILIO_REGION } = process.env;
    process.env.TWILIO_REGION = 'ie1';
    try {
      assert.equal(await list('ie1'), 'listed');
    } finally {
      if (TWILIO_REGION === undefined) delete process.env.TWILIO_REGION;
      else process.env.TWILIO_REGION = TWILIO_REGION;
    }
    const retired = await fetch(
      `http://127.0.0.1:${local.carrier.port}/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences.json`,
      { headers: { 'x-twilio-host': 'api.ie1.twilio.com' } },
    ).catch(() => 'no answer');
    assert.equal(retired, 'no answer');
  });

  it('has its own recordings', async () => {
    const unknown = `RE${'0'.repeat(32)}`;
    assert.equal(await createRecordingMedia(account('ie1')).open(unknown), undefined);
    await assert.rejects(createRecordingMedia(account('us1')).open(unknown), /401/);
  });

  it('takes no offense at removing a recording that it has no more', async () => {
    const unknown = `RE${'0'.repeat(32)}`;
    await createRecordingMedia(account('ie1')).remove(unknown);
    await assert.rejects(createRecordingMedia(account('us1')).remove(unknown), /401/);
  });
});
