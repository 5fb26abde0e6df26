import AdminAlertRules from 'c/adminAlertRules';
import { click, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/SessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Administer',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const RULE = {
  name: 'Abuse_en',
  label: 'Abuse',
  family: 'abuse',
  severity: 'attention',
  speaker: 'customer',
  kind: 'said',
  language: 'en',
  phrases: 'you {insult}',
  withinWords: 3,
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/alert-rules', { version: 'abc', rules: [RULE] })
    .on('GET /api/cues', { cues: [], faults: [] });
});
const shown = async () => {
  const element = await show('c-admin-alert-rules', AdminAlertRules, {});
  await settled();
  return element;
};

describe('the page of alert rules', () => {
  it('lists the rules in force, and names a newer version’s faults', async () => {
    server.on('GET /api/alert-rules', {
      version: 'abc',
      rules: [RULE],
      refused: {
        version: 'def',
        faults: [
          {
            rule: 'Mine',
            field: 'phrases',
            recordField: 'Phrases__c',
            code: 'unreadable_phrase',
            value: '{x}',
          },
        ],
      },
    });
    const element = await shown();
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Abuse Abuse Attention said en',
    ]);
    expect(textOf(element)).toContain('Mine: Phrases__c unreadable phrase {x}');
    await expect(element).toBeAccessible();
  });

  it('tries a rule on a sentence', async () => {
    server.on('POST /api/alert-rules/try', {
      faults: [],
      raised: [{ label: 'Abuse', words: ['You', 'idiots'] }],
    });
    const element = await shown();
    await type(element, '[data-field=sentence]', 'You are idiots');
    await click(element, '[data-action=try-rule]');
    await settled();
    expect(textOf(element)).toContain('Raises: You … idiots');
  });

  it('runs a rule over past calls, and shows what it would have raised', async () => {
    server
      .on('POST /api/alert-rules/backtests', { faults: [], backtestId: 'b1' })
      .on('GET /api/alert-rules/backtests/b1', {
        status: 'done',
        done: 2,
        total: 2,
        result: {
          transcripts: 2,
          alerts: 1,
          perDay: 1,
          calls: [{ callId: 'c', words: ['idiots'], text: 'You are idiots.' }],
          marks: { useful: 1, notUseful: 0 },
          difference: { same: 1, added: 0, lost: 0 },
        },
      });
    const element = await shown();
    await click(element, '[data-action=backtest]');
    await settled();
    expect(textOf(element)).toContain('1 alerts in 2 transcripts, 1 a day');
    expect(textOf(element)).toContain('Of those with a mark: 1 useful, 0 not useful');
    await expect(element).toBeAccessible();
  });

  it('follows a run over past calls until it ends', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const run = '/api/alert-rules/backtests/b1';
    server
      .on('POST /api/alert-rules/backtests', { faults: [], backtestId: 'b1' })
      .on(`GET ${run}`, { status: 'running', done: 1, total: 2 });
    const element = await shown();
    await click(element, '[data-action=backtest]');
    await settled();
    expect(textOf(element)).toContain('1 of 2 transcripts');
    server.on(`GET ${run}`, { status: 'failed', done: 1, total: 2, problem: 'Stopped.' });
    jest.advanceTimersByTime(1000);
    await settled();
    expect(textOf(element)).toContain('Stopped.');
    const { length } = server.asked;
    jest.advanceTimersByTime(5000);
    await settled();
    expect(server.asked).toHaveLength(length);
    jest.useRealTimers();
  });
});
