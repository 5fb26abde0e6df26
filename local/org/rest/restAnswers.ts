import type { FaultControls } from '../control/faults.ts';
import type { Traffic } from '../control/traffic.ts';
import { OrgError } from '../errors/orgError.ts';
import { answerJson, parsedJson, textOf, type Exchange } from '../http/bodies.ts';
import type { Oauth } from '../oauth/oauth.ts';
import { API_PATH } from './apiPath.ts';
import { refuseTooLong } from './requestSize.ts';
import type { OrgRest } from './restCall.ts';

export interface RestAnswerDeps {
  readonly rest: OrgRest;
  readonly oauth: Oauth;
  readonly traffic: Traffic;
  readonly faults: FaultControls;
}

/** Answers a request to the REST API, with the faults that are set, and records it. */
export async function answerRest(
  { rest, oauth, traffic, faults }: RestAnswerDeps,
  { request, response, url }: Exchange,
): Promise<void> {
  refuseTooLong(request);
  const requests = traffic.countRequest(request.socket);
  response.setHeader('sforce-limit-info', `api-usage=${requests}/${faults.now.dailyRequests}`);
  if (faults.now.hangs) return;
  if (faults.now.delayMs > 0)
    await new Promise((resolve) => setTimeout(resolve, faults.now.delayMs));
  faults.refuse(requests);
  if (url.pathname === '/services/data' || url.pathname === '/services/data/')
    return answerJson(response, 200, [{ label: 'Spring 26', url: API_PATH, version: '66.0' }]);
  const userId = oauth.userOf(request.headers.authorization);
  const text = await textOf(request);
  const { hangsOn } = faults.now;
  if (hangsOn !== '' && [...url.searchParams.values(), text].some((one) => one.includes(hangsOn)))
    return;
  const path = url.pathname.replace(/^\/services\/data\/v\d+\.0(?=\/|$)/, '');
  const body = text ? parsedJson(text) : undefined;
  const asked = {
    method: request.method!,
    path: `${path}${url.search}`,
    ...(body !== undefined && { body }),
  };
  try {
    const reply = rest({ method: request.method!, path, query: url.searchParams, body, userId });
    traffic.record({
      ...asked,
      status: reply.status,
      ...(reply.body !== undefined && { answer: reply.body }),
    });
    if (faults.losesAnswer()) return void request.socket.destroy();
    if (reply.body === undefined) response.writeHead(reply.status).end();
    else answerJson(response, reply.status, reply.body);
  } catch (error) {
    if (error instanceof OrgError)
      traffic.record({ ...asked, status: error.status, answer: [error.toJSON()] });
    throw error;
  }
}
