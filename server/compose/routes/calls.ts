import type { Routes } from '../../http/routes.ts';
import { callRoutes } from '../../http/routes/calls.ts';
import { dialingRoutes } from '../../http/routes/dialing.ts';
import { messageRoutes } from '../../http/routes/messages.ts';
import { reachRoutes } from '../../http/routes/reach.ts';
import { transferRoutes } from '../../http/routes/transfers.ts';
import { wrapUpRoutes } from '../../http/routes/wrapUps.ts';
import type { AppParts, CommonDeps } from './routeParts.ts';

/** The routes of a call itself: placing, recording, messages, devices, transfers, wrap-up. */
export function repCallRoutes(parts: AppParts, common: CommonDeps): readonly Routes[] {
  const { authenticate, viewing, store, crm } = parts;
  const { pin, calls, supervision } = common;
  const { directory } = crm;
  return [
    callRoutes({
      authenticate,
      viewing,
      store,
      repCommands: calls,
      disclosure: calls,
      recording: calls,
      supervision,
      interventionKeys: parts.interventionKeys,
      pin,
      reach: calls,
    }),
    messageRoutes({ authenticate, viewing, messages: calls }),
    reachRoutes({ authenticate, viewing, reach: calls, changes: calls }),
    dialingRoutes({ authenticate, dialing: calls }),
    transferRoutes({
      authenticate,
      viewing,
      directory,
      transfers: {
        ...calls,
        inboundRules: parts.inboundRules,
        ringGroups: parts.ringGroups,
        activities: parts.activities,
      },
      guests: calls,
    }),
    wrapUpRoutes({
      authenticate,
      wrapUps: { ...calls, callLogging: crm.callLogging },
    }),
  ];
}
