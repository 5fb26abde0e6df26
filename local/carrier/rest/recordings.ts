import { rfc2822 } from '../formats/dates.ts';
import type {
  LegRecordingRequest,
  Recording,
  RecordingChange,
  Recordings,
  RecordingTrack,
} from '../recordings/recordings.ts';
import { invalid, notFound, RestError } from './errors.ts';
import { page, PAGING } from './pages.ts';
import {
  dated,
  day,
  fallsIn,
  flag,
  method,
  moment,
  oneOf,
  sid,
  someOf,
  subscriptionOf,
  url,
} from './parameters.ts';
import type { Operation, Resource, RestRequest } from './router.ts';

const START = {
  RecordingStatusCallback: url,
  RecordingStatusCallbackMethod: method,
  RecordingStatusCallbackEvent: someOf('in-progress', 'completed', 'absent'),
  RecordingChannels: oneOf('mono', 'dual'),
  RecordingTrack: oneOf('inbound', 'outbound', 'both'),
  Trim: oneOf('trim-silence', 'do-not-trim'),
};
const CHANGE = {
  Status: oneOf('in-progress', 'paused', 'stopped'),
  PauseBehavior: oneOf('skip', 'silence'),
};

/** The parent resource of recordings: a call, a conference or the account. */
interface Owner {
  readonly path: string;
  readonly of: (ids: Readonly<Record<string, string>>) => {
    callSid?: string;
    conferenceSid?: string;
  };
}

const OF_CALL: Owner = {
  path: '/Calls/{CallSid}/Recordings',
  of: ({ CallSid = '' }) => ({ callSid: CallSid }),
};
const OF_CONFERENCE: Owner = {
  path: '/Conferences/{ConferenceSid}/Recordings',
  of: ({ ConferenceSid = '' }) => ({ conferenceSid: ConferenceSid }),
};
const OF_ACCOUNT: Owner = { path: '/Recordings', of: () => ({}) };

/** The Recording resource. https://www.twilio.com/docs/voice/api/recording */
export const recordings: Resource = ({ accountSid, board, recordings: service }) => {
  /** Recordings outlive their call or conference. */
  const isKnown = (of: ReturnType<Owner['of']>): boolean =>
    service.list(of).length > 0 ||
    Object.values(of).every(
      (id) => board.legs.has(id) || board.past.has(id) || board.rooms.find(id) !== undefined,
    );

  const view = (recording: Recording, owner: Owner) =>
    recordingView({ accountSid, mediaUrl: service.addressOf(recording) }, recording, owner);
  const context: Context = { service, view, isKnown };

  return [
    {
      method: 'POST',
      path: '/Calls/{CallSid}/Recordings.json',
      parameters: START,
      answer({ path, form }, { CallSid = '' }) {
        const leg = board.legs.get(CallSid);
        if (!leg) throw notFound(path);
        if (leg.status !== 'in-progress')
          throw new RestError(400, 21220, 'Requested resource is not eligible for recording');
        const recording = service.start(leg, {
          ...dialedRecordingOf(form),
          source: 'StartCallRecordingAPI',
          trim: form.get('Trim') === 'trim-silence',
        });
        return {
          status: 201,
          body: view(recording, OF_CALL),
          assumption: 'coach-on-leg-recording',
        };
      },
    },
    ...[OF_CALL, OF_CONFERENCE, OF_ACCOUNT].flatMap((owner) => reading(context, owner)),
    ...[OF_CALL, OF_CONFERENCE].map((owner) => changing(context, owner)),
    media(service, '.wav'),
    media(service, ''),
  ];
};

interface Context {
  readonly service: Recordings;
  readonly view: (recording: Recording, owner: Owner) => object;
  readonly isKnown: (of: ReturnType<Owner['of']>) => boolean;
}

function find(
  service: Recordings,
  owner: Owner,
  { ids, path }: { readonly ids: Readonly<Record<string, string>>; readonly path: string },
): Recording {
  const recording = service.find(ids.Sid ?? '', owner.of(ids));
  if (!recording) throw notFound(path);
  return recording;
}

