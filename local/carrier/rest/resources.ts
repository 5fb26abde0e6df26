import { calls } from './calls.ts';
import { conferences } from './conferences.ts';
import { numbers } from './numbers.ts';
import { participants } from './participants.ts';
import type { RestDeps } from './parts.ts';
import { recordings } from './recordings.ts';
import { createRouter, type Resource, type Router } from './router.ts';
import { streams } from './streams.ts';
import { tokens } from './tokens.ts';
import { transcriptions } from './transcriptions.ts';

/** All resources of the stand-in. */
const RESOURCES: readonly Resource[] = [
  calls,
  conferences,
  numbers,
  participants,
  recordings,
  streams,
  tokens,
  transcriptions,
];

/** The part of Twilio's REST API that Dealside uses. */
export const createRest = (parts: RestDeps): Router =>
  createRouter(
    `/2010-04-01/Accounts/${parts.accountSid}`,
    RESOURCES.flatMap((resource) => resource(parts)),
  );
