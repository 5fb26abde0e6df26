import type { Route } from '../../support/routes.ts';

/** What of the first org a request of the other can name. */
export interface Known {
  readonly callId: string;
  readonly alertId: string;
  readonly backtestId: string;
  readonly interventionId: string;
  /** Of the intervention. */
  readonly debriefId: string;
  readonly noticeId: string;
  readonly recordingId: string;
  readonly exportId: string;
  readonly credentialId: string;
  readonly simulationId: string;
  readonly incidentId: string;
  readonly signalId: string;
  readonly jointCallId: string;
  readonly textWhisperId: string;
  readonly guestId: string;
  /** Of a message that Salesforce has refused. */
  readonly messageId: string;
  readonly phone: string;
  readonly version: string;
  readonly userId: string;
  readonly opportunityId: string;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly namesTheOther: boolean;
}

/**
 * Routes that know no session: asked by Twilio, by a load balancer, by a browser before anybody has
 * signed in.
 */
export const WITHOUT_SESSION: Record<string, string> = {
  'GET /healthz': 'a load balancer asks',
  'GET /readyz': 'a load balancer asks',
  'GET /softphone': 'a page without data',
  'GET /softphone/': 'a page without data',
  'GET /softphone/*path': 'files of that page',
  'GET /passkey': 'a page without data',
  'GET /api/recording-exports/:exportId/archive':
    'let in by the ticket of a link, which is one person’s, for one selection',
  'POST /passkey/begin': 'let in by the secret of a link',
  'POST /passkey/end': 'let in by the secret of a challenge',
  'POST /telephony/voice': 'signed by Twilio',
  'POST /telephony/inbound': 'signed by Twilio',
  'POST /telephony/conference': 'signed by Twilio',
  'POST /telephony/recording': 'signed by Twilio',
  'POST /telephony/participant': 'signed by Twilio',
};

const requestId = 'isolation-request';

/** Both paths of a debrief take the same. */
const debriefBodies = (path: string): Record<string, () => object> => ({
  [`POST ${path}/rating`]: () => ({ value: 5 }),
  [`POST ${path}/score`]: () => ({ answers: [] }),
  [`POST ${path}/times`]: () => ({ startsAt: '2026-12-01T10:00:00Z' }),
});

