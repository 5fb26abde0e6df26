import CallTakenOff from 'c/callTakenOff';
import { aCall, anIntervention, aTakenOff, OPPORTUNITY } from 'test/builders';
import { click, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
});

const shown = (recordId?: string) =>
  show('c-call-taken-off', CallTakenOff, { ...(recordId && { recordId }) });
const sections = (element: HTMLElement) => findAll(element, '[data-taken-off]').length;
const goes = (callId: string, more: object = {}) =>
  server.sends('gone', { callId, takenOff: aTakenOff(more) });

describe('a supervisor who was taken off a call', () => {
  it('reads whose call it was, why, and what to do, though the call is gone', async () => {
    const element = await shown();
    await server.snapshot({ calls: [aCall()] });
    expect(sections(element)).toBe(0);
    await goes('call-1');
    expect(textOf(element)).toContain(
      "You were taken off Ravi Patel's call The permission to monitor covertly has ended. Join as usual.",
    );
    await server.snapshot();
    expect(sections(element)).toBe(1);
    await expect(element).toBeAccessible();
  });

  it('reads it of a call that is shown on', async () => {
    const element = await shown();
    await server.snapshot({
      calls: [aCall({ you: { ...aCall().you, takenOff: aTakenOff({ hint: undefined }) } })],
    });
    expect(textOf(element)).toContain('The permission to monitor covertly has ended.');
    await expect(element).toBeAccessible();
  });

  it('reads it on a page that is loaded later, as long as the call goes on', async () => {
    const element = await shown();
    await server.snapshot({ gone: [{ callId: 'call-1', takenOff: aTakenOff() }] });
    expect(textOf(element)).toContain("You were taken off Ravi Patel's call");
  });

  it('closes it once for the whole page, until they are taken off another call', async () => {
    const [wall, softphone] = [await shown(), await shown()];
    await server.snapshot();
    await goes('call-1');
    await click(wall, '[data-action=close-taken-off]');
    await goes('call-1');
    expect([sections(wall), sections(softphone)]).toEqual([0, 0]);
    await goes('call-2', { interventionId: 'i2', at: '2026-11-20T10:06:00.000Z' });
    expect([sections(wall), sections(softphone)]).toEqual([1, 1]);
  });

  it('reads it no longer once they are on a call again, nor after that', async () => {
    const element = await shown();
    await server.snapshot();
    await goes('call-1');
    const other = aCall({ callId: 'call-2', interventions: [anIntervention('monitor')] });
    await server.sends('call', other);
    expect(sections(element)).toBe(0);
    await server.sends('call', { ...other, interventions: [] });
    expect(sections(element)).toBe(0);
  });

  it('reads it on the page of the deal that the call was about, and on no other', async () => {
    const [here, elsewhere] = [await shown(OPPORTUNITY), await shown('006Dn000000000xIAA')];
    await server.snapshot();
    await goes('call-1');
    await settled();
    expect([sections(here), sections(elsewhere)]).toEqual([1, 0]);
  });
});
