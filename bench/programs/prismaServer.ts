/**
 * The second yardstick for callbacks: the same application, and for each callback one interactive
 * transaction of Prisma with three statements.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../server/store/generated/client.ts';
import { callbackApp } from '../support/callbackApp.ts';
import { serve } from '../support/rpc.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });

await callbackApp(process.env.PUBLIC_URL!, ({ key, fact: { callId } }) =>
  prisma.$transaction(
    async (tx) => {
      await tx.callbackReceipt.create({ data: { key } });
      await tx.call.update({
        where: { callId },
        data: { status: 'live' },
        select: { callId: true },
      });
      await tx.outboxMessage.create({
        // Delivered already, so that nobody claims it.
        data: { key, orgId: 'bench', topic: 'bench', payload: { callId }, availableAt: null },
      });
    },
    { maxWait: 30_000, timeout: 30_000 },
  ),
);
serve({});
