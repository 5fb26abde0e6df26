import assert from 'node:assert/strict';
import type { Context } from 'koa';
import { browserPage } from '../../../server/http/pages/browserPage.ts';

interface Answer {
  status: number;
  type?: string;
  body?: unknown;
}

/** What a request for an address that no route has gets. */
async function answerTo(path: string, accept: string, language = 'en'): Promise<Answer> {
  const prefersHtml = accept.startsWith('text/html');
  const ctx = {
    method: 'GET',
    path,
    status: 404,
    state: {},
    body: { error: { code: 'not_found' } } as unknown,
    accepts: () => (prefersHtml ? 'html' : 'json'),
    acceptsLanguages: () => language,
  } as unknown as Context & Answer;
  await browserPage(ctx, async () => undefined);
  return ctx;
}

describe('the server’s address, opened in a browser', () => {
  it('says what it is and where people work', async () => {
    const { status, type, body } = await answerTo('/', 'text/html');
    assert.deepEqual([status, type], [200, 'html']);
    assert.match(String(body), /<h1>Dealside server<\/h1>.*open the app Dealside/s);
  });

  it('says that a page is not there and where people work, in the reader’s language', async () => {
    const { status, body } = await answerTo('/wall', 'text/html', 'de');
    assert.equal(status, 404);
    assert.match(String(body), /<html lang="de">.*Seite nicht gefunden.*Ihrem CRM/s);
  });

  it('is JSON as before for programs, and under /api for everybody', async () => {
    for (const answer of [await answerTo('/', '*/*'), await answerTo('/api/unknown', 'text/html')])
      assert.deepEqual(answer.body, { error: { code: 'not_found' } });
  });
});
