import type { Party } from '../call/call.ts';
import { AUDIBLE_TO, type AudibleTo, type Mode } from '../call/modes.ts';
import type { AuditFacts } from './chain.ts';

/**
 * A report of the carrier about one of Dealside's conferences, in a callback or in response to a
 * request.
 */
export interface CarrierReport {
  /** The same report, repeated, has the same key. */
  readonly key: string;
  readonly callId: string;
  readonly conferenceId: string;
  readonly connectionId?: string;
  readonly label?: string;
  /** The party that the label names; undefined for a connection that Dealside did not make. */
  readonly party?: Party;
  readonly event: string;
  readonly source: 'callback' | 'look';
  readonly audibleTo?: AudibleTo;
  readonly at: string;
  /** The report as the carrier sent it, unchanged. */
  readonly form: Readonly<Record<string, unknown>>;
}

export type IncidentKind =
  | 'stranger_leg'
  | 'unexplained_leg'
  | 'entry_without_leg'
  | 'mode_without_voice'
  | 'heard_without_request'
  | 'chain_broken'
  | 'crm_differs';

/** What an incident is about, where it is known. */
interface IncidentFacts {
  /** When the carrier reported it. */
  readonly at?: string;
  readonly party?: Party['role'];
  readonly mode?: Mode;
  /** The number of a checkpoint. */
  readonly checkpoint?: number;
}

/**
 * A contradiction between the audit and the carrier, within the audit, or between it and what the
 * CRM holds of it.
 */
export interface Incident {
  /** The same contradiction, found again, has the same id. */
  readonly incidentId: string;
  readonly kind: IncidentKind;
  /** For evidence, in English; people read the kind and the facts in their language. */
  readonly message: string;
  readonly facts?: IncidentFacts;
  readonly callId?: string;
  readonly interventionId?: string;
  readonly connectionId?: string;
  /** The position of the audit entry that the incident is about. */
  readonly position?: number;
}

/** A report as it is compared: its form is kept for people to read. */
export type KeptReport = Omit<CarrierReport, 'form'>;

export type PlacedEntry = AuditFacts & { readonly position: number };

/**
 * The contradictions on one call: every connection that the carrier reported must be in the audit,
 * and the reverse.
 */
export function compareWithCarrier(
  callId: string,
  entries: readonly PlacedEntry[],
  { reports, since }: { readonly reports: readonly KeptReport[]; readonly since: number },
): Incident[] {
  return [
    ...connectionsWithoutEntries(callId, entries, reports),
    ...entriesWithoutConnections(
      callId,
      entries.filter(({ position }) => position > since),
      reports,
    ),
    ...audibilityWithoutRequest(callId, entries, reports),
  ];
}

function connectionsWithoutEntries(
  callId: string,
  entries: readonly PlacedEntry[],
  reports: readonly KeptReport[],
): Incident[] {
  const participants = Map.groupBy(
    reports.filter(({ connectionId }) => connectionId !== undefined),
    ({ connectionId }) => connectionId!,
  );
  return [...participants].flatMap(([connectionId, said]): Incident[] => {
    if (entries.some(({ details }) => connectionIdIn(details) === connectionId)) return [];
    const party = said.find((report) => report.party)?.party;
    if (!party) {
      return [
        {
          incidentId: `stranger_leg:${callId}:${connectionId}`,
          kind: 'stranger_leg',
          callId,
          connectionId,
          facts: { at: said[0]!.at },
          message: `A participant that Dealside did not put there was on the call at ${said[0]!.at}. Someone with access to the carrier account added it.`,
        },
      ];
    }
    if (isExpected(party, entries) && isCallOver(entries)) return [];
    return [
      {
        incidentId: `unexplained_leg:${callId}:${connectionId}`,
        kind: 'unexplained_leg',
        callId,
        connectionId,
        ...(party.role === 'supervisor' && { interventionId: party.interventionId }),
        facts: { at: said[0]!.at, party: party.role },
        message: `The carrier reports a connection of the ${party.role} at ${said[0]!.at} of which the audit says nothing.`,
      },
    ];
  });
}

