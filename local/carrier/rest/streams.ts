import { isOver } from '../legs/leg.ts';
import { STREAM_TRACKS, type Stream } from '../streams/streams.ts';
import { invalid, notFound, RestError } from './errors.ts';
import { method, oneOf, text, url } from './parameters.ts';
import type { Check, Operation, Resource } from './router.ts';
import { date } from './views.ts';

/** Up to 99 pairs of `Parameter1.Name` and `Parameter1.Value`. */
const CUSTOM = Object.fromEntries(
  Array.from(
    { length: 99 },
    (_, i) =>
      [
        [`Parameter${i + 1}.Name`, text()],
        [`Parameter${i + 1}.Value`, text()],
      ] as [string, Check][],
  ).flat(),
);

/** The Stream resource. https://www.twilio.com/docs/voice/api/stream-resource */
export const streams: Resource = ({ accountSid, board, streams: service }) => {
  const show = ({ sid, callSid, name, status, updatedAt }: Stream) => ({
    account_sid: accountSid,
    call_sid: callSid,
    sid,
    name: name ?? null,
    status,
    date_updated: date(updatedAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${callSid}/Streams/${sid}.json`,
  });

  const operations: readonly Operation[] = [
    {
      method: 'POST',
      path: '/Calls/{CallSid}/Streams.json',
      parameters: {
        Url: text(),
        Name: text(),
        Track: oneOf(...Object.keys(STREAM_TRACKS)),
        StatusCallback: url,
        StatusCallbackMethod: method,
        ...CUSTOM,
      },
      answer({ form, path }, { CallSid = '' }) {
        const leg = board.legs.get(CallSid);
        if (!leg) throw notFound(path);
        if (isOver(leg) || leg.status !== 'in-progress')
          throw new RestError(400, 21220, 'Call is not in-progress.');
        if (!form.get('Url')) throw invalid('Missing required parameter Url');
        const names = [...form.keys()].filter((key) => /^Parameter\d+\.Name$/.test(key));
        const stream = service.start(leg, {
          url: form.get('Url')!,
          name: form.get('Name') ?? undefined,
          track: (form.get('Track') ?? undefined) as keyof typeof STREAM_TRACKS | undefined,
          statusCallback: form.get('StatusCallback') ?? undefined,
          statusCallbackMethod: form.get('StatusCallbackMethod') === 'GET' ? 'GET' : 'POST',
          parameters: Object.fromEntries(
            names.map((key) => [form.get(key), form.get(key.replace('Name', 'Value')) ?? '']),
          ),
        });
        return { status: 200, body: show(stream) };
      },
    },
    {
      method: 'POST',
      path: '/Calls/{CallSid}/Streams/{Sid}.json',
      parameters: { Status: oneOf('stopped') },
      answer({ path, form }, { CallSid = '', Sid = '' }) {
        const stream = service.find(CallSid, Sid);
        if (!stream) throw notFound(path);
        if (!form.has('Status')) throw invalid('Missing required parameter Status');
        stream.stop();
        return { status: 200, body: show(stream) };
      },
    },
  ];
  return operations;
};
