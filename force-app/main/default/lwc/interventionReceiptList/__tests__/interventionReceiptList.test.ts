import answer from '@salesforce/apex/DealsideBargeReceipts.answer';
import forOpportunity from '@salesforce/apex/DealsideBargeReceipts.forOpportunity';
import InterventionReceiptList from 'c/interventionReceiptList';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { aCall, anIntervention, DANA, MAYA, OPPORTUNITY } from 'test/builders';
import { check, click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideBargeReceipts.forOpportunity',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideBargeReceipts.answer',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const loads = forOpportunity as unknown as jest.Mock;
const answers = answer as unknown as jest.Mock;
const receipt = (Id: string, rep: string) => ({
  Id,
  Highest_Mode__c: 'Whisper',
  Rep__c: rep,
  Rep__r: { Name: 'Rep' },
  Supervisor__r: { Name: 'Sam' },
});
const shown = () =>
  show('c-intervention-receipt-list', InterventionReceiptList, { recordId: '006' });

describe('the receipts of a deal', () => {
  it('load, and ask a rep about own calls only', async () => {
    loads.mockResolvedValueOnce([receipt('a1', MAYA), receipt('a2', DANA)]);
    const element = await shown();
    expect(loads).toHaveBeenLastCalledWith({ opportunityId: '006' });
    expect(findAll(element, '[data-action=answer]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('keep what the rep says', async () => {
    loads.mockResolvedValueOnce([receipt('a1', MAYA)]);
    answers.mockResolvedValueOnce(undefined);
    const element = await shown();
    await check(element, 'input[value=neutral]');
    await click(element, '[data-action=answer]');
    await settled();
    expect(answers).toHaveBeenCalledWith({
      answers: [{ interventionId: 'a1', verdict: 'neutral', reply: '' }],
    });
    expect(textOf(element)).toContain('Rep says: Neutral');
  });

  it('say why an answer was refused, and keep the form', async () => {
    loads.mockResolvedValueOnce([receipt('a1', MAYA)]);
    answers.mockRejectedValueOnce({
      body: { message: 'Only the rep on this call can say whether it helped.' },
    });
    const element = await shown();
    await check(element, 'input[value=hurt]');
    await click(element, '[data-action=answer]');
    await settled();
    expect(textOf(element)).toContain('Only the rep on this call');
    expect(findAll(element, '[data-action=answer]')).toHaveLength(1);
  });

  it('have a new one as soon as Salesforce does, without a reload', async () => {
    jest.useFakeTimers();
    const server = new FakeServer();
    loads.mockReset().mockResolvedValue([]);
    const element = await show('c-intervention-receipt-list', InterventionReceiptList, {
      recordId: OPPORTUNITY,
    });
    await server.snapshot({ calls: [aCall({ interventions: [anIntervention('barge')] })] });
    expect(loads).toHaveBeenCalledTimes(1);
    await server.sends('call', aCall());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(loads).toHaveBeenCalledTimes(2);
    loads.mockResolvedValue([{ ...receipt('a1', DANA), External_Id__c: 'intervention-1' }]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(findAll(element, 'c-intervention-receipt')).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(loads).toHaveBeenCalledTimes(3);
  });

  it('and the page around them are read again when Dealside has written of the deal', async () => {
    const server = new FakeServer();
    loads.mockReset().mockResolvedValue([]);
    const element = await show('c-intervention-receipt-list', InterventionReceiptList, {
      recordId: OPPORTUNITY,
    });
    const asked: string[] = [];
    element.parentElement!.addEventListener('lightning__refresh', () => asked.push('refresh'));
    await server.snapshot({});
    await server.sends('written', { callId: 'call-2', recordIds: ['006000000000099'] });
    expect([loads.mock.calls.length, asked]).toEqual([1, []]);
    await server.sends('written', {
      callId: 'call-1',
      recordIds: ['001000000000001', OPPORTUNITY],
    });
    expect([loads.mock.calls.length, asked]).toEqual([2, ['refresh']]);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: OPPORTUNITY }]);
  });

  it('say that there are none', async () => {
    loads.mockResolvedValueOnce([]);
    const element = await shown();
    expect(textOf(element)).toContain('No supervisor activity on this deal');
    await expect(element).toBeAccessible();
  });

  it('say what went wrong, and try again', async () => {
    loads.mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce([]);
    const element = await shown();
    expect(textOf(element)).toContain('[Try again]');
    await click(element, '[data-action=retry]');
    await settled();
    expect(textOf(element)).toContain('No supervisor activity');
  });

  it('say that only the latest are shown where there are more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, place) => receipt(`a${place}`, DANA));
    loads.mockResolvedValueOnce(many(50));
    expect(textOf(await shown())).not.toContain('The latest');
    loads.mockResolvedValueOnce(many(51));
    const element = await shown();
    expect(findAll(element, 'c-intervention-receipt')).toHaveLength(50);
    expect(textOf(element)).toContain('The latest 50 are shown.');
  });

  it('are loading at first', async () => {
    loads.mockReturnValueOnce(new Promise(() => undefined));
    expect(findAll(await shown(), 'lightning-spinner')).toHaveLength(1);
  });

  it('keep the feedback that a rep is typing when they could not be read again', async () => {
    const server = new FakeServer();
    loads
      .mockReset()
      .mockResolvedValueOnce([receipt('a1', MAYA)])
      .mockRejectedValueOnce({ body: { message: 'Salesforce is away.' } });
    const element = await show('c-intervention-receipt-list', InterventionReceiptList, {
      recordId: OPPORTUNITY,
    });
    await check(element, 'input[value=neutral]');
    const reply = find<HTMLTextAreaElement>(element, 'textarea');
    reply.value = 'She found the number';
    await server.snapshot({});
    await server.sends('written', { callId: 'call-1', recordIds: [OPPORTUNITY] });
    await settled();
    expect(textOf(element)).toContain('Salesforce is away.');
    expect(find(element, 'textarea')).toBe(reply);
    expect(reply.value).toBe('She found the number');
    expect(find<HTMLInputElement>(element, 'input[value=neutral]').checked).toBe(true);
  });
});
