/**
 * An error in Salesforce's shape.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export class OrgError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[];
  constructor(status: number, errorCode: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
  }
  toJSON(): { message: string; errorCode: string; fields: readonly string[] } {
    return { message: this.message, errorCode: this.errorCode, fields: this.fields };
  }
}
