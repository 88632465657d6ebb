package dev.gatehouse.mcp.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes to a text that only holders of a key can read or make: {@code v1.} and base64url of nonce,
 * ciphertext and tag, with the version and the purpose as associated data, so that what was sealed
 * for one purpose is no use for another.
 *
 * @see <a href="https://csrc.nist.gov/pubs/sp/800/38/d/final">AES-GCM, NIST SP 800-38D</a>
 */
public final class StateCipher {
  private static final String VERSION = "v1.";
  private static final int NONCE_BYTES = 12;
  private static final int NONCE_CHARS = 16;
  private static final int TAG_BITS = 128;

  private final byte[] context;
  private final SecureRandom random = new SecureRandom();
  private final List<SecretKey> keys;

  /** The first key seals, all open; with none, a fresh one does both. */
  public StateCipher(String purpose, List<SecretKey> keys) {
    this.context = (VERSION + purpose).getBytes(StandardCharsets.US_ASCII);
    this.keys = keys.isEmpty() ? List.of(new SecretKeySpec(bytes(32), "AES")) : List.copyOf(keys);
  }

  /** A text of base64url characters, another one each time. */
  public String seal(byte[] plain) {
    byte[] nonce = bytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce).doFinal(plain);
      return text(ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform can't seal with AES-256-GCM", e);
    }
  }

  /** Empty if no key of ours made this very text. */
  public Optional<byte[]> open(String sealed) {
    return decode(sealed)
        .flatMap(bytes -> keys.stream().flatMap(key -> open(key, bytes).stream()).findFirst());
  }

  /** What no two sealed texts share. */
  public static String nonce(String sealed) {
    return sealed.substring(VERSION.length(), VERSION.length() + NONCE_CHARS);
  }

  private Optional<byte[]> open(SecretKey key, byte[] sealed) {
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, sealed)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform can't open AES-256-GCM", e);
    }
  }

  private Cipher cipher(int mode, SecretKey key, byte[] nonceFirst)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES));
    cipher.updateAAD(context);
    return cipher;
  }

  private static String text(byte[] bytes) {
    return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  // Several texts can stand for the same bytes; only ours is taken, so that none can be altered.
  private static Optional<byte[]> decode(String sealed) {
    if (!sealed.startsWith(VERSION)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(VERSION.length()));
      boolean ours = bytes.length >= NONCE_BYTES + TAG_BITS / 8 && text(bytes).equals(sealed);
      return ours ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