/** What each route that takes a body is sent; a route not named here is sent an empty one. */
const BODIES: Record<string, (known: Known) => object> = {
  'POST /api/calls': ({ opportunityId }) => ({ requestId, opportunityId }),
  'POST /api/alerts/:alertId/mark': () => ({ useful: true }),
  'PUT /api/alert-mutes': () => ({ ruleName: 'Abuse_en' }),
  'POST /api/alert-mutes/remove': () => ({ ruleName: 'Abuse_en' }),
  'PUT /api/follows': ({ userId }) => ({ repUserId: userId, kind: 'every_call' }),
  'POST /api/joint-calls': ({ userId }) => ({
    withUserId: userId,
    as: 'supervisor',
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
  }),
  'PUT /api/joint-calls/:jointCallId': () => ({
    startsAt: new Date(Date.now() + 7_200_000).toISOString(),
  }),
  'POST /api/follows/remove': ({ userId }) => ({ repUserId: userId }),
  'POST /api/alert-rules/try': () => ({ text: 'hello', speaker: 'rep', language: 'en' }),
  'POST /api/alert-rules/backtests': () => ({ name: 'Own' }),
  'POST /api/calls/:callId/calibration': () => ({ answers: [] }),
  'POST /api/me/courses': () => ({ code: 'supervisor', answers: [0] }),
  'POST /api/cues/try': () => ({ text: 'hello', speaker: 'rep', language: 'en' }),
  'POST /api/calls/:callId/hold': () => ({ onHold: true }),
  'POST /api/calls/:callId/recording': () => ({ paused: true }),
  'POST /api/calls/:callId/message': () => ({ messageId: 'Call_Back' }),
  'PUT /api/calls/:callId/customer': () => ({ contactId: '00Q000000000001AAA' }),
  'PUT /api/calls/:callId/wrap-up': () => ({ disposition: 'advanced' }),
  'POST /api/calls/:callId/transfer': ({ userId }) => ({ requestId, toUserId: userId }),
  'POST /api/calls/:callId/guests': ({ userId }) => ({ requestId, toUserId: userId }),
  'POST /api/calls/:callId/interventions': () => ({ requestId }),
  'POST /api/interventions/:interventionId/mode': () => ({
    requestId,
    mode: 'barge',
    reasonCode: 'large_deal',
  }),
  'POST /api/interventions/:interventionId/outcome': () => ({ outcome: 'advanced' }),
  'POST /api/calls/:callId/device': () => ({ device: 'softphone' }),
  'POST /api/calls/:callId/rep-path': ({ interventionId }) => ({
    interventionId,
    before: { seconds: 10, jitterMs: 1 },
    after: { seconds: 10, jitterMs: 1 },
  }),
  'POST /api/interventions/:interventionId/device': () => ({ device: 'softphone' }),
  'PUT /api/me/reach': ({ phone }) => ({ device: 'phone', number: phone }),
  'POST /api/me/reach/code': ({ phone }) => ({ requestId, number: phone }),
  'POST /api/me/reach/confirm': () => ({ code: '000000' }),
  'PUT /api/me/availability': () => ({ isAway: true }),
  'PUT /api/me/phone': () => ({ isConnected: false, tabId: 'tab' }),
  'POST /api/me/phone/close': () => ({ tabId: 'tab' }),
  'PUT /api/me/shortcuts': () => ({
    isOn: true,
    keys: {
      monitor: 'm',
      whisper: 'w',
      barge: 'b',
      takeover: 't',
      handBack: 'h',
      leave: 'l',
      list: '?',
    },
  }),
  'PUT /api/pin': () => ({ pin: '906127' }),
  'POST /api/pin/prove': () => ({ pin: '906127' }),
  'POST /api/pin/reset': ({ userId }) => ({ userId }),
  'POST /api/passkeys/link': () => ({ purpose: 'register' }),
  'POST /api/passkeys/reset': ({ userId }) => ({ userId }),
  'POST /api/policy/simulations': () => ({ from: '2026-11-01', to: '2026-11-02' }),
  'POST /api/incidents/:incidentId/resolve': () => ({ note: 'looked at' }),
  'POST /api/people/export': ({ phone }) => ({ person: { phone }, reference: 'isolation' }),
  'POST /api/people/erase': ({ phone }) => ({
    person: { phone },
    reference: 'isolation',
    confirm: 'erase',
  }),
  'POST /api/practice': () => ({ requestId, scenario: 'angry' }),
  'POST /api/recording-exports': ({ callId }) => ({ callId }),
  'PUT /api/practice/:callId': () => ({ ticked: [] }),
  'POST /api/calls/:callId/help': () => ({ requestId, reasonCode: 'large_deal' }),
  'POST /api/calls/:callId/text-whispers': () => ({ requestId, text: 'anchor on value' }),
  'POST /api/calls/:callId/moments': () => ({ requestId }),
  'PUT /api/calls/:callId/monitoring-choice': () => ({ isDeclined: true }),
  ...debriefBodies('/api/debriefs/:debriefId'),
  ...debriefBodies('/api/interventions/:debriefId/debrief'),
  'POST /api/me/employee-notices': () => ({ name: 'US_NY' }),
  'POST /api/training-signals/:signalId/decision': () => ({ status: 'planned', note: 'why' }),
  'PUT /api/outcomes/program-starts/:userId': () => ({ startsOn: '2026-11-02' }),
  'POST /api/policy/validate': () => ({ rules: [], holidays: [] }),
  'POST /api/policy/mine/acknowledge': ({ version }) => ({ version }),
};

const QUERIES: Record<string, (known: Known) => string> = {
  'GET /api/calls': ({ opportunityId }) => `?opportunityId=${opportunityId}`,
  'GET /api/caller-id': () => '?to=%2B14155550142',
  'GET /api/outcomes': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/days': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/calls': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/alerts': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/trust': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/coaching': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/deals': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/file': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/filters': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/first-days': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/proficiency': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/receipts': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/waiting': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/outcomes/worth': () => '?from=2026-11-01&to=2026-11-28',
  'GET /api/recording-exports/:exportId': () => '?since=0',
  'GET /api/policy/difference': ({ version }) => `?from=${version}&to=${version}`,
};

/** The request that asks a route for what is the first org's. */
export function requestFor({ method, path }: Route, known: Known): Request {
  const name = `${method} ${path}`;
  const filled = path.replace(/:(\w+)/g, (_all, param: string) => {
    const value = (known as unknown as Record<string, string>)[param];
    if (!value)
      throw new Error(`${name}: say in Known which ${param} of the first org it would touch`);
    return encodeURIComponent(value);
  });
  return {
    method,
    path: filled + (QUERIES[name]?.(known) ?? ''),
    ...(method !== 'GET' && { body: BODIES[name]?.(known) ?? {} }),
    namesTheOther: filled !== path || name === 'GET /api/policy/difference',
  };
}
