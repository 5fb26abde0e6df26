import { answerJson, textOf, type Exchange } from '../http/bodies.ts';
import type { Oauth } from './oauth.ts';

/** Answers a request about sessions. Returns false if it is about something else. */
export async function answerOauth(
  oauth: Oauth,
  { request, response, url }: Exchange,
): Promise<boolean> {
  if (url.pathname === '/services/oauth2/token') {
    const { status, body } = await oauth.token(new URLSearchParams(await textOf(request)));
    answerJson(response, status, body);
  } else if (url.pathname === '/services/oauth2/userinfo' || url.pathname.startsWith('/id/'))
    answerJson(response, 200, oauth.identity(request.headers.authorization));
  else if (url.pathname === '/services/oauth2/revoke') {
    const parameters = request.method === 'POST' ? await textOf(request) : url.search;
    if (oauth.revoke(new URLSearchParams(parameters).get('token') ?? ''))
      answerJson(response, 200, {});
    else
      answerJson(response, 400, {
        error: 'unsupported_token_type',
        error_description: 'this token type is not supported',
      });
  } else return false;
  return true;
}
