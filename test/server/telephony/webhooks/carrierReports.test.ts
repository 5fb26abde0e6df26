import assert from 'node:assert/strict';
import type { CarrierFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { startCarrierStage, type CarrierStage } from '../../../support/carrierStage.ts';
import { until } from '../../../support/until.ts';

const PHONE = '+14155550142';

/** One word per fact, so that a call reads as a line. */
function told(fact: CarrierFact): string {
  switch (fact.type) {
    case 'conference-started':
    case 'conference-ended':
      return fact.type;
    case 'participant-status':
      return `${fact.party.role} ${fact.status}`;
    case 'announcement-ended':
      return `announcement ${fact.status}`;
    case 'recording-status':
      return `recording ${fact.status}`;
    case 'answer-detected':
      return `answered by ${fact.by}`;
    case 'recording-transcribed':
      return 'recording transcribed';
    default:
      return `${fact.party.role} ${fact.type.replace('participant-', '')}${fact.type === 'participant-left' ? '' : ` ${fact.audibleTo}${fact.onHold ? ' on hold' : ''}`}`;
  }
}

describe('what the carrier reports of a call', () => {
  let stage: CarrierStage;
  let calls = 0;
  let callId = '';

  before(async () => {
    stage = await startCarrierStage({ repUserId: '005000000000003AAA' });
  });
  after(() => stage.stop());
  beforeEach(() => {
    callId = `call-${++calls}`;
  });

  const story = (): string[] =>
    stage.reported.filter(({ fact }) => fact.callId === callId).map(({ fact }) => told(fact));
  const tells = (line: string) =>
    until(`the carrier to tell “${line}”; it told ${story().join(', ')}`, () =>
      story().includes(line),
    );

  it('is signed, each time', async () => {
    await stage.admit(callId, { role: 'rep' });
    await tells('rep joined everyone');
    assert.deepEqual(stage.unsigned, []);
  });

  it('names the ringing of a customer whom we dial, and her joining', async () => {
    await stage.admit(callId, { role: 'rep' });
    await stage.control.dialCustomer({ callId, orgId: 'o-1', phone: PHONE });
    for (const line of [
      'customer initiated',
      'customer ringing',
      'customer answered',
      'customer joined everyone',
      'conference-started',
    ])
      await tells(line);
  });

  it('says why nobody came', async () => {
    await stage.carrier('POST', 'scripts', {
      address: '+14155550199',
      script: { never: 'busy', ringMs: 1 },
    });
    await stage.admit(callId, { role: 'rep' });
    await stage.control.dialCustomer({ callId, orgId: 'o-1', phone: '+14155550199' });
    await tells('customer busy');
  });

  it('follows the supervisor from monitor over whisper to barge and back, who joins once (D30, D35)', async () => {
    await stage.admit(callId, { role: 'customer' });
    const rep = await stage.admit(callId, { role: 'rep' });
    const supervisor = await stage.admit(callId, { role: 'supervisor', interventionId: 'i-1' });
    await tells('supervisor joined nobody');
    await stage.control.set(supervisor, {
      audibleTo: 'rep',
      whispersToConnectionId: rep.connectionId,
    });
    await tells('supervisor changed rep');
    await stage.control.set(supervisor, { audibleTo: 'everyone' });
    await tells('supervisor changed everyone');
    await stage.control.set(supervisor, { audibleTo: 'nobody' });
    await tells('supervisor changed nobody');
    await stage.control.remove(supervisor);
    await tells('supervisor left');
    assert.equal(story().filter((line) => line.startsWith('supervisor joined')).length, 1);
  });

  it('says who ended it', async () => {
    const customer = await stage.admit(callId, { role: 'customer' });
    await stage.admit(callId, { role: 'rep' });
    await stage.control.remove(customer);
    const ended = await until('the end', () =>
      stage.reported.find(({ fact }) => fact.callId === callId && fact.type === 'conference-ended'),
    );
    assert.equal(
      ended.fact.type === 'conference-ended' && ended.fact.endedByConnectionId,
      customer.connectionId,
    );
  });

  it('says of a rep why they left: taken off, or with the end of the conference', async () => {
    const leftBy = (role: string) =>
      until(`the ${role}’s leaving`, () =>
        stage.reported
          .map(({ fact }) => fact)
          .find(
            (fact) =>
              fact.callId === callId &&
              fact.type === 'participant-left' &&
              fact.party.role === role,
          ),
      );
    await stage.admit(callId, { role: 'customer' });
    const rep = await stage.admit(callId, { role: 'rep' });
    await stage.control.remove(rep);
    const because = async (role: string) => {
      const fact = await leftBy(role);
      return fact.type === 'participant-left' && fact.because;
    };
    assert.equal(await because('rep'), 'removed');
    await stage.control.endCall(rep.conferenceId);
    assert.equal(await because('customer'), 'conference_ended');
  });

  it('has one key however often it is told', async () => {
    await stage.carrier('POST', 'faults', { doubleNext: 1 });
    await stage.admit(callId, { role: 'rep' });
    const keys = await until('the joining, twice', () => {
      const joins = stage.reported.filter(
        ({ fact }) => fact.callId === callId && fact.type === 'participant-joined',
      );
      return joins.length === 2 ? joins.map(({ key }) => key) : undefined;
    });
    assert.equal(new Set(keys).size, 1);
  });
});
