import type { AuditActor, AuditEntryView } from 'c/adminApi';
import { dateTimeText, MODE_NAME } from 'c/callModel';
import { labels } from 'c/dealsideLabels';

/** The columns of the audit, on the page and in its download. */
export const AUDIT_COLUMNS = [
  { key: 'position', label: '#' },
  { key: 'at', label: labels.auditWhen },
  { key: 'who', label: labels.auditWho },
  { key: 'action', label: labels.auditAction },
  { key: 'mode', label: labels.auditMode },
  { key: 'about', label: labels.auditAbout },
  { key: 'call', label: labels.auditCall },
  { key: 'recording', label: labels.auditRecording },
  { key: 'result', label: labels.auditResult },
] as const;

type Names = Readonly<Record<string, string>>;

/** The readable text of an entry, by column. */
export interface AuditLine extends Readonly<
  Record<Exclude<(typeof AUDIT_COLUMNS)[number]['key'], 'position'>, string>
> {
  readonly position: number;
}

/** An entry in words: names of people, reasons of refusals, ids of calls and recordings. */
export function auditLine(entry: AuditEntryView, names: Names): AuditLine {
  const { position, at, actor, label, callId, details = {} } = entry;
  const { mode, recordingId, supervisorUserId, repUserId } = details;
  const about = [supervisorUserId, repUserId].filter(
    (id) => id && !(actor.kind === 'person' && actor.userId === id),
  ) as string[];
  return {
    position,
    at: dateTimeText(at),
    who: [whoIs(actor, names), entry.actorRole].filter(Boolean).join(' · '),
    action: label,
    mode: mode ? MODE_NAME[mode] : '',
    about: about.map((id) => nameOf(id, names)).join(', '),
    call: callId ?? '',
    recording: recordingId ?? '',
    result: entry.result === 'done' ? labels.auditDone : refusedText(entry),
  };
}

const nameOf = (id: string, names: Names): string => names[id] ?? labels.auditUnknownPerson;

/** Includes the count of refusals if the entry is a tally. */
const refusedText = ({ problem, details }: AuditEntryView): string =>
  [labels.auditRefused, problem].filter(Boolean).join(': ') +
  (details?.times ? ` ×${details.times}` : '');

function whoIs(actor: AuditActor, names: Names): string {
  switch (actor.kind) {
    case 'person':
      return nameOf(actor.userId, names);
    case 'operator':
      return actor.account;
    case 'system':
      return labels.auditSystem;
    case 'carrier':
      return labels.auditCarrier;
    case 'unknown':
      return [labels.auditUnknown, names[actor.claimedUserId ?? '']].filter(Boolean).join(' · ');
  }
}
