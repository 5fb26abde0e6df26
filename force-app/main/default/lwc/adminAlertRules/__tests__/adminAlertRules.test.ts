import AdminAlertRules from 'c/adminAlertRules';
import { CurrentPageReference } from 'lightning/navigation';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
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
          {
            rule: 'Mine',
            field: 'language',
            recordField: 'Language__c',
            code: 'needs_language',
          },
        ],
      },
    });
    const element = await shown();
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Abuse Abuse Attention said English',
    ]);
    expect(textOf(element)).toContain(
      "Mine, Phrases, one a line: “{x}” can't be read. Correct the phrase.",
    );
    expect(textOf(element)).toContain('Mine, Language: Select a language.');
    await expect(element).toBeAccessible();
  });

  it('shows the phrases of the rule that is picked', async () => {
    const other = { ...RULE, name: 'Price_en', label: 'Price', phrases: 'too expensive' };
    server.on('GET /api/alert-rules', { version: 'abc', rules: [RULE, other] });
    const element = await shown();
    const phrases = () => find<HTMLTextAreaElement>(element, '[name=phrases]').value;
    expect(phrases()).toBe('you {insult}');
    await type(element, '[name=phrases]', 'you fool');
    await type(element, '[data-field=rule]', 'Price_en');
    expect(phrases()).toBe('too expensive');
  });

  it('leads to the record of a rule in Salesforce, and to where one is made for a shipped rule', async () => {
    const own = { ...RULE, name: 'Own_en', label: 'Own' };
    server.on('GET /api/alert-rules', {
      version: 'abc',
      rules: [RULE, own],
      recordIds: { Own_en: 'm05000000000001AAA' },
    });
    const element = await shown();
    const link = () => find<HTMLAnchorElement>(element, '[data-action=open-record]');
    expect(link().getAttribute('href')).toBe('/lightning/setup/CustomMetadata/home');
    expect(textOf(link())).toContain(RULE.name);
    await type(element, '[data-field=rule]', 'Own_en');
    expect(link().getAttribute('href')).toBe(
      '/lightning/setup/CustomMetadata/page?address=%2Fm05000000000001AAA',
    );
    await expect(element).toBeAccessible();
  });

  it('opens with the rule that its address names', async () => {
    const own = { ...RULE, name: 'Own_en', label: 'Own', phrases: 'our own' };
    server.on('GET /api/alert-rules', { version: 'abc', rules: [RULE, own] });
    const element = await shown();
    (CurrentPageReference as unknown as { emit(page: object): void }).emit({
      state: { c__rule: 'Own_en' },
    });
    await settled();
    expect(find<HTMLTextAreaElement>(element, '[name=phrases]').value).toBe('our own');
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
          kept: 9,
          alerts: 3,
          perDay: 1,
          calls: [
            {
              callId: 'c',
              at: '2026-11-20T10:00:00.000Z',
              repName: 'Ravi Shah',
              words: ['idiots'],
              text: 'You are idiots.',
              opportunity: { opportunityId: '006A', name: 'Brightwater' },
            },
          ],
          marks: { useful: 3, notUseful: 1 },
          difference: { same: 1, added: 0, lost: 0 },
        },
      });
    const element = await shown();
    await click(element, '[data-action=backtest]');
    await settled();
    expect(textOf(element)).toContain('Alerts: 3. Transcripts: 2. Alerts a day: 1.');
    expect(textOf(element)).toContain('Tried on the newest 2 of 9 transcripts');
    expect(textOf(element)).toContain(
      '1 of these 3 calls are listed: at most 50, of those that you may read',
    );
    expect(textOf(element)).toContain('Precision 75% (n = 4): 3 marked useful, 1 not useful');
    const [row] = findAll(element, 'tbody tr');
    expect(textOf(row!)).toMatch(/Ravi Shah idiots You are idiots. Brightwater/);
    await expect(element).toBeAccessible();
  });

  it('says that there is no transcript to run over', async () => {
    server.on('POST /api/alert-rules/backtests', { faults: [], backtestId: 'b1' });
    server.on('GET /api/alert-rules/backtests/b1', {
      status: 'done',
      done: 0,
      total: 0,
      result: {
        transcripts: 0,
        alerts: 0,
        perDay: 0,
        calls: [],
        marks: { useful: 0, notUseful: 0 },
      },
    });
    const element = await shown();
    await click(element, '[data-action=backtest]');
    await settled();
    expect(textOf(element)).toContain('No past calls have a transcript yet.');
    expect(textOf(element)).not.toContain('0 alerts');
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
    server.on(`GET ${run}`, { status: 'failed', done: 1, total: 2, problem: 'ECONNRESET' });
    jest.advanceTimersByTime(1000);
    await settled();
    expect(textOf(element)).toContain('The run stopped before it was done. Run it again.');
    expect(textOf(element)).not.toContain('ECONNRESET');
    const { length } = server.asked;
    jest.advanceTimersByTime(5000);
    await settled();
    expect(server.asked).toHaveLength(length);
    jest.useRealTimers();
  });

  it.each([
    ['backtest_running', 'A rule is already being run over past calls.', 'Wait until it finishes.'],
    ['rule_not_replayed', "A rule about open help requests can't be run.", 'Try it on live calls.'],
  ])('says why a rule is not run: %s', async (code, message, hint) => {
    server.refuses('POST /api/alert-rules/backtests', 409, { code, message, hint });
    const element = await shown();
    await click(element, '[data-action=backtest]');
    await settled();
    expect(textOf(find(element, `[data-code=${code}]`))).toBe(`${message} What to do: ${hint}`);
    expect(find<HTMLButtonElement>(element, '[data-action=backtest]').disabled).toBe(false);
    await type(element, '[data-field=rule]', 'Abuse_en');
    expect(textOf(element)).not.toContain(message);
  });

  it('runs one rule at a time, and shows nothing of the run before it', async () => {
    const run = '/api/alert-rules/backtests/b1';
    server
      .on('POST /api/alert-rules/backtests', { faults: [], backtestId: 'b1' })
      .on(`GET ${run}`, { status: 'failed', done: 1, total: 2, problem: 'ECONNRESET' });
    const element = await shown();
    await click(element, '[data-action=backtest]');
    await settled();
    expect(findAll(element, '[data-code=backtest_failed]')).toHaveLength(1);
    server.on(`GET ${run}`, { status: 'running', done: 1, total: 2 });
    await click(element, '[data-action=backtest]');
    await settled();
    expect(findAll(element, '[data-code=backtest_failed]')).toHaveLength(0);
    expect(find<HTMLButtonElement>(element, '[data-action=backtest]').disabled).toBe(true);
    expect(find<HTMLButtonElement>(element, '[data-action=try-rule]').disabled).toBe(false);
    element.remove();
  });

  it('asks again for a run whose progress could not be asked for', async () => {
    const run = '/api/alert-rules/backtests/b1';
    server
      .on('POST /api/alert-rules/backtests', { faults: [], backtestId: 'b1' })
      .refuses(`GET ${run}`, 502, { code: 'server', message: 'The server is away.' });
    const element = await shown();
    await click(element, '[data-action=backtest]');
    await settled();
    expect(textOf(element)).toContain('The server is away.');
    server.on(`GET ${run}`, { status: 'running', done: 1, total: 2 });
    await click(element, '[data-action=look-again]');
    await settled();
    expect(textOf(element)).toContain('1 of 2 transcripts');
    expect(textOf(element)).not.toContain('The server is away.');
    element.remove();
  });

  it('keeps the list and what is changed in a rule when the rules cannot be read anew', async () => {
    const element = await shown();
    await type(element, '[name=phrases]', 'you fool');
    server.refuses('POST /api/alert-rules/refresh', 502, {
      code: 'server',
      message: 'Salesforce is away.',
    });
    await click(element, '[data-action=refresh-rules]');
    await settled();
    expect(textOf(element)).toContain('Salesforce is away.');
    expect(findAll(element, 'tbody tr')).toHaveLength(1);
    expect(find<HTMLTextAreaElement>(element, '[name=phrases]').value).toBe('you fool');
  });

  describe('with a rule in force', () => {
    const active = (element: HTMLElement) => find<HTMLInputElement>(element, '[name=active]');
    const exported = (element: HTMLElement) =>
      decodeURIComponent(
        find<HTMLAnchorElement>(element, '[data-action=export-rule]').getAttribute('href')!,
      );

    it('exports it as it is: switched on, and empty where it has nothing', async () => {
      const element = await shown();
      expect(active(element).checked).toBe(true);
      expect(exported(element)).toContain(
        '<field>Active__c</field>\n        <value xsi:type="xsd:boolean">true</value>',
      );
      expect(exported(element)).toContain(
        '<field>Stages__c</field>\n        <value xsi:nil="true"/>',
      );
      await expect(element).toBeAccessible();
    });

    it('exports no change of it that has not run over past calls', async () => {
      const element = await shown();
      await type(element, '[name=phrases]', 'you fool');
      expect(active(element).disabled).toBe(true);
      expect(findAll(element, '[data-action=export-rule]')).toHaveLength(0);
      expect(textOf(element)).toContain('Run the rule over past calls before you switch it on.');
      await type(element, '[name=phrases]', RULE.phrases);
      expect(active(element).checked).toBe(true);
      expect(findAll(element, '[data-action=export-rule]')).toHaveLength(1);
    });
  });

  describe('with a new rule', () => {
    const fill = async (element: HTMLElement) => {
      await type(element, '[data-field=rule]', '');
      await type(element, '[name=name]', 'Refund_en');
      await type(element, '[name=stages]', 'Negotiation');
      await type(element, '[name=phrases]', 'refund & return');
    };
    const active = (element: HTMLElement) => find<HTMLInputElement>(element, '[name=active]');
    const exported = (element: HTMLElement) =>
      decodeURIComponent(
        find<HTMLAnchorElement>(element, '[data-action=export-rule]').getAttribute('href')!,
      );

    it('takes no name of a rule in force, and none that Salesforce would not take', async () => {
      const element = await shown();
      await fill(element);
      await type(element, '[name=name]', RULE.name);
      expect(textOf(element)).toContain('The rule Abuse_en is in force already.');
      expect(findAll(element, '[data-action=export-rule]')).toHaveLength(0);
      await type(element, '[name=name]', 'My rule');
      expect(textOf(element)).toContain('The API name has letters, digits and single underscores.');
      expect(findAll(element, '[data-action=export-rule]')).toHaveLength(0);
      await type(element, '[name=name]', 'My_rule');
      expect(findAll(element, '[data-action=export-rule]')).toHaveLength(1);
    });

    it('says the faults that the server finds, by the names of its fields', async () => {
      server.on('POST /api/alert-rules/backtests', {
        faults: [{ rule: 'Refund_en', field: 'minimumAmount', code: 'out_of_range', value: '-1' }],
      });
      const element = await shown();
      await fill(element);
      await click(element, '[data-action=backtest]');
      await settled();
      expect(textOf(element)).toContain('Refund_en, Least amount of the deal: This number');
      expect(findAll(element, '[data-action=export-rule]')).toHaveLength(0);
      await expect(element).toBeAccessible();
    });

    it('switches it on only once it has run over past calls as it is, and exports its record', async () => {
      server
        .on('POST /api/alert-rules/backtests', { faults: [], backtestId: 'b1' })
        .on('GET /api/alert-rules/backtests/b1', {
          status: 'done',
          done: 1,
          total: 1,
          result: {
            transcripts: 1,
            alerts: 0,
            perDay: 0,
            calls: [],
            marks: { useful: 0, notUseful: 0 },
          },
        });
      const element = await shown();
      await fill(element);
      expect(active(element).disabled).toBe(true);
      expect(exported(element)).toContain('<value xsi:type="xsd:boolean">false</value>');
      await click(element, '[data-action=backtest]');
      await settled();
      expect(server.posted('/api/alert-rules/backtests')).toEqual([
        expect.objectContaining({ name: 'Refund_en', stages: 'Negotiation' }),
      ]);
      expect(active(element).disabled).toBe(false);
      active(element).click();
      await settled();
      expect(exported(element)).toContain('<value xsi:type="xsd:boolean">true</value>');
      expect(exported(element)).toContain('refund &amp; return');
      await type(element, '[name=phrases]', 'refund');
      expect(active(element).disabled).toBe(true);
      expect(exported(element)).toContain('<value xsi:type="xsd:boolean">false</value>');
    });
  });
});
