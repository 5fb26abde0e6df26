import { z } from 'zod';
import type { FeedPlace } from '../../ports/index.ts';

const place = z.tuple([z.iso.datetime(), z.string().max(128)]);

/** Where the next page begins, as an opaque text. */
export const feedPlaceOf = ({ at, id }: FeedPlace): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url');

const feedPlace = z
  .string()
  .max(400)
  .transform((text, context): FeedPlace => {
    const read = place.safeParse(parsed(text));
    if (!read.success) {
      context.addIssue({ code: 'custom', message: 'must be the next of a former answer' });
      return z.NEVER;
    }
    const [at, id] = read.data;
    return { at, id };
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/**
 * A page begins at `since`, or `after` the last item of the previous page, which takes precedence.
 */
export const qualityQuery = z.object({
  since: z.iso.datetime().optional(),
  after: feedPlace.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
