import type { Assumption } from './assumptions.ts';

/** An error in Twilio's shape. https://www.twilio.com/docs/usage/twilios-response */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;
  readonly assumption: Assumption | undefined;
  constructor(status: number, code: number, message: string, assumption?: Assumption) {
    super(message);
    this.status = status;
    this.code = code;
    this.assumption = assumption;
  }
  get body() {
    const { code, message, status } = this;
    return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  }
}

/** A resource that does not exist. */
export const notFound = (path: string, assumption?: Assumption): RestError =>
  new RestError(404, 20404, `The requested resource ${path} was not found`, assumption);

/** An invalid parameter or value. */
export const invalid = (message: string, assumption?: Assumption): RestError =>
  new RestError(400, 20001, message, assumption);
