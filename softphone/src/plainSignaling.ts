/**
 * The Voice SDK connects by wss only, and the local carrier has no certificate that browsers trust,
 * so connections to exactly its host are made without TLS. Must be loaded before the SDK, which
 * keeps a reference to `WebSocket`.
 */
const { signalingUrl } = JSON.parse(document.querySelector('#config')!.textContent) as {
  signalingUrl: string | null;
};

if (signalingUrl && new URL(signalingUrl).protocol === 'ws:') {
  const { host } = new URL(signalingUrl);
  const NativeWebSocket = window.WebSocket;
  window.WebSocket = class extends NativeWebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      const url = new URL(address);
      super(url.host === host ? `ws://${host}${url.pathname}${url.search}` : address, protocols);
    }
  };
}

export {};
