/** The server's client at the org of a test, and its user. */
export const ACCOUNT = { clientId: 'dealside-test', username: 'integration@northwind.example' };
