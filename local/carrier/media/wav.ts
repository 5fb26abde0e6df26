/** 16-bit samples as a WAV file: of one channel, or of several that are equally long. */
export function wavOf(samples: Int16Array | readonly Int16Array[], rate: number): Buffer {
  const channels = samples instanceof Int16Array ? [samples] : samples;
  const length = channels[0]?.length ?? 0;
  const frameBytes = channels.length * 2;
  const wav = Buffer.alloc(44 + length * frameBytes);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + length * frameBytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(channels.length, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * frameBytes, 28);
  wav.writeUInt16LE(frameBytes, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(length * frameBytes, 40);
  channels.forEach((channel, c) =>
    channel.forEach((sample, i) => wav.writeInt16LE(sample, 44 + i * frameBytes + c * 2)),
  );
  return wav;
}
