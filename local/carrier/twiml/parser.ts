import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A verb or noun with its attributes, text and nested nouns. */
export interface Verb {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly nouns: readonly Verb[];
}

const NOUNS_BY_VERB: Record<string, readonly string[]> = {
  Gather: ['Say', 'Play', 'Pause'],
  Say: [],
  Play: [],
  Pause: [],
  Echo: [],
  Hangup: [],
  Record: [],
  Redirect: [],
  Reject: [],
  Dial: ['Conference', 'Client', 'Number', 'Sip'],
  Connect: ['Stream'],
  Start: ['Stream', 'Transcription'],
  Stop: ['Stream', 'Transcription'],
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

type Node = Record<string, unknown>;

/**
 * Parses a TwiML document. Returns Twilio's error code and message where Twilio would refuse it.
 */
export function parseTwiml(
  document: string,
): { verbs: Verb[] } | { error: number; message: string } {
  if (XMLValidator.validate(document) !== true)
    return { error: 12100, message: 'Document parse failure' };
  const root = (parser.parse(document) as Node[]).find((node) => 'Response' in node);
  if (!root)
    return { error: 12200, message: 'Schema validation warning: the document has no Response' };
  const verbs = (root.Response as Node[]).map(verbOf).filter((verb) => verb.name !== '#text');
  for (const verb of verbs) {
    const nouns = NOUNS_BY_VERB[verb.name];
    if (!nouns)
      return { error: 12200, message: `Schema validation warning: unknown verb ${verb.name}` };
    const unknown = verb.nouns.find((noun) => !nouns.includes(noun.name));
    if (unknown)
      return {
        error: 12200,
        message: `Schema validation warning: ${verb.name} cannot contain ${unknown.name}`,
      };
  }
  return { verbs };
}

function verbOf(node: Node): Verb {
  const name = Object.keys(node).find((key) => key !== ':@')!;
  const children = Array.isArray(node[name]) ? (node[name] as Node[]) : [];
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    text: children.map((child) => ('#text' in child ? String(child['#text']) : '')).join(''),
    nouns: children.filter((child) => !('#text' in child)).map(verbOf),
  };
}
