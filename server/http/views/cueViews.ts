import { callFacts } from '../../domain/alerts/callFacts.ts';
import type { Cue } from '../../domain/alerts/cue.ts';
import type { CueBoard, CueReader } from '../../domain/alerts/cueBoard.ts';
import type { Call } from '../../domain/call/call.ts';

/** What the rep is shown: the card that fits what was said, and the checklist. */
export function cuesView(
  call: Call,
  { card, said, reader, now }: CueBoard & { readonly reader: CueReader; readonly now: string },
) {
  const { language, queueIds, stage } = callFacts(call);
  return {
    callId: call.callId,
    card:
      card && call.status === 'live' && card.until > now
        ? {
            name: card.cue.name,
            title: card.cue.label,
            text: card.cue.text,
            link: card.cue.link,
            words: card.words,
            at: card.at,
            until: card.until,
          }
        : undefined,
    checklist: reader
      .checklist({ language, direction: call.direction, queueIds, stage })
      .map(({ name, text, mark }) => ({ name, text, mark, ...said.get(name) })),
  };
}

/** A cue with the fields of its record. */
export const cueRecord = ({ phrases, queueIds, stages, ...cue }: Cue) => ({
  ...cue,
  phrases: phrases.join('\n'),
  queues: queueIds?.join(';'),
  stages: stages?.join(';'),
});
