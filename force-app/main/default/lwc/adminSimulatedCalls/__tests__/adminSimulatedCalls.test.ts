import AdminSimulatedCalls from 'c/adminSimulatedCalls';
import { click, eventDetails, find, findAll, show } from 'test/dom';

const CALL = {
  callId: 'call-1',
  answeredAt: '2026-10-05T15:00:00Z',
  repName: 'Ravi Patel',
  who: [
    {
      userId: '005M',
      name: 'Maya Okafor',
      before: ['monitor', 'whisper'],
      after: ['monitor', 'whisper'],
    },
    { userId: '005D', name: 'Dana Whitfield', before: ['barge'], after: [] },
  ],
};
const shown = (more: object = {}) =>
  show('c-admin-simulated-calls', AdminSimulatedCalls, {
    calls: [CALL, { ...CALL, callId: 'call-2', who: [] }],
    ...more,
  });

describe('the simulated calls', () => {
  it('name who could have joined and how, under both policies where these differ', async () => {
    const element = await shown();
    const [same, changed, nobody] = findAll(element, 'li').map((item) => item.textContent);
    expect(same).toMatch(/Maya Okafor.*Monitor, Whisper/);
    expect(changed).toMatch(/Dana Whitfield.*Barge/);
    expect(findAll(element, 'li.error').map((item) => item.textContent)).toEqual([nobody]);
    await expect(element).toBeAccessible();
  });

  it('fire that more are wanted, while there are more', async () => {
    const element = await shown({ hasMore: true });
    const more = eventDetails(element, 'more');
    await click(element, '[data-action=more-calls]');
    expect(more).toHaveLength(1);
    expect(
      find<HTMLButtonElement>(
        await shown({ hasMore: true, isLoading: true }),
        '[data-action=more-calls]',
      ).disabled,
    ).toBe(true);
    expect(findAll(await shown(), '[data-action=more-calls]')).toHaveLength(0);
  });
});
