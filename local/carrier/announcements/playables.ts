import { clipOf, pauseOf, repeated, speechOf, type Clip } from '../media/sounds.ts';
import { parseTwiml, type Verb } from '../twiml/parser.ts';
import { signatureOf, type Form } from '../webhooks/signature.ts';
import type { Playable } from '../webhooks/subscription.ts';

/** Why nothing can be played. */
export interface Unplayable {
  readonly error: string;
}

/** Whether fetching failed. */
export const isUnplayable = (found: Clip | Unplayable): found is Unplayable => 'error' in found;

/**
 * Fetches a sound file, or a TwiML document and the sounds that it plays. With `onRedirect`, a
 * Redirect at the document's end is reported instead of followed, because it takes effect only
 * after the sounds have ended. `onSay` receives the words that the document says.
 */
export type Fetcher = (
  what: Playable,
  params: Form,
  onRedirect?: (to: Playable) => void,
  onSay?: (words: string) => void,
) => Promise<Clip | Unplayable>;

const TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 10;
/** Stands for `loop="0"`, which means without end; no sound here plays longer than this. */
const MAX_LOOPS = 100;

/**
 * Fetches what Twilio plays for announcements, hold and wait music: WAV, or TwiML with Play, Say,
 * Pause and Redirect.
 */
export function createFetcher(authToken: string): Fetcher {
  async function playable(
    { url, method }: Playable,
    params: Form,
    {
      depth = 0,
      onRedirect,
      onSay,
    }: {
      readonly depth?: number;
      readonly onRedirect?: (to: Playable) => void;
      readonly onSay?: (words: string) => void;
    } = {},
  ): Promise<Clip | Unplayable> {
    if (depth > MAX_REDIRECTS) return { error: 'too many redirects' };
    const answered = await get(url, method, params);
    if ('error' in answered) return answered;
    if (answered.bytes.toString('latin1', 0, 4) === 'RIFF')
      return clipOf(answered.bytes) ?? { error: 'the sound format is not supported' };
    const parsed = parseTwiml(answered.bytes.toString('utf8'));
    if ('error' in parsed) return { error: `${parsed.error} ${parsed.message}` };
    const clips: Clip[] = [];
    for (const verb of parsed.verbs) {
      if (verb.name === 'Redirect' && onRedirect) {
        const way = verb.attributes.method === 'GET' ? 'GET' : 'POST';
        onRedirect({ url: new URL(verb.text, url).href, method: way });
        break;
      }
      if (verb.name === 'Say') onSay?.(verb.text);
      const clip =
        verb.name === 'Redirect'
          ? await playable({ url: new URL(verb.text, url).href, method: 'POST' }, params, {
              depth: depth + 1,
            })
          : await clipOfVerb(verb, url);
      if (isUnplayable(clip)) return clip;
      clips.push(clip);
      if (verb.name === 'Redirect') break;
    }
    return clips.flat();
  }

  async function clipOfVerb(
    { name, text, attributes }: Verb,
    base: string,
  ): Promise<Clip | Unplayable> {
    const loops = attributes.loop === undefined ? 1 : Number(attributes.loop) || MAX_LOOPS;
    switch (name) {
      case 'Say':
        return repeated(speechOf(text), loops);
      case 'Pause':
        return pauseOf(Number(attributes.length ?? 1) * 1000);
      case 'Play': {
        const found = await playable(
          { url: new URL(text, base).href, method: 'GET' },
          {},
          { depth: MAX_REDIRECTS },
        );
        return isUnplayable(found) ? found : repeated(found, loops);
      }
      default:
        return { error: `${name} is not supported here` };
    }
  }

  async function get(
    url: string,
    method: 'GET' | 'POST',
    params: Form,
  ): Promise<{ bytes: Buffer } | Unplayable> {
    const known = Object.fromEntries(
      Object.entries(params).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    const query =
      method === 'GET' && Object.keys(known).length > 0
        ? `${url.includes('?') ? '&' : '?'}${new URLSearchParams(known)}`
        : '';
    const address = url + query;
    try {
      const response = await fetch(address, {
        method,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(method === 'POST' && { body: new URLSearchParams(known) }),
        headers: {
          'x-twilio-signature': signatureOf(authToken, address, method === 'POST' ? known : {}),
          'user-agent': 'TwilioProxy/1.1',
        },
      });
      return response.ok
        ? { bytes: Buffer.from(await response.arrayBuffer()) }
        : { error: `the URL responded with ${response.status}` };
    } catch {
      return { error: 'the URL did not respond' };
    }
  }

  return (what, params, onRedirect, onSay) =>
    playable(what, params, { depth: 0, onRedirect, onSay });
}
