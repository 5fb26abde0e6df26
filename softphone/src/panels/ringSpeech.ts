import { isEngaged, type Ring } from '../line.ts';
import { currentCall, type SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';

/** What screen readers were given of one line that rings. */
interface SaidOfRing {
  readonly facts: readonly string[];
  readonly answer: string;
}

/** What screen readers were given, by line. */
export type Said = ReadonlyMap<string, SaidOfRing>;

export const NOTHING_SAID: Said = new Map();

/**
 * What is to be said now, by line: who rings, about which record, and what answers the call. What
 * becomes known, or changes, while it rings is said with the name; nothing else is said again.
 */
export function ringSpeech(
  said: Said,
  state: SoftphoneState,
  texts: Texts,
): { readonly lines: readonly { lineId: string; text: string }[]; readonly said: Said } {
  const lines: { lineId: string; text: string }[] = [];
  const saidNow = state.rings.map((ring): [string, SaidOfRing] => {
    const { lineId, name } = ring;
    const before = said.get(lineId);
    const facts = factsOf(ring, state, texts).filter((one) => !before?.facts.includes(one));
    const answer = howToAnswer(name, state, texts);
    const sentences = answer === before?.answer ? facts : [...facts, answer];
    if (sentences.length > 0) {
      const begin = before ? `${name}:` : fill(texts.ringFrom, { name });
      lines.push({ lineId, text: [begin, ...sentences].join(' ') });
    }
    return [lineId, { facts: [...(before?.facts ?? []), ...facts], answer }];
  });
  return { lines, said: new Map(saidNow) };
}

function factsOf(ring: Ring, state: SoftphoneState, texts: Texts): string[] {
  const deal = dealOfRing(ring, state);
  return [
    ...(deal === undefined ? [] : [fill(texts.ringAbout, { deal })]),
    ...(ring.lostRep === undefined ? [] : [fill(texts.ringsForLostRep, { rep: ring.lostRep })]),
  ];
}

function howToAnswer(name: string, state: SoftphoneState, texts: Texts): string {
  const meanwhile = meanwhileOn(state);
  if (meanwhile === 'own') return texts.hangUpFirst;
  const answerWith = (button: string): string =>
    fill(texts.ringAnswer, { button: fill(button, { name }) });
  return meanwhile === 'none'
    ? answerWith(texts.answerWho)
    : `${supervisingText(meanwhile, texts)} ${answerWith(texts.leaveAndAnswerWho)}`;
}

/** What the call of this ring is about. */
export const dealOfRing = ({ callId }: Ring, { calls }: SoftphoneState): string | undefined =>
  callId === undefined ? undefined : calls.find((one) => one.callId === callId)?.opportunity?.name;

/** The call that this person is on while another line rings. */
export type Meanwhile = 'none' | 'own' | { readonly supervises: string };

export function meanwhileOn(state: SoftphoneState): Meanwhile {
  if (!isEngaged(state.call)) return 'none';
  return state.call.interventionId === undefined
    ? 'own'
    : { supervises: currentCall(state)?.rep.name ?? '' };
}

/** Why a line cannot be answered during the call that this person supervises. */
export const supervisingText = ({ supervises }: Exclude<Meanwhile, string>, texts: Texts): string =>
  supervises ? fill(texts.supervisingNow, { rep: supervises }) : texts.supervisingOther;
