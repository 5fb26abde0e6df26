import { isOver, type Leg } from '../leg.ts';
import { notFound, RestError } from './errors.ts';
import { oneOf, PAGING, text, url } from './parameters.ts';
import { page, legView } from './views.ts';
import type { Operation, Resource } from './router.ts';

/** https://www.twilio.com/docs/voice/api/call-resource */
export const calls: Resource = ({ accountSid, board }) => {
  const legOf = (sid: string, path: string): Leg => {
    const leg = board.legs.get(sid);
    if (!leg) throw notFound(path);
    return leg;
  };
  const show = (leg: Leg, status = 200) => ({ status, body: legView(accountSid, leg) });

  const operations: readonly Operation[] = [
    {
      method: 'POST', path: '/Calls.json', parameters: { From: text(), To: text(), Url: url, Twiml: text(4000) },
      answer({ form }) {
        const instructions = instructionsOf(form);
        if (!instructions) throw new RestError(400, 21205, 'Url parameter is required.');
        const { leg } = board.dial({ from: required(form, 'From'), to: required(form, 'To'), direction: 'outbound-api' }, (answered) => board.redirect(answered, instructions));
        return show(leg, 201);
      },
    },
    {
      method: 'GET', path: '/Calls.json', parameters: PAGING,
      answer: ({ path }) => ({ status: 200, body: page('calls', [...board.legs.values()].map((leg) => legView(accountSid, leg)), path) }),
    },
    { method: 'GET', path: '/Calls/{Sid}.json', answer: ({ path }, { Sid = '' }) => show(legOf(Sid, path)) },
    {
      method: 'POST', path: '/Calls/{Sid}.json', parameters: { Url: url, Twiml: text(4000), Status: oneOf('canceled', 'completed') },
      answer({ form, path }, { Sid = '' }) {
        const leg = legOf(Sid, path);
        update(leg, form);
        return show(leg);
      },
    },
  ];

  function update(leg: Leg, form: URLSearchParams): void {
    if (isOver(leg)) throw new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');
    if (form.get('Status') === 'completed' || form.get('Status') === 'canceled') return board.hangUp(leg);
    const instructions = instructionsOf(form);
    if (!instructions) return;
    if (leg.status !== 'in-progress') throw new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');
    board.redirect(leg, instructions);
  }

  return operations;
};

/** What a Call is told to do: a document, or the address of one. A document without an address has nothing its links are relative to. */
function instructionsOf(form: URLSearchParams): { document?: string; url: string } | undefined {
  const document = form.get('Twiml') || undefined;
  const address = form.get('Url') || undefined;
  return document || address ? { document, url: address ?? 'http://127.0.0.1/' } : undefined;
}

export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new RestError(400, 21201, `No '${name}' number is specified`);
  return value;
}
