import { randomUUID } from 'node:crypto';
import type { MonitoringScope } from '../../server/domain/policy/monitoringScope.ts';
import type { goneView } from '../../server/http/views/goneView.ts';
import type { NoticeView } from '../../server/http/views/noticeViews.ts';
import type { CallView, InterventionView } from '../../server/http/views/presenters.ts';
import type { StoredIncident } from '../../server/ports/index.ts';
import { until } from './until.ts';

/** A response of the server. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T & {
    error: {
      code: string;
      message: string;
      field?: string;
      hint?: string;
      triesLeft?: number;
      until?: string;
    };
  };
}

interface Session {
  token: string;
  expiresAt: string;
}

/** A person's console and softphone: signed in by the org, with the server's API and live feed. */
export class Console {
  readonly alias: string;
  readonly orgUrl: string;
  readonly serverUrl: string;
  #session?: Promise<Session>;
  readonly #streams: AbortController[] = [];
  readonly #heartbeats: NodeJS.Timeout[] = [];

  constructor({ alias, orgUrl, serverUrl }: { alias: string; orgUrl: string; serverUrl: string }) {
    this.alias = alias;
    this.orgUrl = orgUrl;
    this.serverUrl = serverUrl;
  }

  async token(): Promise<string> {
    const current = await this.#session;
    // A session can expire during a long test.
    if (current && Date.parse(current.expiresAt) - Date.now() < 30_000) this.#session = undefined;
    this.#session ??= fetch(`${this.orgUrl}/as/${this.alias}/apex/DealsideSessionToken.issue`, {
      method: 'POST',
    }).then((response) => response.json() as Promise<Session>);
    return (await this.#session).token;
  }

  async ask<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Answer<T>> {
    const response = await fetch(this.serverUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${token ?? (await this.token())}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Answer<T>['body'] };
  }

  async userId(): Promise<string> {
    return (await this.ask<{ user: { userId: string } }>('GET', '/api/me')).body.user.userId;
  }

  call(callId: string): Promise<Answer<CallView>> {
    return this.ask('GET', `/api/calls/${callId}`);
  }

  placeCall(request: {
    to?: string;
    opportunityId?: string;
    moveFrom?: string;
  }): Promise<Answer<{ call: CallView; connect: { params: Record<string, string> } }>> {
    return this.ask('POST', '/api/calls', { requestId: randomUUID(), ...request });
  }

  async supervise(
    callId: string,
    requestId: string = randomUUID(),
    more: object = {},
  ): Promise<
    Answer<{ intervention: InterventionView; connect: { params: Record<string, string> } }>
  > {
    const started = await this.ask<{
      intervention: InterventionView;
      connect: { params: Record<string, string> };
    }>('POST', `/api/calls/${callId}/interventions`, { requestId, ...more });
    if (started.status === 201) this.#startHeartbeats(started.body.intervention.interventionId);
    return started;
  }

  /** Stops all heartbeats, as a browser that crashed. */
  stopHeartbeats(): void {
    for (const timer of this.#heartbeats.splice(0)) clearInterval(timer);
  }

  #startHeartbeats(interventionId: string): void {
    const timer = setInterval(() => {
      this.ask('POST', `/api/interventions/${interventionId}/presence`).then(
        ({ status }) => status === 409 && clearInterval(timer),
        () => undefined,
      );
    }, 1_500).unref();
    this.#heartbeats.push(timer);
  }

  switchTo(
    interventionId: string,
    mode: string,
    more: object = {},
  ): Promise<Answer<{ intervention: InterventionView }>> {
    return this.ask('POST', `/api/interventions/${interventionId}/mode`, {
      requestId: randomUUID(),
      mode,
      ...more,
    });
  }

  leave(interventionId: string): Promise<Answer<{ intervention: InterventionView }>> {
    return this.ask('POST', `/api/interventions/${interventionId}/leave`, {});
  }

  giveOutcome(
    interventionId: string,
    outcome: object,
  ): Promise<Answer<{ intervention: InterventionView }>> {
    return this.ask('POST', `/api/interventions/${interventionId}/outcome`, outcome);
  }

  /** Opens the live feed and stores its events. */
  async watch(): Promise<Feed> {
    const abort = new AbortController();
    this.#streams.push(abort);
    const response = await fetch(`${this.serverUrl}/api/live`, {
      headers: { authorization: `Bearer ${await this.token()}` },
      signal: abort.signal,
    });
    const feed = new Feed(() => abort.abort());
    void feed.read(response.body!);
    await until('the first snapshot, or the end of the feed', () => feed.ready || feed.ended);
    if (!feed.ready) throw new Error('the live feed ended before its first snapshot');
    return feed;
  }

  close(): void {
    this.stopHeartbeats();
    for (const stream of this.#streams) stream.abort();
  }
}

