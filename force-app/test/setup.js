import { realLabels } from 'test/labels';

// Loaded on first use and without its reporters, because loading all of it took a third of the
// computing time of each test file.
expect.extend({
  toBeAccessible: (...asked) => require('@sa11y/jest/dist/matcher').toBeAccessible(...asked),
});

jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005Dn000000000bIAQ' }), {
  virtual: true,
});
jest.mock('c/dealsideLabels', () => {
  const { realLabels: read } = require('test/labels');
  const actual = jest.requireActual('c/dealsideLabels');
  return { ...actual, labels: read() };
});

beforeAll(() => {
  if (Object.keys(realLabels()).length === 0)
    throw new Error('the custom labels could not be read');
});

afterEach(() => {
  document.body.replaceChildren();
  // Ends the wait for the next component after a page is left.
  window.dispatchEvent(new Event('pagehide'));
  jest.useRealTimers();
});

/** jsdom cannot download files: the link that holds one is clicked without effect. */
document.addEventListener('click', (event) => {
  const [target] = event.composedPath();
  if (target instanceof HTMLAnchorElement && target.download) event.preventDefault();
});
