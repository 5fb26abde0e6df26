/** The level of each frequency, in dBFS, in each tenth of a second of a WAV file of 16-bit samples; its first channel. */
export function levelsIn(wav: Buffer, hz: readonly number[]): { windows: Record<number, number>[] } {
  const sampleRate = wav.readUInt32LE(24);
  const channels = wav.readUInt16LE(22);
  const data = wav.subarray(wav.indexOf('data') + 8);
  const samples = Float64Array.from({ length: Math.floor(data.length / 2 / channels) }, (_unused, i) => data.readInt16LE(i * 2 * channels) / 32_768);
  const size = sampleRate / 10;
  const windows = Array.from({ length: Math.floor(samples.length / size) }, (_unused, i) => {
    const window = samples.subarray(i * size, (i + 1) * size);
    return Object.fromEntries(hz.map((frequency) => [frequency, levelOf(frequency, window, sampleRate)]));
  });
  return { windows };
}

function levelOf(hz: number, window: Float64Array, sampleRate: number): number {
  let real = 0;
  let imaginary = 0;
  for (const [i, sample] of window.entries()) {
    real += sample * Math.cos((2 * Math.PI * hz * i) / sampleRate);
    imaginary += sample * Math.sin((2 * Math.PI * hz * i) / sampleRate);
  }
  return 20 * Math.log10(Math.max((2 * Math.hypot(real, imaginary)) / window.length, 1e-6));
}
