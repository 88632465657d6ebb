package dev.gatehouse.run.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerRunTest {
  @Test
  void every_server_is_told_the_options_of_the_command_and_not_its_goals_and_profiles() {
    assertThat(
            ServerRun.options(
                " -B -ntp clean verify -Pall-servers -Dit.test=TodoIT,EndpointIT -s own.xml -o"))
        .containsExactly("-B", "-ntp", "-Dit.test=TodoIT,EndpointIT", "-s", "own.xml", "-o");
  }

  @Test
  void a_command_without_options_passes_none() {
    assertThat(ServerRun.options("verify -Pall-servers")).isEmpty();
  }
}
