import CoachingDebrief from 'c/coachingDebrief';
import { click, eventDetails, find, findAll, show, textOf, type } from 'test/dom';
import { settled } from 'test/server';

const DEBRIEF = {
  Id: 'a01',
  Opportunity__r: { Name: 'Brightwater roll-out' },
  Rep__r: { Name: 'Ravi Patel' },
  Supervisor__r: { Name: 'Maya Okafor' },
};
const shown = (more: object = {}) =>
  show('c-coaching-debrief', CoachingDebrief, {
    debrief: { ...DEBRIEF, ...more },
    mayWrite: true,
  });

describe('a planned debrief', () => {
  it('says with whom it is, about what, and until when', async () => {
    const element = await shown({ Coaching_Due_On__c: '2099-01-05' });
    expect(textOf(element)).toMatch(/Brightwater roll-out.*Ravi Patel.*2099/);
    expect(findAll(element, '.overdue')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('without a deal says with which customer the call was, and when', async () => {
    const call = { External_Id__c: 'i1', Joined_At__c: '2026-11-20T17:00:00.000Z' };
    const customerOf = async (element: HTMLElement) => {
      find(element, 'c-coaching-scores').dispatchEvent(
        new CustomEvent('stage', { detail: { stage: 'ready', customerName: 'Marcus Hale' } }),
      );
      await settled();
    };
    const without = await shown({ ...call, Opportunity__r: undefined });
    await customerOf(without);
    expect(textOf(without)).toMatch(
      /Ravi Patel and Maya Okafor Call with Marcus Hale, \w+ 20, 2026/,
    );
    await expect(without).toBeAccessible();
    const onDeal = await shown(call);
    await customerOf(onDeal);
    expect(textOf(onDeal)).not.toContain('Marcus Hale');
  });

  describe('of which Salesforce does not know yet that both did their part', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    it('is looked at again until it does, and not after it is gone', async () => {
      const element = await shown({ External_Id__c: 'i1', Coaching_Stage__c: 'rep_reads' });
      const looks = eventDetails(element, 'look');
      await jest.advanceTimersByTimeAsync(60_000);
      expect(looks).toHaveLength(0);
      find(element, 'c-coaching-scores').dispatchEvent(
        new CustomEvent('stage', { detail: { stage: 'ready', customerName: 'Marcus Hale' } }),
      );
      await jest.advanceTimersByTimeAsync(25_000);
      expect(looks).toHaveLength(2);
      expect(findAll(element, '[data-action=write-up]')).toHaveLength(0);
      Object.assign(element, {
        debrief: { ...DEBRIEF, External_Id__c: 'i1', Coaching_Stage__c: 'ready' },
      });
      await jest.advanceTimersByTimeAsync(60_000);
      expect(looks).toHaveLength(2);
      expect(findAll(element, '[data-action=write-up]')).toHaveLength(1);

      const other = await shown({ External_Id__c: 'i2', Coaching_Stage__c: 'rep_reads' });
      const othersLooks = eventDetails(other, 'look');
      find(other, 'c-coaching-scores').dispatchEvent(
        new CustomEvent('stage', { detail: { stage: 'ready', customerName: 'Marcus Hale' } }),
      );
      other.remove();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(othersLooks).toHaveLength(0);
    });
  });

  it('says that it is overdue', async () => {
    const element = await shown({ Coaching_Due_On__c: '2020-01-06' });
    expect(findAll(element, '.overdue')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('is written up with what to do next time, and as a knowledge gap (V12)', async () => {
    const element = await shown();
    const finished = eventDetails(element, 'finish');
    await click(element, '[data-action=write-up]');
    await click(element, '[data-action=finish]');
    expect(find(element, '#next-error, [role=alert]').textContent).not.toBe('');
    await expect(element).toBeAccessible();
    await type(element, '[data-field=what]', ' The price came first. ');
    await type(element, '[data-field=next]', ' Ask first. ');
    await type(element, '[data-field=observation]', 'knowledge_gap');
    await click(element, '[data-action=finish]');
    expect(finished).toEqual([
      {
        interventionId: 'a01',
        whatHappened: 'The price came first.',
        nextTime: 'Ask first.',
        observation: 'knowledge_gap',
      },
    ]);
  });

  it('is only read by the rep: notes are the supervisor’s to write', async () => {
    const element = await show('c-coaching-debrief', CoachingDebrief, { debrief: DEBRIEF });
    expect(textOf(element)).toContain('Maya Okafor logs this debrief.');
    expect(findAll(element, '[data-action=write-up]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
