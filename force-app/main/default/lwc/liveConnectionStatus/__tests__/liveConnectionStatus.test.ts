import LiveConnectionStatus from 'c/liveConnectionStatus';
import { click, show, textOf, eventDetails } from 'test/dom';

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

  it('asks to try again', async () => {
    const element = await shown({ status: 'refused' });
    const retries = eventDetails(element, 'retry');
    await click(element, 'lightning-button');
    expect(retries).toHaveLength(1);
  });
});
