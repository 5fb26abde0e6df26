import { z } from 'zod';
import {
  acknowledgeEmployeeNotice,
  ownNotices,
  type EmployeeNoticeDeps,
  type OwnNotice,
} from '../../commands/people/employeeNotices.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface EmployeeNoticeRouteDeps {
  readonly authenticate: Authenticate;
  readonly employeeNotices: EmployeeNoticeDeps;
}

const acknowledgementBody = z.object({ name: z.string().min(1).max(80) });

/** The notices that a law requires for employees who are monitored, and their acknowledgment. */
export const employeeNoticeRoutes =
  ({ authenticate, employeeNotices }: EmployeeNoticeRouteDeps): Routes =>
  (router) => {
    router.get('/api/me/employee-notices', async (ctx) => {
      const person = await authenticate.known(ctx);
      ctx.body = { notices: (await ownNotices(employeeNotices, person)).map(view) };
    });

    router.post('/api/me/employee-notices', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { name } = valid(acknowledgementBody, ctx.request.body);
      const own = orRefuse(await acknowledgeEmployeeNotice(employeeNotices, person, { name }));
      ctx.body = { notices: own.map(view) };
    });
  };

const view = ({ notice, acknowledgedAt }: OwnNotice) => ({
  name: notice.name,
  text: notice.text,
  effectiveOn: notice.effectiveOn,
  blocks: notice.blocks,
  acknowledgedAt,
});