/** The state of a console, from the events of the live feed. */
export class Feed {
  ready = false;
  ended = false;
  /** All that was ever sent, as it came. */
  everything = '';
  policyVersion?: string;
  /** Whose calls this person can monitor, as of the last snapshot. */
  monitors?: MonitoringScope;
  readonly calls = new Map<string, CallView>();
  /** Calls that are not shown any more, and why this person was taken off them. */
  readonly gone = new Map<string, ReturnType<typeof goneView>>();
  readonly notices = new Map<string, NoticeView>();
  readonly alerts: StoredIncident[] = [];
  /** Cards and checklists, as they came. */
  readonly cues: unknown[] = [];
  /** Planned three-way calls that began, as it was told. */
  readonly jointCalls: Readonly<Record<string, string>>[] = [];
  /** Calls of this person's own that supervisors who follow them may join. */
  readonly followedBy: { callId: string; supervisors: string[] }[] = [];
  readonly outcomesDue = new Map<string, InterventionView>();
  /** From when the person's rights are, while Salesforce does not confirm them. */
  staleSince?: string;
  readonly close: () => void;

  constructor(close: () => void) {
    this.close = close;
  }

  async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body.pipeThrough(
        new TextDecoderStream() as never,
      ) as unknown as AsyncIterable<string>) {
        text += chunk;
        this.everything += chunk;
        const events = text.split('\n\n');
        text = events.pop()!;
        for (const event of events) this.#apply(event);
      }
    } catch (error) {
      if ((error as Error).name !== 'AbortError') this.ready = false;
    }
    this.ended = true;
  }

  #apply(event: string): void {
    const name = /^event: (.+)$/m.exec(event)?.[1];
    const data = JSON.parse(/^data: (.+)$/m.exec(event)?.[1] ?? 'null') as never;
    if (name === 'snapshot') {
      const {
        calls,
        notices,
        interventionsDue,
        policyVersion,
        monitors,
        gone = [],
      } = data as {
        gone?: ReturnType<typeof goneView>[];
        policyVersion: string;
        monitors: MonitoringScope;
        calls: CallView[];
        notices: NoticeView[];
        interventionsDue: InterventionView[];
      };
      for (const call of calls) this.calls.set(call.callId, call);
      for (const call of gone) this.gone.set(call.callId, call);
      for (const notice of notices) this.notices.set(notice.noticeId, notice);
      for (const due of interventionsDue) this.outcomesDue.set(due.interventionId, due);
      this.policyVersion = policyVersion;
      this.monitors = monitors;
      this.ready = true;
    }
    if (name === 'rights') this.staleSince = (data as { staleSince?: string }).staleSince;
    if (name === 'incident') this.alerts.push(data);
    if (name === 'cues') this.cues.push(data);
    if (name === 'joint-call') this.jointCalls.push(data);
    if (name === 'followed') this.followedBy.push(data);
    if (name === 'call') this.calls.set((data as CallView).callId, data);
    if (name === 'gone') this.gone.set((data as { callId: string }).callId, data);
    if (name === 'notice') this.notices.set((data as NoticeView).noticeId, data);
    if (name === 'intervention')
      this.outcomesDue.set((data as InterventionView).interventionId, data);
  }
}
