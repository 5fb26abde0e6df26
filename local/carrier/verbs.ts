import type { Leg } from './leg.ts';
import { STREAM_TRACKS, type StreamRequest, type Streams } from './streams.ts';
import type { Switchboard } from './switchboard.ts';
import type { Verb } from './twiml.ts';

export interface VerbParts { readonly streams: Streams }

/** Teaches the switchboard the verbs whose business is sound. */
export function teachVerbs(board: Switchboard, { streams }: VerbParts): void {
  board.verbs.set('Connect', async (leg, verb, url) => {
    const [noun] = verb.nouns;
    if (noun) await streams.connect(leg, streamOf(noun, url));
    if (!verb.attributes.action) return 'next';
    board.redirect(leg, { url: new URL(verb.attributes.action, url).href });
    return 'stop';
  });

  board.verbs.set('Start', async (leg, verb, url) => {
    for (const noun of verb.nouns) streams.start(leg, streamOf(noun, url));
    return 'next';
  });

  board.verbs.set('Stop', async (leg: Leg, verb) => {
    for (const noun of verb.nouns) streams.find(leg.callSid, noun.attributes.name ?? '')?.stop();
    return 'next';
  });
}

function streamOf({ attributes: a, nouns }: Verb, url: string): StreamRequest {
  return {
    url: a.url ?? '', name: a.name, track: a.track && a.track in STREAM_TRACKS ? (a.track as keyof typeof STREAM_TRACKS) : undefined,
    statusCallback: a.statusCallback && new URL(a.statusCallback, url).href,
    parameters: Object.fromEntries(nouns.filter(({ name }) => name === 'Parameter').map(({ attributes }) => [attributes.name ?? '', attributes.value ?? ''])),
  };
}
