package dev.gatehouse.it.guide;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The beans of the page in a WAR that was made with the commands of the page. */
@Deployed
class WriteAToolIT {
  private static final boolean HAS_EJBS = !Server.nameUnderTest().equals("wildfly");
  private static final String API = "jakarta.jakartaee-api-10.0.0.jar";

  @Deployment(testable = false)
  static WebArchive war() throws Exception {
    Gatehouse.issuer();
    Path folder = Files.createTempDirectory(Path.of("target"), "guide").toAbsolutePath();
    Path sources = Files.createDirectory(folder.resolve("src"));
    GuidePage page = GuidePage.read();
    for (Source source : page.sources(WriteAToolIT::isDeployed)) {
      source.writeTo(sources);
    }
    Files.copy(Path.of(System.getProperty("test.war")), folder.resolve("gatehouse.war"));
    Files.copy(api(), folder.resolve(API));
    ServerProcess.run(
        List.of("bash", "-ec", "cd \"$0\"\n" + page.commands(), folder.toString()),
        Map.of("PATH", System.getProperty("java.home") + "/bin:" + System.getenv("PATH")),
        folder.resolve("commands.log"));
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(folder.resolve("notes.war").toFile())
        .as(WebArchive.class)
        .addClasses(Heard.class, Ledger.class, Ledger.Booked.class);
  }

  // Where there are no EJBs, one is refused.
  private static boolean isDeployed(Block block) {
    return !block.isTest() && (HAS_EJBS || !block.text().contains("@Stateless"));
  }

  private static Path api() throws Exception {
    return Path.of(
        jakarta.ejb.Stateless.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static JsonObject call(String tool, String arguments) throws Exception {
    String token = issuer().mint().scopes("notes:read", "notes:write").sign();
    return json(Gatehouse.callTool(token, tool, arguments)).getJsonObject("result");
  }

  private static String text(String tool, String arguments) throws Exception {
    JsonObject result = call(tool, arguments);
    return (result.getBoolean("isError") ? "No: " : "")
        + result.getJsonArray("content").getJsonObject(0).getString("text");
  }

  private static String write(String title) throws Exception {
    return call("writeNote", "{\"title\":\"" + title + "\"}")
        .getJsonObject("structuredContent")
        .getString("id");
  }

  @Test
  void a_bean_in_a_jar_is_found_and_needs_its_scope() throws Exception {
    String reader = issuer().mint().scopes("notes:read").sign();
    assertThat(Gatehouse.list(reader).body()).contains("findNotes").doesNotContain("writeNote");
    var refused = Gatehouse.callTool(reader, "writeNote", "{\"title\":\"Milk\"}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(challenge(refused)).contains("scope=\"notes:write\"");
    assertThat(text("deleteNotes", "{\"forEver\":false}")).isEqualTo("Deleted");
    var more =
        Gatehouse.callTool(
            issuer().mint().scopes("notes:write").sign(), "deleteNotes", "{\"forEver\":true}");
    assertThat(more.statusCode()).isEqualTo(403);
    assertThat(challenge(more)).contains("scope=\"notes:admin\"");
  }

  @Test
  void the_example_is_gone() throws Exception {
    assertThat(Gatehouse.list(Gatehouse.token()).body()).doesNotContain("create_todo");
  }

  @Test
  void a_constraint_in_a_record_and_a_refusal_of_its_constructor_are_told() throws Exception {
    assertThat(text("changedNotes", "{\"period\":{\"from\":\"2026-01-01\"}}"))
        .startsWith("No: period.to");
    assertThat(text("changedNotes", "{\"period\":{\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"}}"))
        .startsWith("No: period")
        .contains("it ends before it begins");
    assertThat(
            text(
                "changedNotes",
                "{\"limit\":501,\"period\":{\"from\":\"2026-01-02\",\"to\":\"2026-01-02\"}}"))
        .startsWith("No: limit");
  }

  @Test
  void a_failure_undoes_the_transaction_and_arrives_as_itself() throws Exception {
    assertTransactional("restoreNote");
  }

  @Test
  void an_ejb_has_tools_where_the_server_has_ejbs() throws Exception {
    String writer = issuer().mint().scopes("notes:write").sign();
    boolean offered = Gatehouse.list(writer).body().contains("archiveNote");
    assertThat(offered).isEqualTo(HAS_EJBS);
    if (offered) {
      assertTransactional("archiveNote");
    }
  }

  private static void assertTransactional(String tool) throws Exception {
    text("heard", "{}");
    assertThat(text(tool, "{\"id\":\"none\"}")).isEqualTo("No: There is no note none");
    assertThat(text("heard", "{}")).isEmpty();
    String id = write("Milk");
    assertThat(text(tool, "{\"id\":\"" + id + "\"}")).endsWith("d Milk");
    assertThat(text("heard", "{}")).isEqualTo("note://" + id);
  }

  private static JsonObject ask(String tool, String arguments, String more) throws Exception {
    String token = issuer().mint().scopes("notes:read", "notes:write").sign();
    var response =
        Gatehouse.send(
            Gatehouse.toolCall(tool, arguments + more, "{\"elicitation\":{}}")
                .header("Authorization", "Bearer " + token));
    return json(response).getJsonObject("result");
  }

  @Test
  void a_question_comes_before_the_effect() throws Exception {
    String id = write("Bread");
    String arguments = "{\"id\":\"" + id + "\"}";
    assertThat(ask("deleteNote", arguments, "").toString()).contains("Delete Bread?");
    assertThat(text("restoreNote", arguments)).isEqualTo("Restored Bread");
  }

  @Test
  void a_transaction_is_rolled_back_between_rounds() throws Exception {
    text("heard", "{}");
    JsonObject asked = ask("book", "{}", "");
    assertThat(asked.getString("resultType")).isEqualTo("input_required");
    assertThat(text("heard", "{}")).isEmpty();
    String answer =
        ",\"inputResponses\":{\"sure\":{\"action\":\"accept\",\"content\":{}}},\"requestState\":";
    JsonObject done = ask("book", "{}", answer + asked.get("requestState"));
    assertThat(done.toString()).contains("Booked");
    assertThat(text("heard", "{}")).isEqualTo("ledger://1");
  }
}
