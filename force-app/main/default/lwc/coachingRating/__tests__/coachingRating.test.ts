import CoachingRating from 'c/coachingRating';
import { check, click, eventDetails, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const PATH = '/api/debriefs/i1/rating';
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
const shown = (more: object = {}) =>
  show('c-coaching-rating', CoachingRating, {
    debriefId: 'i1',
    you: 'rep',
    rep: 'Ravi Patel',
    supervisor: 'Maya Okafor',
    mayRate: true,
    ...more,
  });

describe('the rating of a debrief', () => {
  it('is a number from 1 to 5 and a word, given once', async () => {
    const ratings = { yours: { value: 4, comment: 'Clear' } };
    server.on(`POST ${PATH}`, { ratings });
    const element = await shown();
    const rated = eventDetails(element, 'rated');
    await expect(element).toBeAccessible();
    await check(element, 'input[value="4"]');
    await type(element, '[data-field=rating-word]', ' Clear ');
    await click(element, '[data-action=rate]');
    await settled();
    expect(server.posted(PATH)).toEqual([{ value: 4, comment: 'Clear' }]);
    expect(rated).toEqual([{ ratings }]);
  });

  it('asks for a number first', async () => {
    const element = await shown();
    await click(element, '[data-action=rate]');
    expect(textOf(element)).toContain('Choose a number from 1 to 5.');
    expect(server.posted(PATH)).toEqual([]);
  });

  it('says what the other gave only after one’s own', async () => {
    const yours = { value: 4, comment: 'Clear' };
    const waiting = textOf(await shown({ mayRate: false, ratings: { yours } }));
    expect(waiting).toContain('You rated the debrief 4 of 5. · Clear');
    expect(waiting).toContain("Maya Okafor hasn't rated it yet.");
    const both = await shown({ ratings: { yours, others: { value: 2 } } });
    expect(textOf(both)).toContain('Maya Okafor rated it 2 of 5.');
    expect(findAll(both, 'input')).toHaveLength(0);
    await expect(both).toBeAccessible();
  });

  it('says why it was not kept', async () => {
    server.refuses(`POST ${PATH}`, 409, { code: 'debrief_given', message: 'Given already.' });
    const element = await shown();
    await check(element, 'input[value="1"]');
    await click(element, '[data-action=rate]');
    await settled();
    expect(find(element, '[data-code=debrief_given]')).toBeTruthy();
  });
});
