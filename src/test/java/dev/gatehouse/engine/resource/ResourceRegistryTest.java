package dev.gatehouse.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.gatehouse.content.ResourceContents;
import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.resource.ResourceNotFoundException;
import dev.gatehouse.resource.ResourceUpdated;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.hibernate.validator.cdi.ValidationExtension;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResourceRegistryTest {
  private static WeldContainer container;
  private static ResourceRegistry resources;

  @BeforeAll
  static void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(ResourceRegistry.class, FixtureResources.class)
            .addExtensions(new ResourceExtension(), new ValidationExtension())
            .initialize();
    resources = container.select(ResourceRegistry.class).get();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static List<JsonObject> read(String uri) {
    return resources.read(resources.find(uri).orElseThrow(), Exchange.none()).stream()
        .map(ResourceContents::toJson)
        .toList();
  }

  private static String answering(String uri) {
    return resources.find(uri).orElseThrow().definition().declaration().name();
  }

  @Test
  void resources_are_listed_by_uri_as_their_author_described_them() {
    assertThat(resources.resources())
        .extracting(ResourceDefinition::uri)
        .containsExactly(
            "test://bytes",
            "test://gone",
            "test://item/fixed",
            "test://nothing",
            "test://parts",
            "test://text");
    assertThat(resources.resources().get(5).toJson())
        .isEqualTo(
            json(
                """
                {'uri':'test://text','name':'text','title':'Text','description':'Some text',
                 'mimeType':'text/plain','size':5}"""));
    assertThat(resources.resources().get(1).toJson())
        .isEqualTo(json("{'uri':'test://gone','name':'gone'}"));
  }

  @Test
  void templates_are_listed_as_their_author_described_them() {
    assertThat(resources.templates())
        .extracting(ResourceTemplateDefinition::toJson)
        .containsExactlyInAnyOrder(
            json(
                """
                {'uriTemplate':'test://item/{id}','name':'item','title':'Item',
                 'description':'An item','mimeType':'application/json'}"""),
            json("{'uriTemplate':'test://item/{kind}-{number}','name':'numbered'}"));
  }

  @Test
  void text_and_bytes_have_the_requested_uri_and_the_declared_type() {
    assertThat(read("test://text"))
        .containsExactly(json("{'uri':'test://text','mimeType':'text/plain','text':'hello'}"));
    assertThat(read("test://bytes"))
        .containsExactly(json("{'uri':'test://bytes','mimeType':'image/png','blob':'AQ=='}"));
    assertThat(read("test://item/%41"))
        .containsExactly(
            json("{'uri':'test://item/%41','mimeType':'application/json','text':'item A'}"));
  }

  @Test
  void contents_that_a_method_shapes_are_not_changed() {
    assertThat(read("test://parts"))
        .containsExactly(
            json("{'uri':'test://parts/1','text':'one'}"),
            json("{'uri':'test://parts/2','mimeType':'image/png','blob':'Ag=='}"));
    assertThat(read("test://item/a-7"))
        .containsExactly(json("{'uri':'test://other','mimeType':'text/plain','text':'a7'}"));
  }

  @Test
  void the_most_specific_answers() {
    assertThat(answering("test://item/fixed")).isEqualTo("fixed");
    assertThat(answering("test://item/a-7")).isEqualTo("numbered");
    assertThat(answering("test://item/a")).isEqualTo("item");
  }

  @Test
  void a_variable_that_is_not_of_its_type_is_not_meant() {
    assertThat(answering("test://item/a-b")).isEqualTo("item");
  }

  @Test
  void nothing_answers_for_an_unknown_uri() {
    assertThat(resources.find("test://text/")).isEmpty();
    assertThat(resources.find("test://item/")).isEmpty();
    assertThat(resources.find("nonsense")).isEmpty();
  }

  @Test
  void a_resource_may_not_be_there() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> read("test://gone"))
        .withMessage("It was moved");
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> read("test://item/toolong"))
        .withMessageStartingWith("id: ");
    assertThatNullPointerException()
        .isThrownBy(() -> read("test://nothing"))
        .withMessageContaining("Resource nothing");
  }

  @Test
  void what_a_resource_wants_of_the_call_is_known() {
    assertThat(resources.find("test://parts").orElseThrow().definition().uses())
        .containsExactly(ContextParameter.PROGRESS);
    assertThat(resources.find("test://text").orElseThrow().definition().uses()).isEmpty();
  }

  @Test
  void a_change_is_told_of_a_uri() {
    assertThat(new ResourceUpdated("test://text").uri()).isEqualTo("test://text");
    assertThatIllegalArgumentException().isThrownBy(() -> new ResourceUpdated("text"));
  }
}
