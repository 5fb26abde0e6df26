/** The version of the API that is served. */
export const API_PATH = '/services/data/v66.0';
