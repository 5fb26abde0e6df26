import type { Beep, ParticipantSettings } from '../conference/conference.ts';
import { isLabel } from '../conference/participantLabel.ts';
import { CONFERENCE_EVENTS } from '../conference/reports.ts';
import type { Subscription } from '../webhooks/subscription.ts';
import type { Verb } from './parser.ts';

const isFlag = (value: string): boolean => value === 'true' || value === 'false';
const isMethod = (value: string): boolean => value === 'GET' || value === 'POST';
const areOf =
  (known: readonly string[]) =>
  (value: string): boolean =>
    value.split(' ').every((event) => known.includes(event));
const isAddress = (value: string): boolean => URL.canParse(value, 'http://relative.example');
const isCall = (value: string): boolean => /^CA[0-9a-f]{32}$/i.test(value);

/**
 * The attributes of Conference, and Twilio's code for an invalid value. A warning makes Twilio use
 * the default; an error makes the Dial fail. https://www.twilio.com/docs/api/errors
 */
const ATTRIBUTES: Readonly<
  Record<
    string,
    readonly [fits: (value: string) => boolean, code: number, kind: 'error' | 'warning']
  >
> = {
  muted: [isFlag, 13230, 'error'],
  endConferenceOnExit: [isFlag, 13231, 'warning'],
  startConferenceOnEnter: [isFlag, 13232, 'warning'],
  coach: [isCall, 13240, 'error'],
  participantLabel: [isLabel, 16023, 'error'],
  beep: [areOf(['true', 'false', 'onEnter', 'onExit']), 16002, 'error'],
  jitterBufferSize: [areOf(['off', 'small', 'medium', 'large']), 16002, 'error'],
  maxParticipants: [
    (value) => /^\d+$/.test(value) && Number(value) >= 2 && Number(value) <= 250,
    16002,
    'error',
  ],
  record: [areOf(['do-not-record', 'record-from-start']), 16002, 'error'],
  trim: [areOf(['trim-silence', 'do-not-trim']), 16002, 'error'],
  region: [areOf(['us1', 'us2', 'ie1', 'de1', 'sg1', 'br1', 'au1', 'jp1']), 16002, 'error'],
  waitUrl: [isAddress, 16002, 'error'],
  statusCallback: [isAddress, 16002, 'error'],
  recordingStatusCallback: [isAddress, 16002, 'error'],
  eventCallbackUrl: [isAddress, 16002, 'error'],
  waitMethod: [isMethod, 16002, 'error'],
  statusCallbackMethod: [isMethod, 16002, 'error'],
  recordingStatusCallbackMethod: [isMethod, 16002, 'error'],
  statusCallbackEvent: [areOf(CONFERENCE_EVENTS), 16002, 'error'],
  recordingStatusCallbackEvent: [
    areOf(['in-progress', 'completed', 'failed', 'absent']),
    16002,
    'error',
  ],
  recordingConfigurationId: [() => true, 16002, 'error'],
};

/** An invalid attribute. */
export interface NounFault {
  readonly code: number;
  readonly message: string;
  readonly kind: 'error' | 'warning';
}

/** What Twilio reports about a Conference noun. */
export function faultsOf({ text, attributes }: Verb): NounFault[] {
  const faults: NounFault[] =
    text.length === 0 || text.length > 128
      ? [{ code: 13236, message: 'Dial->Conference: Invalid Conference Sid', kind: 'error' }]
      : [];
  for (const [name, value] of Object.entries(attributes)) {
    const [fits, code, kind] = ATTRIBUTES[name] ?? [() => false, 12200, 'warning'];
    if (!fits(value))
      faults.push({ code, message: `Dial->Conference: Invalid ${name} value`, kind });
  }
  return faults;
}

/**
 * The settings of a Conference noun. Invalid attributes count as missing.
 * @param url of the document, for relative URLs
 */
export function settingsOf(noun: Verb, url: string): ParticipantSettings {
  const a = Object.fromEntries(
    Object.entries(noun.attributes).filter(([name, value]) => ATTRIBUTES[name]?.[0](value)),
  );
  const flag = (name: string): boolean | undefined =>
    a[name] === undefined ? undefined : a[name] === 'true';
  const way = (name: string): 'GET' | 'POST' => (a[name] === 'GET' ? 'GET' : 'POST');
  const address = (value: string): string => new URL(value, url).href;
  const subscription = (name: string, usual: readonly string[]): Subscription | undefined =>
    a[name]
      ? {
          url: address(a[name]),
          method: way(`${name}Method`),
          events: a[`${name}Event`]?.split(' ') ?? usual,
        }
      : undefined;
  return {
    label: a.participantLabel,
    muted: flag('muted'),
    coaching: a.coach !== undefined,
    callSidToCoach: a.coach,
    startConferenceOnEnter: flag('startConferenceOnEnter'),
    endConferenceOnExit: flag('endConferenceOnExit'),
    beep: a.beep as Beep | undefined,
    maxParticipants: a.maxParticipants === undefined ? undefined : Number(a.maxParticipants),
    region: a.region,
    wait:
      a.waitUrl === undefined
        ? undefined
        : { url: a.waitUrl && address(a.waitUrl), method: way('waitMethod') },
    record: a.record === 'record-from-start',
    trim: a.trim !== 'do-not-trim',
    callback: subscription('statusCallback', ['start', 'end']),
    recordingCallback: subscription('recordingStatusCallback', ['completed']),
  };
}