/** Entries of former versions call the field `callSid`. */
const connectionIdIn = ({ connectionId, callSid }: PlacedEntry['details']): unknown =>
  connectionId ?? callSid;

/** After its end a call accepts no facts, so a report about an expected party may have no entry. */
const isCallOver = (entries: readonly PlacedEntry[]): boolean =>
  entries.some(({ action }) => action === 'CallEnded');

function isExpected(party: Party, entries: readonly PlacedEntry[]): boolean {
  if (party.role !== 'supervisor')
    return entries.some(({ action }) => action === 'CallPlaced' || action === 'CallReceived');
  return entries.some(
    ({ action, interventionId }) =>
      action === 'InterventionRequested' && interventionId === party.interventionId,
  );
}

function entriesWithoutConnections(
  callId: string,
  entries: readonly PlacedEntry[],
  reports: readonly KeptReport[],
): Incident[] {
  const isSupervisor =
    (interventionId: string) =>
    ({ party }: KeptReport) =>
      party?.role === 'supervisor' && party.interventionId === interventionId;
  return entries.flatMap((entry): Incident[] => {
    const { action, position, interventionId, details, result } = entry;
    if (result !== 'done') return [];
    const without = (kind: IncidentKind, message: string, facts?: IncidentFacts): Incident[] => [
      {
        incidentId: `${kind}:${callId}:${position}`,
        kind,
        callId,
        position,
        ...(interventionId && { interventionId }),
        ...(facts && { facts }),
        message,
      },
    ];
    if (action === 'ParticipantJoined') {
      return reports.some(({ connectionId }) => connectionId === connectionIdIn(details))
        ? []
        : without(
            'entry_without_leg',
            `Entry ${position} tells of a connection of the ${String(details.party)} that the carrier never reported.`,
          );
    }
    if ((action !== 'SupervisorJoined' && action !== 'ModeConfirmed') || !interventionId) return [];
    const said = reports.filter(isSupervisor(interventionId));
    if (said.length === 0)
      return without(
        'entry_without_leg',
        `Entry ${position} (${action}) tells of a supervisor of whom the carrier reported no connection.`,
        { party: 'supervisor' },
      );
    const audibleTo = action === 'ModeConfirmed' ? AUDIBLE_TO[details.mode as Mode] : 'nobody';
    return audibleTo === 'nobody' || said.some((report) => report.audibleTo === audibleTo)
      ? []
      : without(
          'mode_without_voice',
          `Entry ${position} says that the supervisor was in ${String(details.mode)}, but the carrier never reported the connection as heard that way.`,
          { mode: details.mode as Mode },
        );
  });
}

function audibilityWithoutRequest(
  callId: string,
  entries: readonly PlacedEntry[],
  reports: readonly KeptReport[],
): Incident[] {
  const heard = reports.filter(
    ({ party, audibleTo }) =>
      party?.role === 'supervisor' && audibleTo !== undefined && audibleTo !== 'nobody',
  );
  const byIntervention = Map.groupBy(
    heard,
    ({ party }) => (party as { interventionId: string }).interventionId,
  );
  return [...byIntervention].flatMap(([interventionId, said]): Incident[] => {
    const wasAsked = entries.some(
      (entry) =>
        entry.action === 'ModeRequested' &&
        entry.interventionId === interventionId &&
        entry.result === 'done' &&
        AUDIBLE_TO[entry.details.mode as Mode] !== 'nobody',
    );
    return wasAsked
      ? []
      : [
          {
            incidentId: `heard_without_request:${callId}:${interventionId}`,
            kind: 'heard_without_request',
            callId,
            interventionId,
            connectionId: said[0]!.connectionId,
            facts: { at: said[0]!.at, party: 'supervisor' },
            message: `The carrier reports that the supervisor could be heard at ${said[0]!.at}, which nobody had asked for.`,
          },
        ];
  });
}
