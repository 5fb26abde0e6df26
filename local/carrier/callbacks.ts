import { createHmac, randomUUID } from 'node:crypto';

export type Form = Record<string, string | undefined>;

/** https://www.twilio.com/docs/usage/security#validating-requests */
export function signatureOf(authToken: string, url: string, params: Form): string {
  const data = Object.keys(params).sort().reduce((text, key) => text + key + (params[key] ?? ''), url);
  return createHmac('sha1', authToken).update(data).digest('base64');
}

/** What a test may do to callbacks on their way. */
export interface CallbackFaults {
  loseNext: number;
  doubleNext: number;
  delayMs: number;
}

export interface Callbacks {
  /** Posts a signed form; answers the body, or undefined when nobody answered with success. */
  fetch(url: string, params: Form): Promise<string | undefined>;
  /** Posts without waiting; order of arrival is not guaranteed, as with Twilio. */
  tell(url: string | undefined, params: Form, method?: 'GET' | 'POST'): void;
  readonly faults: CallbackFaults;
  readonly log: { url: string; params: Form; status: number | 'failed' }[];
  /** Resolves when everything told has been delivered or given up. */
  idle(): Promise<void>;
}

const TIMEOUT_MS = 15_000;

export function createCallbacks(authToken: string): Callbacks {
  const faults: CallbackFaults = { loseNext: 0, doubleNext: 0, delayMs: 0 };
  const log: Callbacks['log'] = [];
  const under = new Set<Promise<unknown>>();

  async function post(address: string, params: Form): Promise<string | undefined> {
    const { url, retries, policies } = overridesOf(address);
    const token = randomUUID();
    const known = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as Record<string, string>;
    for (let attempt = 0; ; attempt += 1) {
      const { status, body, failure } = await attemptPost(url, known, signatureOf(authToken, url, known), token);
      log.push({ url, params: known, status: status ?? 'failed' });
      if (status !== undefined && status < 400) return body;
      const class_ = failure ?? (status! >= 500 ? '5xx' : '4xx');
      if (attempt >= retries || !(policies.includes(class_) || policies.includes('all'))) return undefined;
    }
  }

  return {
    faults,
    log,
    fetch: post,
    tell(url, params) {
      if (!url) return;
      if (faults.loseNext > 0) {
        faults.loseNext -= 1;
        return;
      }
      const times = faults.doubleNext > 0 ? 2 : 1;
      if (times === 2) faults.doubleNext -= 1;
      const { delayMs } = faults;
      const delivery = (async () => {
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
        for (let i = 0; i < times; i += 1) await post(url, params);
      })().finally(() => under.delete(delivery));
      under.add(delivery);
    },
    async idle() {
      while (under.size > 0) await Promise.all(under);
    },
  };
}

/** Retry settings ride in the URL's fragment. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
function overridesOf(address: string): { url: string; retries: number; policies: string[] } {
  const [url = '', fragment = ''] = address.split('#');
  const settings = new URLSearchParams(fragment);
  return { url, retries: Number(settings.get('rc') ?? 1), policies: (settings.get('rp') ?? 'ct').split(',') };
}

async function attemptPost(url: string, params: Record<string, string>, signature: string, token: string) {
  try {
    const response = await fetch(url, {
      method: 'POST', body: new URLSearchParams(params), signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'x-twilio-signature': signature, 'i-twilio-idempotency-token': token, 'user-agent': 'TwilioProxy/1.1' },
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { failure: (error as Error).name === 'TimeoutError' ? 'rt' : 'ct' };
  }
}
