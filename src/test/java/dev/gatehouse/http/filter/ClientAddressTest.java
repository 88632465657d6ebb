package dev.gatehouse.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.AddressBlock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private static ClientAddress trusting(String... blocks) {
    return new ClientAddress(
        Arrays.stream(blocks)
            .map(
                block -> {
                  String[] parts = block.split("/");
                  return new AddressBlock(
                      AddressBlock.address(parts[0]).orElseThrow(), Integer.parseInt(parts[1]));
                })
            .toList());
  }

  @Test
  void without_trusted_proxies_it_is_the_connection_whatever_somebody_claims() {
    assertThat(trusting().of("10.0.0.1", List.of("198.51.100.1"))).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The connection, X-Forwarded-For, the client.
        "10.0.0.1    | 198.51.100.1                      | 198.51.100.1",
        "10.0.0.1    | 192.0.2.9, 198.51.100.1           | 198.51.100.1",
        "10.0.0.1    | 192.0.2.9, 198.51.100.1, 10.0.0.2 | 198.51.100.1",
        "10.0.0.1    | 10.9.9.9                          | 10.9.9.9",
        "10.0.0.1    | ''                                | 10.0.0.1",
        "10.0.0.1    | unknown                           | 10.0.0.1",
        "10.0.0.1    | 198.51.100.1, evil.example        | 10.0.0.1",
        "10.0.0.1    | 198.51.100.1:4711                 | 198.51.100.1",
        "10.0.0.1    | [2001:db8::1]:4711                | 2001:db8:0:0:0:0:0:1",
        "10.0.0.1    | 2001:db8::1                       | 2001:db8:0:0:0:0:0:1",
        "fd00::1%en0 | 198.51.100.1                      | 198.51.100.1",
        "198.51.100.7| 192.0.2.9                         | 198.51.100.7",
      })
  void only_trusted_proxies_are_believed(String peer, String forwardedFor, String client) {
    assertThat(trusting("10.0.0.0/8", "fd00::/8").of(peer, List.of(forwardedFor)))
        .isEqualTo(client);
  }

  @Test
  void several_fields_are_one_list() {
    assertThat(
            trusting("10.0.0.0/8")
                .of("10.0.0.1", List.of("192.0.2.9", "198.51.100.1, 10.0.0.3", "10.0.0.2")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void a_long_list_is_followed_for_some_hops_only() {
    String many = "198.51.100.1" + ", 10.0.0.2".repeat(1000);

    assertThat(trusting("10.0.0.0/8").of("10.0.0.1", List.of(many))).isEqualTo("10.0.0.2");
  }
}
