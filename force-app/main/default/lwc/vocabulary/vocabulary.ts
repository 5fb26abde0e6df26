import { request } from 'c/dealsideSession';
import type { Vocabulary } from 'c/dealsideTypes';

let known: Promise<Vocabulary> | undefined;

/** Reasons, outcomes and scripts, asked for once per page. */
export function vocabulary(): Promise<Vocabulary> {
    known ??= request<Vocabulary>('GET', '/api/vocabulary').catch((problem) => {
        known = undefined;
        throw problem;
    });
    return known;
}
