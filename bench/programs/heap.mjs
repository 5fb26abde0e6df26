// Preloaded into the server, which needs --expose-gc: when asked, collects the garbage and answers
// the bytes of heap and buffers that are left.
process.on('message', (message) => {
  if (message !== 'heap') return;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send(heapUsed + external);
});
process.channel?.unref();
