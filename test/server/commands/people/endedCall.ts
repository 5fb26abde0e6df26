import type { Call, Intervention } from '../../../../server/domain/call/call.ts';
import type { CallEvent } from '../../../../server/domain/call/events.ts';
import { active, at, liveCall } from '../../../support/builders.ts';

/**
 * A call that ended, with a supervisor, a help request and a text whisper, each with words about
 * the customer.
 */
export function endedCall(orgId: string, name: string, customer: Call['customer']): Call {
  const {
    status: _s,
    mode: _m,
    modeSince: _ms,
    ...facts
  } = active({
    interventionId: `${orgId}-${name}-i`,
    reason: { code: 'other', note: `${customer.name} asked for me.` },
  });
  const intervention: Intervention = {
    ...facts,
    status: 'ended',
    leftAt: at(60),
    endReason: 'supervisor_left',
    outcome: {
      status: 'given',
      code: 'saved',
      note: `${customer.name} stays.`,
      at: at(80),
      coaching: { dueOn: '2026-11-09', note: 'Ravi should pause.' },
    },
  };
  const help = {
    helpRequestId: 'h',
    reasonCode: 'other',
    note: `${customer.name} wants a discount.`,
    skill: `pricing for ${customer.name}`,
    at: at(5),
    status: 'taken',
    takenBy: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
    takenAt: at(6),
  } as const;
  const pastHelp = [
    {
      helpRequestId: 'h0',
      reasonCode: 'other',
      note: `${customer.name} wants a refund.`,
      at: at(2),
      status: 'closed',
      closedAt: at(3),
      because: 'withdrawn',
    } as const,
  ];
  const textWhispers = [
    {
      textWhisperId: 't',
      interventionId: intervention.interventionId,
      from: help.takenBy,
      text: `Offer ${customer.name} a month.`,
      at: at(7),
    },
  ];
  return {
    ...liveCall({
      orgId,
      callId: `${orgId}-${name}`,
      help,
      pastHelp,
      textWhispers,
      wrapUps: [
        {
          repUserId: 'ravi',
          disposition: 'stayed',
          notes: `${customer.name} stays for another year.`,
          followUp: { dueOn: '2026-11-09', subject: `Send ${customer.name} the contract` },
          about: {
            name: customer.name,
            ...(customer.contactId && { contactId: customer.contactId }),
          },
          at: at(95),
        },
      ],
      customer,
      interventions: [intervention],
      opportunity: { opportunityId: '006A', name: 'Renewal', amount: 9 },
    }),
    status: 'ended',
    endedAt: at(90),
    endReason: 'hung_up',
  };
}

/** The events that lead to such a call, as far as the audit keeps personal data of them. */
export function eventsOf(call: Call): CallEvent[] {
  const [intervention] = call.interventions;
  const { interventionId } = intervention!;
  const outcome =
    intervention!.status === 'ended' && intervention!.outcome.status === 'given'
      ? intervention!.outcome
      : undefined;
  return [
    { type: 'CallPlaced', call, at: at(0) },
    { type: 'InterventionRequested', intervention: intervention!, at: at(1) },
    {
      type: 'ModeRequested',
      interventionId,
      pending: {
        mode: 'barge',
        requestId: 'r',
        requestedAt: at(2),
        reason: { code: 'other', note: `${call.customer.name} asked for me.` },
      },
      at: at(2),
    },
    {
      type: 'OutcomeGiven',
      interventionId,
      code: 'saved',
      note: outcome!.note,
      coaching: outcome!.coaching,
      at: at(80),
    },
  ];
}
