package dev.gatehouse.it.conformance;

import dev.gatehouse.content.AudioContent;
import dev.gatehouse.content.ImageContent;
import java.util.Base64;

/** The smallest image and sound there are. */
final class Samples {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final String WAV =
      "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAAAAA==";

  private Samples() {}

  static byte[] png() {
    return Base64.getDecoder().decode(PNG);
  }

  static ImageContent image() {
    return new ImageContent(png(), "image/png");
  }

  static AudioContent sound() {
    return new AudioContent(Base64.getDecoder().decode(WAV), "audio/wav");
  }
}
