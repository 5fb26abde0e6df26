import type { Leg, LegStatus } from '../legs/leg.ts';
import type { Ring } from '../switchboard/switchboard.ts';
import { scriptedRing, type Script } from './scripts.ts';

const OK = 200;
const NOT_FOUND = 404;
const BUSY: readonly number[] = [486, 600];
const NO_ANSWER: readonly number[] = [408, 480, 487];
const CODE_OF: Partial<Record<LegStatus, number>> = { busy: 486, 'no-answer': 480 };

/** The status of a call whose SIP endpoint refused with this code. */
const statusOfSip = (code: number): LegStatus =>
  BUSY.includes(code) ? 'busy' : NO_ANSWER.includes(code) ? 'no-answer' : 'failed';

/** A SIP endpoint that follows its script; without a script it refuses with 404. */
export function sipRing(script: Script | undefined, hangUp: (leg: Leg) => void): Ring {
  const code = script ? script.sipStatus : NOT_FOUND;
  if (code !== undefined && code >= 300) {
    return (leg, _parameters, { refuse }) => {
      setTimeout(() => {
        leg.sipResponseCode = code;
        refuse(statusOfSip(code));
      }, script?.ringMs ?? 0).unref();
    };
  }
  const ring = scriptedRing(script!, hangUp);
  return (leg, parameters, { answer, refuse }) =>
    ring(leg, parameters, {
      answer(farEnd) {
        leg.sipResponseCode = OK;
        answer(farEnd);
      },
      refuse(status) {
        leg.sipResponseCode = CODE_OF[status];
        refuse(status);
      },
    });
}
