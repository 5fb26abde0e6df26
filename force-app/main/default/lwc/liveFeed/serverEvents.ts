/** What the live feed can tell of. */
const EVENT_NAMES = [
  'snapshot',
  'ping',
  'rights',
  'call',
  'notice',
  'gone',
  'intervention',
  'written',
  'words',
  'attention',
  'cues',
  'follow',
  'followed',
  'joint-call',
] as const;
type EventName = (typeof EVENT_NAMES)[number];

export interface ServerEvent {
  event: EventName;
  data: unknown;
}

interface SentEvent {
  event: string;
  data: unknown;
}

/** Whether this page knows the event: a server or a tab that is newer may tell of more. */
export const isKnownEvent = (sent: SentEvent): sent is ServerEvent =>
  (EVENT_NAMES as readonly string[]).includes(sent.event);

/** Reads the known server-sent events from a streamed response until it ends. */
export async function readEvents(
  response: Response,
  onEvent: (event: ServerEvent) => void,
): Promise<void> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  const parse = eventParser((sent) => {
    if (isKnownEvent(sent)) onEvent(sent);
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parse(decoder.decode(value, { stream: true }));
  }
}

/**
 * Receives text in pieces of any size and reports each event once it is complete. Each piece is
 * read once, because a snapshot of thousands of calls comes in many pieces.
 */
export function eventParser(onEvent: (event: SentEvent) => void): (piece: string) => void {
  let line = '';
  let event = 'message';
  let data: string[] = [];

  function readLine(whole: string): void {
    if (whole === '') {
      if (data.length > 0) onEvent({ event, data: JSON.parse(data.join('\n')) });
      event = 'message';
      data = [];
    } else if (whole.startsWith('event:')) event = valueOf(whole, 'event:');
    else if (whole.startsWith('data:')) data.push(valueOf(whole, 'data:'));
  }

  return (piece) => {
    let from = 0;
    for (;;) {
      const end = piece.indexOf('\n', from);
      if (end < 0) break;
      const whole = line + piece.slice(from, end);
      line = '';
      from = end + 1;
      readLine(whole.endsWith('\r') ? whole.slice(0, -1) : whole);
    }
    line += piece.slice(from);
  };
}

const valueOf = (line: string, field: string): string =>
  line.slice(line[field.length] === ' ' ? field.length + 1 : field.length);
