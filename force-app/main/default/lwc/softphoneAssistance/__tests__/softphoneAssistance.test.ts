import SoftphoneAssistance from 'c/softphoneAssistance';
import { aCall, anIntervention, MAYA, ownCall, WORDS } from 'test/builders';
import { eventDetails, findAll, show, textOf } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
});
const shown = () => show('c-softphone-assistance', SoftphoneAssistance, {});
const asking = (callId: string, more: object = {}) =>
  aCall({
    callId,
    help: {
      helpRequestId: `h-${callId}`,
      status: 'open',
      reasonCode: 'pricing',
      reasonLabel: 'Pricing or discount',
      note: 'Wants 20 % off.',
      at: '2026-11-20T10:00:30.000Z',
    },
    ...more,
  });

describe('help in the softphone', () => {
  it('is not there while nobody asks and nobody is on a call', async () => {
    const element = await shown();
    await server.snapshot({ calls: [aCall()] });
    expect(textOf(element)).toBe('');
  });

  it('is offered to a rep on their own call', async () => {
    const element = await shown();
    await server.snapshot({ calls: [ownCall()] });
    expect(findAll(element, 'c-call-assistance')).toHaveLength(1);
  });

  it('shows a supervisor everybody who asks, with their words', async () => {
    const element = await shown();
    await server.snapshot({ calls: [asking('a'), aCall({ callId: 'b' }), asking('c')] });
    expect(findAll(element, 'c-call-help-card')).toHaveLength(2);
    expect(textOf(element)).toContain('Wants 20 % off.');
    await expect(element).toBeAccessible();
  });

  it('keeps a request that she gave back, without saying that she is asked', async () => {
    const element = await shown();
    const told = eventDetails(element, 'asked');
    await server.snapshot({ calls: [asking('a')] });
    const { help } = asking('a');
    const givenBackBy = { userId: MAYA, name: 'Maya Okafor' };
    await server.sends('call', asking('a', { help: { ...help!, isOffered: false, givenBackBy } }));
    expect(findAll(element, 'c-call-help-card')).toHaveLength(1);
    expect(told.at(-1)).toEqual({ text: undefined });
  });

  it('shows nobody any more once she is there', async () => {
    const element = await shown();
    await server.snapshot({ calls: [asking('a')] });
    await server.sends('call', asking('a', { interventions: [anIntervention('monitor')] }));
    expect(findAll(element, 'c-call-help-card')).toHaveLength(0);
  });
});
