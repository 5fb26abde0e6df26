import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetcher } from './announcements/playables.ts';
import { createRoomSounds } from './announcements/roomSounds.ts';
import { createSpeakerReports } from './conference/speakerReports.ts';
import type { CarrierConfig } from './config.ts';
import { findRing, type ControlDeps } from './control/controlApi.ts';
import { createRecordings, type Recording } from './recordings/recordings.ts';
import { createRest } from './rest/resources.ts';
import type { Router } from './rest/router.ts';
import { createSignaling } from './signaling/signaling.ts';
import { createStreams } from './streams/streams.ts';
import { createSwitchboard } from './switchboard/switchboard.ts';
import { appRing } from './switchboard/twimlApps.ts';
import { createTranscriptions } from './transcriptions/transcriptions.ts';
import { registerEchoVerb } from './verbs/echo.ts';
import { registerGatherVerb } from './verbs/gather.ts';
import { registerPlayVerbs } from './verbs/playVerbs.ts';
import { registerRecordVerb } from './verbs/record.ts';
import { registerStreamVerbs } from './verbs/streamVerbs.ts';
import type { Callbacks } from './webhooks/callbacks.ts';

/**
 * What survives a restart: servers, scripts, faults, recordings, sent callbacks, and how sounds are
 * fetched.
 */
export type PersistentParts = Pick<
  ControlDeps,
  'callbacks' | 'restFaults' | 'steps' | 'scripts' | 'restart'
> & {
  readonly servers: readonly Server[];
  readonly recorded: Map<string, Recording>;
  readonly fetcher: Fetcher;
};

/** The carrier's calls, conferences and connections, which a crash loses. */
export interface Runtime {
  readonly rest: Router;
  readonly parts: ControlDeps;
  /** After `dies` no callback is sent. */
  end(how: 'dies' | 'stops'): Promise<void>;
}

/** Wires a carrier without calls to the parts that survive a restart. */
export function createRuntime(
  config: CarrierConfig,
  { servers, recorded, fetcher, ...persistent }: PersistentParts,
): Runtime {
  let alive = true;
  const callbacks: Callbacks = {
    ...persistent.callbacks,
    fetch: async (...args) => (alive ? persistent.callbacks.fetch(...args) : undefined),
    send: (...args) => alive && persistent.callbacks.send(...args),
  };
  const { accountSid, voiceUrl, numbers } = config;
  const board = createSwitchboard(config, callbacks);
  const signaling = createSignaling(config, board);
  const streams = createStreams(config, board, callbacks);
  const transcriptions = createTranscriptions(accountSid, board, callbacks);
  board.rooms.watchers.add(transcriptions.watcher);
  board.rooms.watchers.add(createRoomSounds(accountSid, fetcher, board.rooms.reports));
  board.rooms.watchers.add(createSpeakerReports(board.rooms.reports));
  registerPlayVerbs(board, fetcher);
  registerEchoVerb(board);
  registerGatherVerb(board);
  registerStreamVerbs(board, { streams, transcriptions });
  const origin = () => `http://127.0.0.1:${(servers[0]!.address() as AddressInfo).port}`;
  const recordings = createRecordings({ accountSid, origin }, callbacks, recorded);
  board.rooms.watchers.add(recordings.watcher);
  registerRecordVerb(board, recordings, { accountSid, callbacks });
  const parts: ControlDeps = {
    ...persistent,
    board,
    transcriptions,
    signaling,
    voiceUrl,
    numbers,
  };

  const apps = new Map((config.apps ?? []).map((app) => [app.appSid, app.voiceUrl]));
  const isTheApp = (appSid: string) =>
    config.twimlAppSid === undefined || appSid === config.twimlAppSid;
  const voiceUrlOf = (appSid: string) =>
    apps.get(appSid) ?? (isTheApp(appSid) ? voiceUrl : undefined);
  const rest = createRest({
    accountSid,
    voiceUrlOf,
    numbers,
    ownNumbers: numbers.map(({ phoneNumber }) => phoneNumber),
    board,
    callbacks,
    streams,
    recordings,
    transcriptions,
  });
  board.findRing = (address) => appRing(board, voiceUrlOf, address) ?? findRing(parts, address);
  for (const server of servers) signaling.attach(server);

  return {
    rest,
    parts,
    async end(how) {
      alive = how === 'stops';
      if (!alive) {
        signaling.close();
        streams.abandon();
      }
      await board.stop();
      recordings.stop();
      signaling.close();
    },
  };
}
