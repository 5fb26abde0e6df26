import { newSid } from '../formats/sids.ts';
import { createMixer, type MixingRules } from '../media/mixer.ts';
import { createMixLog } from '../media/mixLog.ts';
import type { Conference } from './conference.ts';

/** The known conferences. */
export interface RoomList {
  /** The conference of this name that has not ended; created when there is none. */
  open(friendlyName: string): Conference;
  /** The conference with this Sid, ended or not, or the one with this name that has not ended. */
  find(sidOrName: string): Conference | undefined;
  /** Conferences that have not ended, oldest first. */
  list(): Conference[];
  /** All known conferences, oldest first. */
  all(): Conference[];
  /** The latest conference with this Sid or name, ended or not. */
  latest(sidOrName: string): Conference | undefined;
}

/** When there are more conferences, the oldest ended ones are forgotten. */
const MAX_ROOMS = 1_000;

/** How all conferences mix. */
export type RoomMixing = Pick<MixingRules, 'hears' | 'lateBy'>;

export function createRoomList(mixing: RoomMixing): RoomList {
  const rooms = new Map<string, Conference>();
  const all = (): Conference[] => [...rooms.values()];
  const list = (): Conference[] => all().filter(({ status }) => status !== 'completed');
  return {
    open(friendlyName) {
      const known = list().find((room) => room.friendlyName === friendlyName);
      if (known) return known;
      const conference = newConference(friendlyName, mixing);
      rooms.set(conference.sid, conference);
      for (const { sid, status } of rooms.values())
        if (rooms.size > MAX_ROOMS && status === 'completed') rooms.delete(sid);
      return conference;
    },
    find: (sidOrName) =>
      rooms.get(sidOrName) ?? list().find((room) => room.friendlyName === sidOrName),
    list,
    all,
    latest: (sidOrName) =>
      rooms.get(sidOrName) ?? all().findLast((room) => room.friendlyName === sidOrName),
  };
}

function newConference(friendlyName: string, mixing: RoomMixing): Conference {
  const mixLog = createMixLog();
  const conference: Conference = {
    mixLog,
    sid: newSid('CF'),
    friendlyName,
    createdAt: new Date(),
    updatedAt: new Date(),
    status: 'init',
    participants: new Map(),
    expected: new Map(),
    mixer: createMixer({
      isOpen: () => conference.status === 'in-progress',
      ...mixing,
      mixed: mixLog.mixed,
    }),
    sequence: 0,
  };
  return conference;
}
