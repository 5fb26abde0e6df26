import { eventParser, isKnownEvent } from '../serverEvents';

function parsedFrom(pieces: string[]): { event: string; data: unknown }[] {
  const events: { event: string; data: unknown }[] = [];
  const parse = eventParser((event) => events.push(event));
  for (const piece of pieces) parse(piece);
  return events;
}

describe('a stream of server-sent events', () => {
  const TEXT = 'id: 1\nevent: call\ndata: {"callId":"a"}\n\nid: 2\nevent: ping\ndata: {}\n\n';
  const EVENTS = [
    { event: 'call', data: { callId: 'a' } },
    { event: 'ping', data: {} },
  ];

  it('is read whole', () => expect(parsedFrom([TEXT])).toEqual(EVENTS));

  it('is read in pieces of any size', () => {
    for (let size = 1; size < TEXT.length; size += 1) {
      expect(parsedFrom(TEXT.match(new RegExp(`[^]{1,${size}}`, 'g'))!)).toEqual(EVENTS);
    }
  });

  it('keeps an unfinished event back', () =>
    expect(parsedFrom(['event: call\ndata: {"callId"'])).toEqual([]));
  it('may hold comments', () =>
    expect(parsedFrom([': hello\n\nevent: ping\ndata: {}\n\n'])).toEqual([
      { event: 'ping', data: {} },
    ]));
  it('may have data over several lines', () =>
    expect(parsedFrom(['data: [1,\ndata: 2]\n\n'])).toEqual([{ event: 'message', data: [1, 2] }]));
  it('may tell of more than this page knows, which is left out', () =>
    expect(
      parsedFrom(['event: call\ndata: {}\n\nevent: of-tomorrow\ndata: {}\n\n']).filter(
        isKnownEvent,
      ),
    ).toEqual([{ event: 'call', data: {} }]));
});
