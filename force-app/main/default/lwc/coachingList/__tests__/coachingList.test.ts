import due from '@salesforce/apex/DealsideCoachingDebriefs.due';
import finish from '@salesforce/apex/DealsideCoachingDebriefs.finish';
import CoachingList from 'c/coachingList';
import { check, click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideCoachingDebriefs.due',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideCoachingDebriefs.finish',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_All_Calls',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);

const loads = due as unknown as jest.Mock;
const finishes = finish as unknown as jest.Mock;
const debrief = (Id: string, Coaching_Due_On__c?: string) => ({
  Id,
  Coaching_Due_On__c,
  Opportunity__r: { Name: `Deal ${Id}` },
  Rep__r: { Name: 'Ravi' },
  Supervisor__c: '005Dn000000000bIAQ',
  Supervisor__r: { Name: 'Maya' },
});
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/debriefs/of-calls', { debriefs: [] });
});
const shown = () => show('c-coaching-list', CoachingList, {});

describe('the coaching list', () => {
  it('shows what is due, and what is overdue', async () => {
    loads.mockResolvedValueOnce([debrief('1', '2000-01-03'), debrief('2', '2999-01-04')]);
    const text = textOf(await shown());
    expect(text).toContain('Overdue since Jan 3, 2000');
    expect(text).toContain('Due Jan 4, 2999');
  });

  it('shows the three most pressing, and all when they are asked for', async () => {
    loads.mockResolvedValueOnce(['1', '2', '3', '4'].map((id) => debrief(id)));
    const element = await shown();
    expect(findAll(element, 'c-coaching-debrief')).toHaveLength(3);
    const others = find<HTMLElement & { label: string }>(element, '[data-action=others-to-hold]');
    expect(others.label).toBe('Show all 4 debriefs');
    await click(element, '[data-action=others-to-hold]');
    expect(findAll(element, 'c-coaching-debrief')).toHaveLength(4);
    expect(others.label).toBe('Show fewer');
  });

  it('names the two people once, below the deal or in its place', async () => {
    const { Opportunity__r: _deal, ...withoutDeal } = debrief('2');
    loads.mockResolvedValueOnce([debrief('1'), withoutDeal]);
    const named = textOf(await shown()).match(/Ravi and Maya/g);
    expect(named).toHaveLength(2);
  });

  it('reads again what Salesforce knows of a debrief that waits for it', async () => {
    const late = { ...debrief('1'), External_Id__c: 'i1', Coaching_Stage__c: 'rep_reads' };
    loads.mockResolvedValueOnce([late]);
    loads.mockResolvedValueOnce([{ ...late, Coaching_Stage__c: 'ready' }]);
    const element = await shown();
    const one = find<HTMLElement & { debrief: typeof late }>(element, 'c-coaching-debrief');
    one.dispatchEvent(new CustomEvent('look'));
    await settled();
    expect(one.debrief.Coaching_Stage__c).toBe('ready');
  });

  it('has a debrief that was planned meanwhile, without a reload', async () => {
    loads.mockResolvedValueOnce([]);
    const element = await shown();
    await server.snapshot({});
    loads.mockResolvedValueOnce([debrief('1')]);
    await server.sends('written', { callId: 'call-1', recordIds: [] });
    expect(textOf(element)).toContain('Deal 1');
  });

  it('asks to rate the coaching of debriefs that were held, and keeps the answer in sight', async () => {
    loads.mockResolvedValueOnce([]);
    const held = {
      debriefId: 'i7',
      you: 'supervisor' as const,
      rep: 'Ravi',
      supervisor: 'Maya',
      customerName: 'Priya Raman',
      closedAt: '2026-11-27T10:00:00Z',
      ratings: {},
    };
    server.on('GET /api/debriefs/to-rate', { debriefs: [held] });
    const ratings = { yours: { value: 3 }, others: { value: 4 } };
    server.on('POST /api/debriefs/i7/rating', { ...held, ratings });
    const element = await shown();
    await settled();
    expect(textOf(element)).toContain('With Ravi on the call with Priya Raman, held Nov 27, 2026');
    await expect(element).toBeAccessible();
    await check(element, 'input[value="3"]');
    await click(element, '[data-action=rate]');
    await settled();
    expect(textOf(element)).toContain('Ravi rated it 4 of 5.');
    expect(textOf(element)).not.toContain('No debriefs planned');
  });

  it('asks for three ratings at once, and for the others when they are opened', async () => {
    loads.mockResolvedValueOnce([]);
    const debriefs = ['i1', 'i2', 'i3', 'i4', 'i5'].map((debriefId) => ({
      debriefId,
      you: 'supervisor' as const,
      rep: 'Ravi',
      supervisor: 'Maya',
      customerName: 'Priya Raman',
      closedAt: '2026-11-27T10:00:00Z',
      ratings: {},
    }));
    server.on('GET /api/debriefs/to-rate', { debriefs });
    const element = await shown();
    await settled();
    expect(findAll(element, '[data-rating]')).toHaveLength(3);
    const others = find<HTMLElement & { label: string }>(element, '[data-action=others-to-rate]');
    expect(others.label).toBe('Show all 5 to rate');
    await click(element, '[data-action=others-to-rate]');
    expect(findAll(element, '[data-rating]')).toHaveLength(5);
    await expect(element).toBeAccessible();
    await click(element, '[data-action=others-to-rate]');
    expect(findAll(element, '[data-rating]')).toHaveLength(3);
  });

  it('has overdue debriefs below this person, who may hold none', async () => {
    loads.mockResolvedValueOnce([]);
    server.on('GET /api/debriefs/escalated', {
      debriefs: [
        {
          debriefId: 'i9',
          rep: 'Ravi',
          supervisor: 'Maya',
          customerName: 'Priya Raman',
          dueOn: '2026-11-27',
        },
      ],
    });
    const element = await shown();
    await settled();
    expect(textOf(element)).toContain('Overdue on your teams');
    expect(textOf(element)).toContain('Call with Priya Raman: overdue since Nov 27, 2026');
    expect(textOf(element)).not.toContain('No debriefs planned');
    await expect(element).toBeAccessible();
  });

  it('has a debrief written up, and drops it (D14)', async () => {
    loads.mockResolvedValueOnce([debrief('1')]);
    finishes.mockResolvedValueOnce(undefined);
    const element = await shown();
    await click(element, '[data-action=write-up]');
    await expect(element).toBeAccessible();
    await type(element, '[data-field=what]', 'Talked over her.');
    await click(element, '[data-action=finish]');
    expect(find(element, '[role=alert]').textContent).toBe('Enter what to do next time.');
    await type(element, '[data-field=next]', ' Wait for the question. ');
    await click(element, '[data-action=finish]');
    await settled();
    expect(finishes).toHaveBeenCalledWith({
      debriefs: [
        {
          interventionId: '1',
          whatHappened: 'Talked over her.',
          nextTime: 'Wait for the question.',
        },
      ],
    });
    expect(textOf(element)).toContain('No debriefs planned');
  });

  it('has the server close the task of the rep, and says where it is left open (D14)', async () => {
    const path = '/api/debriefs/intervention-1';
    const planned = {
      ...debrief('1'),
      External_Id__c: 'intervention-1',
      Coaching_Stage__c: 'ready',
    };
    server.on(`GET ${path}/details`, {
      debriefId: 'intervention-1',
      stage: 'ready',
      you: 'supervisor',
      rep: 'Ravi',
      supervisor: 'Maya',
      items: [],
    });
    const close = async (): Promise<HTMLElement> => {
      loads.mockResolvedValueOnce([planned]);
      finishes.mockResolvedValueOnce(undefined);
      const element = await shown();
      await settled();
      await click(element, '[data-action=write-up]');
      await type(element, '[data-field=next]', 'Wait.');
      await click(element, '[data-action=finish]');
      await settled();
      return element;
    };
    server.refuses(`POST ${path}/close`, 503, { code: 'server', message: 'Not now.' });
    expect(textOf(await close())).toContain("the rep's task isn't yet. Not now.");
    server.on(`POST ${path}/close`, undefined, 204);
    expect(textOf(await close())).not.toContain('task');
    expect(server.posted(`${path}/close`)).toHaveLength(2);
  });

  it('has a debrief of a call among them by its day, which the server alone closes', async () => {
    loads.mockResolvedValueOnce([debrief('1', '2999-01-04'), debrief('2', '2999-01-06')]);
    const path = '/api/debriefs/d1';
    server.on('GET /api/debriefs/of-calls', {
      debriefs: [
        {
          debriefId: 'd1',
          about: { kind: 'flag' },
          rep: { userId: '005R', name: 'Ravi' },
          supervisor: { userId: '005Dn000000000bIAQ', name: 'Maya' },
          customerName: 'Priya Raman',
          opportunity: { opportunityId: '006', name: 'Halcyon' },
          startedAt: '2026-11-30T10:00:00Z',
          dueOn: '2999-01-05',
          note: 'The price.',
        },
      ],
    });
    server.on(`GET ${path}/details`, {
      debriefId: 'd1',
      stage: 'ready',
      you: 'supervisor',
      rep: 'Ravi',
      supervisor: 'Maya',
      items: [],
    });
    const element = await shown();
    await settled();
    const headings = findAll(element, 'h3').map((one) => one.textContent);
    expect(headings).toEqual(['Deal 1', 'Halcyon', 'Deal 2']);
    expect(textOf(element)).toMatch(/The rep flagged a moment The price\. Due/);
    await expect(element).toBeAccessible();
    finishes.mockClear();
    server.on(`POST ${path}/close`, undefined, 204);
    const [, ofCall] = findAll<HTMLElement>(element, 'c-coaching-debrief');
    await click(ofCall!, '[data-action=write-up]');
    expect(findAll(ofCall!, '[data-field=observation]')).toHaveLength(0);
    await type(ofCall!, '[data-field=next]', ' Name the price first. ');
    await click(ofCall!, '[data-action=finish]');
    await settled();
    expect(server.posted(`${path}/close`)).toEqual([{ nextTime: 'Name the price first.' }]);
    expect(finishes).not.toHaveBeenCalled();
    expect(textOf(element)).not.toContain('Halcyon');
  });

  describe('with debriefs of calls that come later', () => {
    const ofCall = {
      debriefId: 'd1',
      about: { kind: 'flag' },
      rep: { userId: '005R', name: 'Ravi' },
      supervisor: { userId: '005Dn000000000bIAQ', name: 'Maya' },
      customerName: 'Priya Raman',
      opportunity: { opportunityId: '006', name: 'Halcyon' },
      dueOn: '2000-01-01',
    };

    it('keeps the form that somebody is filling in, though another debrief is due earlier', async () => {
      loads.mockResolvedValueOnce(['1', '2', '3'].map((id) => debrief(id, `2999-01-0${id}`)));
      const release = server.holds('GET /api/debriefs/of-calls');
      server.on('GET /api/debriefs/of-calls', { debriefs: [ofCall] });
      const element = await shown();
      const third = findAll(element, 'c-coaching-debrief')[2]!;
      await click(third, '[data-action=write-up]');
      await type(third, '[data-field=next]', 'Wait.');
      const typed = find<HTMLTextAreaElement>(element, '[data-field=next]');
      release();
      await settled();
      expect(findAll(element, 'h3').map((one) => one.textContent)).toEqual([
        'Halcyon',
        'Deal 1',
        'Deal 2',
        'Deal 3',
      ]);
      expect(find(element, '[data-field=next]')).toBe(typed);
      expect(findAll(element, '[data-action=others-to-hold]')).toHaveLength(0);
    });

    it('says that they could not be read, not that nothing is planned, and reads them again', async () => {
      loads.mockResolvedValueOnce([]);
      server.refuses('GET /api/debriefs/of-calls', 503, { code: 'server', message: 'Not now.' });
      const element = await shown();
      await settled();
      expect(textOf(element)).toContain('Not now.');
      expect(textOf(element)).not.toContain('No debriefs planned');
      await expect(element).toBeAccessible();
      loads.mockResolvedValueOnce([]);
      server.on('GET /api/debriefs/of-calls', { debriefs: [ofCall] });
      await click(element, '[data-action=retry]');
      await settled();
      expect(textOf(element)).not.toContain('Not now.');
      expect(textOf(element)).toContain('Halcyon');
    });
  });

  it('keeps what was written when saving fails', async () => {
    loads.mockResolvedValueOnce([debrief('1')]);
    finishes.mockRejectedValueOnce({ body: { message: 'The record is locked.' } });
    const element = await shown();
    await click(element, '[data-action=write-up]');
    await type(element, '[data-field=next]', 'Wait.');
    await click(element, '[data-action=finish]');
    await settled();
    expect(textOf(element)).toContain('The record is locked.');
    expect(findAll(element, '[data-field=next]')).toHaveLength(1);
  });

  it('keeps a half-written debrief when the list could not be read again', async () => {
    loads.mockResolvedValueOnce([debrief('1')]);
    const element = await shown();
    await click(element, '[data-action=write-up]');
    await type(element, '[data-field=next]', 'Wait.');
    const typed = find<HTMLTextAreaElement>(element, '[data-field=next]');
    await server.snapshot({});
    loads.mockRejectedValueOnce({ body: { message: 'Salesforce is away.' } });
    await server.sends('written', { callId: 'call-1', recordIds: [] });
    await settled();
    expect(textOf(element)).toContain('Salesforce is away.');
    expect(find(element, '[data-field=next]')).toBe(typed);
    expect(typed.value).toBe('Wait.');
  });

  it('says that only those due first are listed where there are more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, place) => debrief(String(place)));
    loads.mockResolvedValueOnce(many(200));
    expect(textOf(await shown())).not.toContain('due first');
    loads.mockResolvedValueOnce(many(201));
    const text = textOf(await shown());
    expect(text).toContain('Show all 200 debriefs');
    expect(text).toContain('The 200 that are due first are shown.');
  });

  it('says that nothing is planned', async () => {
    loads.mockResolvedValueOnce([]);
    const element = await shown();
    expect(textOf(element)).toContain('No debriefs planned');
    await expect(element).toBeAccessible();
  });
});
