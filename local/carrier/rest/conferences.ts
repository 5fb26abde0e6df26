import type { Conference } from '../conference/conference.ts';
import { notFound, RestError } from './errors.ts';
import { page, PAGING } from './pages.ts';
import { dated, day, fallsIn, method, methodOf, oneOf, text, url } from './parameters.ts';
import type { Operation, Resource } from './router.ts';
import { conferenceView } from './views.ts';

/** The Conference resource. https://www.twilio.com/docs/voice/api/conference-resource */
export const conferences: Resource = ({ accountSid, board: { rooms } }) => {
  const roomOf = (sid: string, path: string): Conference => {
    const room = rooms.find(sid);
    if (room?.sid !== sid) throw notFound(path);
    return room;
  };
  const view = (room: Conference) => conferenceView(accountSid, room);

  const operations: readonly Operation[] = [
    {
      method: 'GET',
      path: '/Conferences.json',
      parameters: {
        ...PAGING,
        ...dated('DateCreated', day),
        ...dated('DateUpdated', day),
        FriendlyName: text(),
        Status: oneOf('init', 'in-progress', 'completed'),
      },
      answer(request) {
        const { query } = request;
        const rows = rooms
          .all()
          .toReversed()
          .filter(
            (room) =>
              (!query.has('FriendlyName') || room.friendlyName === query.get('FriendlyName')) &&
              (!query.has('Status') || view(room).status === query.get('Status')) &&
              fallsIn(query, 'DateCreated', room.createdAt) &&
              fallsIn(query, 'DateUpdated', room.updatedAt),
          );
        return {
          status: 200,
          body: page('conferences', rows, request, { nameOf: ({ sid }) => sid, view }),
        };
      },
    },
    {
      method: 'GET',
      path: '/Conferences/{Sid}.json',
      answer: ({ path }, { Sid = '' }) => ({ status: 200, body: view(roomOf(Sid, path)) }),
    },
    {
      method: 'POST',
      path: '/Conferences/{Sid}.json',
      parameters: { Status: oneOf('completed'), AnnounceUrl: url, AnnounceMethod: method },
      answer({ form, path }, { Sid = '' }) {
        const room = roomOf(Sid, path);
        if (room.status === 'completed')
          throw new RestError(
            400,
            16099,
            'Unexpected conference status',
            'ended-conference-change',
          );
        const announcement = form.get('AnnounceUrl');
        for (const watcher of announcement ? rooms.watchers : [])
          watcher.announced?.(room, {
            url: announcement!,
            method: methodOf(form, 'AnnounceMethod'),
          });
        if (form.get('Status') === 'completed') rooms.end(room, 'conference-ended-via-api');
        return { status: 200, body: view(room) };
      },
    },
  ];
  return operations;
};
