import LiveWallAlerts from 'c/liveWallAlerts';
import { click, eventDetails, show, textOf } from 'test/dom';

const ALERT = { key: 'help 1', callId: 'call-1', text: 'Jo Kim needs help: Pricing' };

describe('the alerts of the wall', () => {
  it('are said in one line, and name their call', async () => {
    const element = await show('c-live-wall-alerts', LiveWallAlerts, { alerts: [ALERT] });
    const shown = eventDetails(element, 'show');
    expect(textOf(element)).toBe('Jo Kim needs help: Pricing');
    await click(element, 'button');
    expect(shown).toEqual([{ callId: 'call-1' }]);
    await expect(element).toBeAccessible();
  });

  it('say that there are none', async () => {
    const element = await show('c-live-wall-alerts', LiveWallAlerts, {});
    expect(textOf(element)).toBe('No alerts');
    await expect(element).toBeAccessible();
  });
});
