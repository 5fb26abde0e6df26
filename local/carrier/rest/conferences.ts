import type { Conference } from '../room.ts';
import { notFound } from './errors.ts';
import { method, oneOf, PAGING, text, url } from './parameters.ts';
import type { Operation, Resource } from './router.ts';
import { conferenceView, page } from './views.ts';

/** https://www.twilio.com/docs/voice/api/conference-resource */
export const conferences: Resource = ({ accountSid, board: { rooms } }) => {
  const roomOf = (sid: string, path: string): Conference => {
    const room = rooms.find(sid);
    if (room?.sid !== sid) throw notFound(path);
    return room;
  };
  const show = (room: Conference) => ({ status: 200, body: conferenceView(accountSid, room) });

  const operations: readonly Operation[] = [
    {
      method: 'GET', path: '/Conferences.json', parameters: { ...PAGING, FriendlyName: text(), Status: oneOf('init', 'in-progress', 'completed') },
      answer({ query, path }) {
        const rows = rooms.list().filter((room) =>
          (!query.has('FriendlyName') || room.friendlyName === query.get('FriendlyName')) && (!query.has('Status') || query.get('Status') === 'in-progress'));
        return { status: 200, body: page('conferences', rows.map((room) => conferenceView(accountSid, room)), path) };
      },
    },
    { method: 'GET', path: '/Conferences/{Sid}.json', answer: ({ path }, { Sid = '' }) => show(roomOf(Sid, path)) },
    {
      method: 'POST', path: '/Conferences/{Sid}.json', parameters: { Status: oneOf('completed'), AnnounceUrl: url, AnnounceMethod: method },
      answer({ form, path }, { Sid = '' }) {
        const room = roomOf(Sid, path);
        if (form.get('Status') === 'completed') rooms.end(room, 'conference-ended-via-api');
        return show(room);
      },
    },
  ];
  return operations;
};
