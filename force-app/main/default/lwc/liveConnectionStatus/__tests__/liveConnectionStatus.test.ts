import LiveConnectionStatus from 'c/liveConnectionStatus';
import { click, find, show, textOf, eventDetails } from 'test/dom';

const shown = (properties: object) =>
  show('c-live-connection-status', LiveConnectionStatus, properties);

describe('the connection status', () => {
  it.each([
    ['connecting', 'Connecting…'],
    ['live', 'Live'],
    ['lost', 'Connection lost. What you see might be out of date. Reconnecting… No network.'],
    ['refused', 'Dealside refused the connection. No network. [Try again]'],
  ])('when %s reads "%s"', async (status, text) => {
    const element = await shown({ status, reason: { code: 'x', message: 'No network.' } });
    expect(textOf(element)).toBe(text);
    await expect(element).toBeAccessible();
  });

  it('is seen only while something is amiss', async () => {
    const isSeen = async (properties: object) =>
      !find(await shown(properties), '[role=status]').classList.contains('slds-assistive-text');
    expect(await isSeen({ status: 'live' })).toBe(false);
    expect(await isSeen({ status: 'lost' })).toBe(true);
    expect(await isSeen({ status: 'live', staleSince: '2026-11-02T17:05:00.000Z' })).toBe(true);
  });

  it('says from when the permissions are while Salesforce does not confirm them', async () => {
    const element = await shown({ status: 'live', staleSince: '2026-11-02T17:05:00.000Z' });
    expect(textOf(element)).toMatch(
      /^Salesforce isn't responding. Your permissions are from \d+:05.*Monitor and leaving always work/,
    );
    await expect(element).toBeAccessible();
  });

  it('says until when joins are possible as soon as Salesforce does not answer', async () => {
    const element = await shown({ status: 'live', grantsUntil: '2026-11-02T17:05:00.000Z' });
    expect(textOf(element)).toMatch(/^Salesforce isn't responding.*possible until \d+:05/);
    expect(find(element, '[role=status]').classList).not.toContain('slds-assistive-text');
    await expect(element).toBeAccessible();
  });

  it('says first that the connection is lost, where both are so', async () => {
    const element = await shown({ status: 'lost', staleSince: '2026-11-02T17:05:00.000Z' });
    expect(textOf(element)).toMatch(/^Connection lost/);
  });

  it('says to the second as of when what is shown is, while it is not up to date', async () => {
    const element = await shown({ status: 'lost', asOf: Date.parse('2026-11-02T17:05:09.000Z') });
    expect(textOf(element)).toMatch(
      /^Connection lost. What you see might be out of date: it's as of \d+:05:09.*Reconnecting…$/,
    );
    await expect(element).toBeAccessible();
  });

  it('asks to try again', async () => {
    const element = await shown({ status: 'refused' });
    const retries = eventDetails(element, 'retry');
    await click(element, 'lightning-button');
    expect(retries).toHaveLength(1);
  });
});
