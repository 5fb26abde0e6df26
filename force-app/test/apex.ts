/** The Apex class's result in tests: a session of ten minutes. */
export const aSession = (token = 'token-1', validMs = 600_000) => ({
  token,
  expiresAt: new Date(Date.now() + validMs).toISOString(),
  serverUrl: 'https://dealside.example.com',
});