const reading = ({ service, view, isKnown }: Context, owner: Owner): readonly Operation[] => [
  {
    method: 'GET',
    path: `${owner.path}.json`,
    parameters: {
      ...PAGING,
      ...dated('DateCreated', owner === OF_ACCOUNT ? moment : day),
      ...(owner === OF_ACCOUNT && {
        CallSid: sid('CA'),
        ConferenceSid: sid('CF'),
        IncludeSoftDeleted: flag,
      }),
    },
    answer(request, ids) {
      const { query, path } = request;
      if (!isKnown(owner.of(ids))) throw notFound(path);
      const of = {
        callSid: query.get('CallSid') ?? undefined,
        conferenceSid: query.get('ConferenceSid') ?? undefined,
        ...owner.of(ids),
      };
      return {
        status: 200,
        body: page(
          'recordings',
          service.list(of).filter(({ createdAt }) => fallsIn(query, 'DateCreated', createdAt)),
          request,
          { nameOf: (one) => one.sid, view: (one) => view(one, owner) },
        ),
      };
    },
  },
  {
    method: 'GET',
    path: `${owner.path}/{Sid}.json`,
    parameters: owner === OF_ACCOUNT ? { IncludeSoftDeleted: flag } : {},
    answer: ({ path }, ids) => ({
      status: 200,
      body: view(find(service, owner, { ids, path }), owner),
    }),
  },
  {
    method: 'DELETE',
    path: `${owner.path}/{Sid}.json`,
    answer({ path }, ids) {
      const recording = find(service, owner, { ids, path });
      if (recording.status === 'in-progress' || recording.status === 'paused')
        throw new RestError(400, 20001, 'The recording is in progress', 'recording-going-on');
      service.remove(recording);
      return { status: 204 };
    },
  },
];

const changing = ({ service, view }: Context, owner: Owner): Operation => ({
  method: 'POST',
  path: `${owner.path}/{Sid}.json`,
  parameters: CHANGE,
  answer({ path, form }, ids) {
    const recording = find(service, owner, { ids, path });
    if (!service.change(recording, changeOf(form)))
      throw new RestError(400, 21220, 'The recording has ended', 'recording-over');
    return { status: 200, body: view(recording, owner) };
  },
});

const media = (service: Recordings, extension: string): Operation => ({
  method: 'GET',
  path: `/Recordings/{Sid}${extension}`,
  parameters: { RequestedChannels: oneOf('1', '2') },
  answer({ path, query }, ids) {
    const recording = find(service, OF_ACCOUNT, { ids, path });
    if (recording.status !== 'completed') throw notFound(path);
    const wanted = query.get('RequestedChannels');
    return {
      status: 200,
      media: {
        type: 'audio/x-wav',
        bytes: recording.tape.wav(wanted === null ? undefined : wanted === '1' ? 1 : 2),
      },
    };
  },
});

/** The Recording resource, as it is below its call, its conference or the account. */
function recordingView(
  { accountSid, mediaUrl }: { readonly accountSid: string; readonly mediaUrl: string },
  recording: Recording,
  owner: Owner,
) {
  const {
    sid: recordingSid,
    callSid,
    conferenceSid,
    createdAt,
    updatedAt,
    status,
    source,
    track,
    tape,
  } = recording;
  const path =
    owner === OF_CALL
      ? `/Calls/${callSid}/Recordings`
      : owner === OF_CONFERENCE
        ? `/Conferences/${conferenceSid}/Recordings`
        : '/Recordings';
  const uri = `/2010-04-01/Accounts/${accountSid}${path}/${recordingSid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid: callSid ?? null,
    conference_sid: conferenceSid ?? null,
    channels: tape.channels,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(updatedAt),
    start_time: rfc2822(createdAt),
    price: null,
    price_unit: 'USD',
    duration: status === 'completed' ? String(Math.round(tape.seconds())) : null,
    sid: recordingSid,
    source,
    status,
    error_code: null,
    encryption_details: null,
    uri: `${uri}.json`,
    ...(owner === OF_CALL && { track }),
    ...(owner === OF_ACCOUNT && {
      media_url: mediaUrl,
      subresource_uris: {
        add_on_results: `${uri}/AddOnResults.json`,
        transcriptions: `${uri}/Transcriptions.json`,
      },
    }),
  };
}

/** What `Record=true` asks for. Silence is trimmed unless `Trim` is `do-not-trim`. */
export const dialedRecordingOf = (form: RestRequest['form']): LegRecordingRequest => ({
  channels: form.get('RecordingChannels') === 'dual' ? 2 : 1,
  track: (form.get('RecordingTrack') ?? 'both') as RecordingTrack,
  source: 'OutboundAPI',
  trim: form.get('Trim') !== 'do-not-trim',
  callback: subscriptionOf(form, 'RecordingStatusCallback', ['completed']),
});

function changeOf(form: RestRequest['form']): RecordingChange {
  const status = form.get('Status');
  if (status === 'paused')
    return { status, behavior: form.get('PauseBehavior') === 'skip' ? 'skip' : 'silence' };
  if (status === 'in-progress' || status === 'stopped') return { status };
  throw invalid('Missing required parameter Status');
}
