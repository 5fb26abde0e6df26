import { isOver, type Leg } from '../legs/leg.ts';
import type { Switchboard, LegInstructions } from '../switchboard/switchboard.ts';
import { checkAddresses } from './addresses.ts';
import { DIALING, legFactsOf } from './dialing.ts';
import { notFound, RestError } from './errors.ts';
import { page, PAGING } from './pages.ts';
import {
  dated,
  fallsIn,
  method,
  methodOf,
  moment,
  oneOf,
  sid,
  subscriptionOf,
  text,
  url,
  whole,
} from './parameters.ts';
import { dialedRecordingOf } from './recordings.ts';
import type { Check, Operation, Resource } from './router.ts';
import { legView } from './views.ts';

/** Parameters of instructions, in a new call and in an update. */
const INSTRUCTIONS: Readonly<Record<string, Check>> = {
  Url: url,
  Method: method,
  Twiml: text(4000),
  FallbackUrl: url,
  FallbackMethod: method,
  StatusCallback: url,
  StatusCallbackMethod: method,
  TimeLimit: whole(1, 86_400),
};

const CREATE: Readonly<Record<string, Check>> = {
  ...DIALING,
  ...INSTRUCTIONS,
  ApplicationSid: sid('AP'),
  Timeout: whole(1, 600),
  SendDigits: text(32),
  AsyncAmd: oneOf('true', 'false'),
  AsyncAmdStatusCallback: url,
  AsyncAmdStatusCallbackMethod: method,
  ClientNotificationUrl: url,
  CallerDisplayName: text(),
};

const CALL_STATUSES = [
  'queued',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
];

/** The Call resource. https://www.twilio.com/docs/voice/api/call-resource */
export const calls: Resource = ({ accountSid, board, ownNumbers, voiceUrlOf, recordings }) => {
  const legOf = (callSid: string, path: string): Leg => {
    const leg = board.legs.get(callSid) ?? board.past.get(callSid);
    if (!leg) throw notFound(path);
    return leg;
  };
  const view = (leg: Leg) => legView(accountSid, leg);

  const operations: readonly Operation[] = [
    {
      method: 'POST',
      path: '/Calls.json',
      parameters: CREATE,
      answer({ form }) {
        const addresses = checkAddresses(form, ownNumbers);
        const app = form.get('ApplicationSid');
        const instructions =
          instructionsIn(form) ?? (app ? { url: voiceUrlOf(app) ?? '' } : undefined);
        if (!instructions?.url) throw new RestError(400, 21205, 'Url parameter is required.');
        const { leg } = board.dial(
          { ...addresses, ...legFactsOf(form), fallback: fallbackIn(form) },
          (answered) => {
            if (form.get('Record') === 'true') recordings.start(answered, dialedRecordingOf(form));
            board.redirect(answered, instructions);
          },
        );
        return { status: 201, body: view(leg) };
      },
    },
    {
      method: 'GET',
      path: '/Calls.json',
      parameters: {
        ...PAGING,
        ...dated('StartTime', moment),
        ...dated('EndTime', moment),
        To: text(),
        From: text(),
        ParentCallSid: sid('CA'),
        Status: oneOf(...CALL_STATUSES),
      },
      answer(request) {
        const { query } = request;
        const rows = [...board.past.values(), ...board.legs.values()]
          .toReversed()
          .filter(
            (leg) =>
              (['To', 'From', 'ParentCallSid', 'Status'] as const).every(
                (name) => !query.has(name) || query.get(name) === view(leg)[COLUMNS[name]],
              ) &&
              fallsIn(query, 'StartTime', leg.startedAt) &&
              fallsIn(query, 'EndTime', leg.endedAt),
          );
        return {
          status: 200,
          body: page('calls', rows, request, { nameOf: ({ callSid }) => callSid, view }),
        };
      },
    },
    {
      method: 'GET',
      path: '/Calls/{Sid}.json',
      answer: ({ path }, { Sid = '' }) => ({ status: 200, body: view(legOf(Sid, path)) }),
    },
    {
      method: 'POST',
      path: '/Calls/{Sid}.json',
      parameters: { ...INSTRUCTIONS, Status: oneOf('canceled', 'completed') },
      answer({ form, path }, { Sid = '' }) {
        const leg = legOf(Sid, path);
        update(board, leg, form);
        return { status: 200, body: view(leg) };
      },
    },
    {
      method: 'DELETE',
      path: '/Calls/{Sid}.json',
      answer({ path }, { Sid = '' }) {
        const leg = legOf(Sid, path);
        if (!isOver(leg))
          throw new RestError(
            409,
            20009,
            'Cannot delete this resource before it is complete',
            'deleting-live-call',
          );
        board.legs.delete(leg.callSid);
        board.past.delete(leg.callSid);
        return { status: 204 };
      },
    },
  ];
  return operations;
};

const COLUMNS = {
  To: 'to',
  From: 'from',
  ParentCallSid: 'parent_call_sid',
  Status: 'status',
} as const;

function update(board: Switchboard, leg: Leg, form: URLSearchParams): void {
  const status = form.get('Status');
  const instructions = instructionsIn(form);
  if (isOver(leg) || (instructions && leg.status !== 'in-progress'))
    throw new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');
  if (status === 'canceled' && leg.status === 'in-progress')
    throw new RestError(400, 21220, 'Call is in-progress. Cannot cancel.', 'canceling-live-call');
  leg.statusCallback =
    subscriptionOf(form, 'StatusCallback', leg.statusCallback?.events ?? ['completed']) ??
    leg.statusCallback;
  leg.fallback = fallbackIn(form) ?? leg.fallback;
  if (form.has('TimeLimit')) board.limit(leg, Number(form.get('TimeLimit')) * 1000);
  if (status) board.hangUp(leg);
  else if (instructions) board.redirect(leg, instructions);
}

/** The URL of a document, or else the document itself, in which relative URLs are impossible. */
function instructionsIn(form: URLSearchParams): LegInstructions | undefined {
  const address = form.get('Url');
  if (address) return { url: address, method: methodOf(form, 'Method') };
  const document = form.get('Twiml');
  return document ? { document, url: 'http://127.0.0.1/' } : undefined;
}

function fallbackIn(form: URLSearchParams) {
  const address = form.get('FallbackUrl');
  return address ? { url: address, method: methodOf(form, 'FallbackMethod') } : undefined;
}
