/** Version of the server. The package that is deployed with it has the same. */
export const SERVER_VERSION = '0.1.0';
