import type { CarrierParts } from './parts.ts';
import { calls } from './rest/calls.ts';
import { conferences } from './rest/conferences.ts';
import { participants } from './rest/participants.ts';
import { recordings } from './rest/recordings.ts';
import { streams } from './rest/streams.ts';
import { transcriptions } from './rest/transcriptions.ts';
import { createRouter, type Resource, type Router } from './rest/router.ts';

/** Every resource the stand-in has. */
const RESOURCES: readonly Resource[] = [
  calls,
  conferences,
  participants,
  recordings,
  streams,
  transcriptions,
];

/** Twilio's REST API, as far as it is used. */
export const createRest = (parts: CarrierParts): Router =>
  createRouter(`/2010-04-01/Accounts/${parts.accountSid}`, RESOURCES.flatMap((resource) => resource(parts)));
