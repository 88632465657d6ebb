package dev.gatehouse.run.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** An endless row of inputs, the same for the same seed: good ones, spoiled in several ways. */
final class Mutations {
  private static final int MAX_LENGTH = 20_000;
  private static final int MAX_REPEATS = 2_000;

  private final Random random;
  private final List<byte[]> seeds;
  private final List<byte[]> words;

  Mutations(long seed, FuzzTarget target) {
    this.random = new Random(seed);
    this.seeds = FuzzTarget.bytes(target.seeds());
    this.words = FuzzTarget.bytes(target.words());
  }

  byte[] next() {
    byte[] input = any(seeds);
    do {
      input = spoiled(input);
    } while (random.nextInt(4) != 0);
    return input.length <= MAX_LENGTH ? input : Arrays.copyOf(input, MAX_LENGTH);
  }

  private byte[] spoiled(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(random.nextInt(8) == 0 ? 400 : 6));
    byte[] range = Arrays.copyOfRange(input, from, to);
    return switch (random.nextInt(8)) {
      case 0 -> spliced(input, from, to, new byte[0]);
      case 1 -> spliced(input, from, from, range);
      case 2 -> spliced(input, from, to, any(words));
      case 3 -> spliced(input, from, from, any(words));
      case 4 -> spliced(input, from, to, noise(to - from));
      case 5 -> spliced(input, from, from, repeated(any(words)));
      case 6 -> spliced(input, from, input.length, tail(any(seeds)));
      default -> {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
          flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
    };
  }

  private byte[] any(List<byte[]> of) {
    return of.get(random.nextInt(of.size()));
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] tail(byte[] other) {
    return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
  }

  private byte[] repeated(byte[] word) {
    int times = random.nextInt(16) == 0 ? random.nextInt(MAX_REPEATS) : random.nextInt(70);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times && all.size() < MAX_LENGTH; i++) {
      all.writeBytes(word);
    }
    return all.toByteArray();
  }

  private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(input, 0, from);
    all.writeBytes(between);
    all.write(input, to, input.length - to);
    return all.toByteArray();
  }
}
