import InterventionReceipt, { type Receipt } from 'c/interventionReceipt';
import { check, click, find, findAll, show, textOf, eventDetails, type } from 'test/dom';
import written from 'test/receipts.json';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const RECEIPT: Receipt = {
  Id: 'a01',
  Highest_Mode__c: 'Barge',
  Joined_At__c: '2026-11-20T10:00:00Z',
  Duration_Seconds__c: 125,
  Reason_Code__c: 'Large deal',
  Outcome__c: 'Deal advanced',
  Rep__c: '005',
  Rep__r: { Name: 'Ravi Patel' },
  Supervisor__r: { Name: 'Maya Okafor' },
};
const shown = (more: object = {}) =>
  show('c-intervention-receipt', InterventionReceipt, { receipt: RECEIPT, ...more });

describe('a barge receipt', () => {
  it('says who, how, why, for how long and how it ended', async () => {
    const text = textOf(await shown());
    for (const fact of [
      'Maya Okafor Barge',
      'for 2:05',
      'Large deal',
      'Deal advanced',
      'No feedback from Ravi Patel yet',
    ])
      expect(text).toContain(fact);
  });

  it('says what it was tagged with, beside the reason (R19)', async () => {
    const element = await shown({ receipt: { ...RECEIPT, Tag__c: 'Launch of Atlas' } });
    expect(textOf(element)).toContain('Tag Launch of Atlas');
  });

  it('counts the praise that the rep was written, and says nothing where there is none (V10)', async () => {
    const element = await shown({ receipt: { ...RECEIPT, Praises__c: 2 } });
    expect(textOf(element)).toContain('Praise 2');
    expect(textOf(await shown())).not.toContain('Praise');
    await expect(element).toBeAccessible();
  });

  it('says the one point that the barge was to add (R15)', async () => {
    const point = 'The price holds until Friday.';
    const element = await shown({ receipt: { ...RECEIPT, Point__c: point } });
    expect(textOf(element)).toContain(`To add ${point}`);
  });

  it('names who else was on the call, in words and with times', async () => {
    const Also_On_Call__c = [
      'Lena Brandt (colleague): 2026-11-20 10:00:20 UTC to 2026-11-20 10:01:00 UTC',
      '+12065550100 (outside number): 2026-11-20 10:00:10 UTC to 2026-11-20 10:00:40 UTC',
      'Mila Berger (colleague): 2026-11-22 10:00:10 UTC to 2026-11-22 10:00:40 UTC',
      'something of an administrator',
    ].join('\n');
    const element = await shown({ receipt: { ...RECEIPT, Also_On_Call__c } });
    const text = textOf(element);
    expect(text).toContain('Also on the call Lena Brandt (colleague), 2:00:20 AM to 2:01:00 AM');
    expect(text).toContain('(206) 555-0100 (outside number), 2:00:10 AM to 2:00:40 AM Mila');
    expect(text).toMatch(
      /Mila Berger \(colleague\), Nov 22, 2026.* to Nov 22, 2026.* AM something of an administrator/,
    );
    expect(text).not.toContain('UTC');
    await expect(element).toBeAccessible();
  });

  it('asks the rep whether it helped, and takes a reply', async () => {
    const element = await shown({ isOwn: true });
    const answers = eventDetails(element, 'answer');
    await check(element, 'input[value=helped]');
    await type(element, 'textarea', ' Good save. ');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=answer]');
    expect(answers).toEqual([{ interventionId: 'a01', verdict: 'helped', reply: 'Good save.' }]);
  });

  it.each([
    {
      receipts: written.en,
      names: ['Maya Okafor', 'Lena Brandt'],
      reason: 'Large deal',
      outcome: 'Deal advanced',
    },
    {
      receipts: written.de,
      names: ['Jonas Weber', 'Mila Berger'],
      reason: 'Große Opportunity',
      outcome: 'Opportunity vorangebracht',
    },
  ])(
    'says the mode in words, and no code, of whatever the server wrote of $names.1',
    async ({ receipts, names: [supervisor, rep], reason, outcome }) => {
      const texts: string[] = [];
      for (const [n, one] of receipts.entries()) {
        const receipt = { ...one, Id: `a0${n}`, Rep__c: 'rep' } as unknown as Receipt;
        texts.push(textOf(await shown({ receipt })));
      }
      expect(texts).toEqual([
        `${supervisor} Monitor`,
        ...[
          `Whisper Reason ${reason} Praise 1`,
          `Barge Reason ${reason}`,
          `Takeover Reason ${reason}`,
        ].map((what) => `${supervisor} ${what} Outcome ${outcome} No feedback from ${rep} yet`),
      ]);
    },
  );

  it('asks nobody during the call, nor where nobody heard the supervisor', async () => {
    const during = await shown({ isOwn: true, isOnCall: true });
    expect(findAll(during, 'input')).toHaveLength(0);
    expect(textOf(during)).toContain('You can give feedback when the call is over.');
    const silent = await shown({
      isOwn: true,
      receipt: { ...RECEIPT, Highest_Mode__c: 'Monitor' },
    });
    expect(findAll(silent, 'input')).toHaveLength(0);
    expect(textOf(silent)).not.toContain('feedback');
  });

  it('is open where it asks, and a line where it does not', async () => {
    const isOpen = (element: HTMLElement) => find<HTMLDetailsElement>(element, 'details').open;
    const silent = { ...RECEIPT, Highest_Mode__c: 'Monitor' };
    expect([
      isOpen(await shown({ isOwn: true })),
      isOpen(await shown()),
      isOpen(await shown({ isOwn: true, receipt: silent })),
    ]).toEqual([true, false, false]);
  });

  it('is not answered without a choice', async () => {
    const element = await shown({ isOwn: true });
    const answers = eventDetails(element, 'answer');
    await click(element, '[data-action=answer]');
    expect([find(element, '[role=alert]').textContent, answers]).toEqual([
      'Select whether it helped, was neutral, or made it harder.',
      [],
    ]);
  });

  it('shows the answer to everybody, and asks nobody again', async () => {
    const element = await shown({
      isOwn: true,
      receipt: { ...RECEIPT, Rep_Verdict__c: 'hurt', Rep_Reply__c: 'I had it.' },
    });
    expect(textOf(element)).toContain('Ravi Patel says: Made it harder I had it.');
    expect(findAll(element, 'input')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  describe('of a debrief', () => {
    const PATH = '/api/debriefs/i1';
    const receipt = { ...RECEIPT, External_Id__c: 'i1', Coaching_State__c: 'done' };

    it('that was closed shows it at a click, and whether the reason came back', async () => {
      const server = new FakeServer().on(`GET ${PATH}/details`, {
        debriefId: 'i1',
        stage: 'ready',
        you: 'supervisor',
        rep: 'Ravi Patel',
        supervisor: 'Maya Okafor',
        items: [],
        watch: { status: 'graduated', of: 10 },
      });
      const element = await shown({ isOwn: true, receipt });
      expect(server.asked).toEqual([]);
      await click(element, '[data-action=debrief]');
      await settled();
      expect(textOf(element)).toContain('Graduated: 10 calls without this reason.');
      expect(textOf(element)).not.toContain('Log the debrief');
      await expect(element).toBeAccessible();
    });

    it('that is planned offers a time, too', async () => {
      const server = new FakeServer().on(`GET ${PATH}/details`, {
        debriefId: 'i1',
        stage: 'rep_scores',
        you: 'rep',
        rep: 'Ravi Patel',
        supervisor: 'Maya Okafor',
        items: [],
      });
      const planned = { ...receipt, Coaching_State__c: 'planned' };
      const element = await shown({ isOwn: true, receipt: planned });
      expect(server.asked).toEqual([]);
      await click(element, '[data-action=debrief]');
      await settled();
      expect(findAll(element, '[data-action=pick-time]')).toHaveLength(1);
    });

    it('shows none to others, and none where none was planned', async () => {
      const offered = async (more: object) =>
        findAll(await shown(more), '[data-action=debrief]').length;
      expect([
        await offered({ receipt }),
        await offered({ isOwn: true, receipt: { ...receipt, Coaching_State__c: 'none' } }),
      ]).toEqual([0, 0]);
    });
  });
});
