import type { Call } from '../../domain/call/call.ts';
import { countsAsSaved, dispositionFamily } from '../../domain/call/dispositions.ts';
import { talkedSeconds, type RepCall } from '../../domain/call/repCalls.ts';
import { wrapUpOf } from '../../domain/call/wrapUp.ts';
import { readableNumber } from '../../domain/numbers/readable.ts';
import { fill } from '../../domain/texts/texts.ts';
import { cut, direction, isLead, relatedTo, type Fields } from './interventionRecord.ts';
import { dayIn } from './localTime.ts';
import type { Owner } from './owners.ts';
import { momentLines, otherLines, wordsFor } from './recordWords.ts';
import type { TaskValues } from './taskValues.ts';

const DESCRIPTION = 32_000;

/** The External_Id__c of a Rep_Call__c record: the call and its rep. */
export const repCallId = ({ callId }: Call, userId: string): string => `${callId}:${userId}`;
export const repActivityKey = (id: string): string => `${id}:rep-call`;
export const followUpKey = (id: string): string => `${id}:follow-up`;

/** The fields of a Rep_Call__c record. Customer and opportunity are those that the rep chose. */
export function repCallFields(
  call: Call,
  own: RepCall,
  { recordingUrl, alerts = 0 }: { readonly recordingUrl?: string; readonly alerts?: number } = {},
): Fields {
  const wrapUp = wrapUpOf(call, own.rep.userId);
  const { contactId, accountId } = call.customer;
  return {
    OwnerId: own.rep.userId,
    Rep__c: own.rep.userId,
    Call_Id__c: call.callId,
    Opportunity__c: call.opportunity?.opportunityId ?? null,
    Account__c: accountId ?? null,
    Contact__c: isLead(call) ? null : (contactId ?? null),
    Lead__c: isLead(call) ? contactId! : null,
    Direction__c: direction(call),
    Started_At__c: own.startedAt,
    Ended_At__c: own.endedAt,
    Duration_Seconds__c: talkedSeconds(own),
    Result__c: own.result,
    Assisted__c: own.isAssisted,
    Alerts__c: alerts,
    Recording_Url__c: recordingUrl ?? null,
    Disposition__c: wrapUp?.disposition ?? null,
    Disposition_Family__c: wrapUp ? dispositionFamily(wrapUp.disposition) : null,
    Saved__c: wrapUp ? countsAsSaved(wrapUp.disposition) : false,
    Finished_At__c: wrapUp?.at ?? null,
  };
}

/** The rep's completed call activity on the timeline of the record (G5, G21), in the rep's words. */
export function repActivityFields(
  call: Call,
  own: RepCall,
  {
    values,
    rep,
    recordingUrl,
  }: { readonly recordingUrl?: string; readonly values: TaskValues; readonly rep: Owner },
): Fields {
  const words = wordsFor(rep);
  const { written, dispositions } = words;
  const wrapUp = wrapUpOf(call, own.rep.userId);
  const result = wrapUp ? dispositions[wrapUp.disposition] : written.results[own.result];
  return {
    ...relatedTo(call),
    TaskSubtype: 'Call',
    Status: values.closed,
    Subject: cut(
      fill(call.direction === 'inbound' ? written.callFrom : written.callTo, {
        customer: readableNumber(call.customer.name, call.rep.place?.country),
        result,
      }),
      255,
    ),
    Description: cut(
      [
        wrapUp?.notes,
        fill(written.result, { result: written.results[own.result] }),
        own.isAssisted && written.assisted,
        ...momentLines(call, words),
        recordingUrl && fill(written.recording, { link: recordingUrl }),
        ...otherLines(call, { from: own.startedAt, until: own.endedAt }, words),
      ]
        .filter(Boolean)
        .join('\n'),
      DESCRIPTION,
    ),
    CallType: direction(call),
    CallDurationInSeconds: talkedSeconds(own),
    CallDisposition: result,
    CallObject: cut(call.callId, 255),
    OwnerId: own.rep.userId,
    ActivityDate: dayIn(own.startedAt, own.rep.timeZone),
    Dealside_Key__c: repActivityKey(repCallId(call, own.rep.userId)),
    Assisted_Call__c: own.isAssisted,
  };
}

/** The task of the follow-up that the rep planned; undefined if none is planned. */
export function followUpFields(call: Call, own: RepCall, rep: Owner): Fields | undefined {
  const wrapUp = wrapUpOf(call, own.rep.userId);
  if (!wrapUp?.followUp) return undefined;
  const { dueOn, subject } = wrapUp.followUp;
  const { written } = wordsFor(rep);
  return {
    ...relatedTo(call),
    Subject: cut(subject ?? fill(written.followUp, { customer: call.customer.name }), 255),
    OwnerId: own.rep.userId,
    ActivityDate: dueOn,
    Dealside_Key__c: followUpKey(repCallId(call, own.rep.userId)),
  };
}
