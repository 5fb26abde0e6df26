import { registerSa11yMatcher } from '@sa11y/jest';
import { realLabels } from 'test/labels';

registerSa11yMatcher();

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
  // Nothing waits for the next component of a page that is left.
  window.dispatchEvent(new Event('pagehide'));
  jest.useRealTimers();
});
