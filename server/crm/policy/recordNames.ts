import type { Mode } from '../../domain/call/modes.ts';
import type { NoticeKind } from '../../domain/call/noticeKinds.ts';
import type { Demand } from '../../domain/policy/policy.ts';

/**
 * How an org's records name a mode: the picklist value, the checkbox of a rule, the field for the
 * seconds in that mode.
 */
export const MODE_IN_RECORDS: Record<
  Mode,
  { readonly value: string; readonly ruleField: string; readonly secondsField: string }
> = {
  monitor: { value: 'Monitor', ruleField: 'Monitor__c', secondsField: 'Monitor_Seconds__c' },
  whisper: { value: 'Whisper', ruleField: 'Whisper__c', secondsField: 'Whisper_Seconds__c' },
  barge: { value: 'Barge', ruleField: 'Barge__c', secondsField: 'Barge_Seconds__c' },
  takeover: { value: 'Takeover', ruleField: 'Takeover__c', secondsField: 'Takeover_Seconds__c' },
};

/** The checkbox of a rule for each demand. */
export const DEMAND_FIELDS: Record<Demand, string> = {
  reason: 'Needs_Reason__c',
  pin: 'Needs_PIN__c',
  passkey: 'Needs_Passkey__c',
  recorded: 'Record_Supervisor__c',
  notice_first: 'Announce_First__c',
  point: 'Needs_Point__c',
};

/**
 * How an org's records name a kind of notice: the checkbox of a rule, the picklist value of an
 * intervention, and a rank by how noticeable it is. The record of an intervention names its most
 * noticeable kind.
 */
export const NOTICE_IN_RECORDS: Record<
  NoticeKind,
  { readonly ruleField: string; readonly value: string; readonly noticeability: number }
> = {
  banner: { ruleField: 'Banner__c', value: 'visual', noticeability: 1 },
  tone: { ruleField: 'Tone__c', value: 'tone', noticeability: 2 },
  spoken_to_rep: { ruleField: 'Spoken_To_Rep__c', value: 'spoken', noticeability: 3 },
  spoken_to_everyone: { ruleField: 'Spoken_To_Everyone__c', value: 'spoken', noticeability: 4 },
};
