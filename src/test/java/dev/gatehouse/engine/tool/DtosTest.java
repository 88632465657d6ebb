package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.interaction.CancelledException;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.support.tools.DtoTools;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DtosTest {
  @ApplicationScoped
  public static class Waiting {
    static final CompletableFuture<String> NEVER = new CompletableFuture<>();

    @NoScopeRequired
    @Tool(description = "Never comes")
    public CompletableFuture<String> never() {
      return NEVER;
    }
  }

  /** As entities are: made by its provider, and each side knows the other. */
  @Entity
  public static class Customer {
    @Id @GeneratedValue private Long id;
    @Version private int version;

    @NotBlank
    @Column(length = 40)
    private String name;

    @Embedded private Address address;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    private List<Purchase> purchases = new ArrayList<>();

    protected Customer() {}

    public Customer(String name) {
      this.name = name;
    }

    public Long getId() {
      return id;
    }

    public void setId(Long id) {
      this.id = id;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public Address getAddress() {
      return address;
    }

    public void setAddress(Address address) {
      this.address = address;
    }

    public List<Purchase> getPurchases() {
      return purchases;
    }

    public void setPurchases(List<Purchase> purchases) {
      this.purchases = purchases;
      purchases.forEach(purchase -> purchase.customer = this);
    }
  }

  @Embeddable
  public static class Address {
    private String city;

    public String getCity() {
      return city;
    }

    public void setCity(String city) {
      this.city = city;
    }
  }

  @Entity
  public static class Purchase {
    @Id private String article;

    @JsonbTransient
    @ManyToOne(fetch = FetchType.LAZY)
    private Customer customer;

    public String getArticle() {
      return article;
    }

    public void setArticle(String article) {
      this.article = article;
    }

    public Customer getCustomer() {
      return customer;
    }

    public void setCustomer(Customer customer) {
      this.customer = customer;
    }
  }

  @ApplicationScoped
  public static class Customers {
    @NoScopeRequired
    @Tool(description = "Keeps a customer")
    public Customer keep(@Valid Customer customer) {
      return customer.getPurchases().stream()
          .map(Purchase::getCustomer)
          .findFirst()
          .orElse(customer);
    }
  }

  private static ToolContainer tools;

  @BeforeAll
  static void start() {
    tools = new ToolContainer(DtoTools.class, Waiting.class, Customers.class);
  }

  @AfterAll
  static void stop() {
    tools.close();
  }

  private static String call(String name, String arguments) {
    ToolResult result = tools.call(name, arguments);
    return (result.isError() ? "error " : "") + ToolContainer.text(result);
  }

  @Test
  void a_javabean_is_described_by_its_setters_and_the_constraints_of_field_and_getter() {
    JsonObject order =
        tools
            .tool("takeOrder")
            .arguments()
            .schema()
            .getJsonObject("properties")
            .getJsonObject("order");
    JsonObject properties = order.getJsonObject("properties");
    assertThat(properties).containsOnlyKeys("customer", "id", "lines", "note", "priority");
    assertThat(order.getJsonArray("required")).hasToString("[\"customer\"]");
    assertThat(properties.getJsonObject("customer"))
        .containsKeys("description", "minLength", "pattern");
    assertThat(properties.getJsonObject("priority").getInt("maximum")).isEqualTo(9);
    assertThat(properties.getJsonObject("id").getString("type")).isEqualTo("integer");
  }

  @Test
  void a_javabean_is_filled_and_what_is_absent_keeps_its_value() {
    assertThat(call("takeOrder", "{'order':{'customer':'Ada','id':1,'lines':[{'article':'x'}]}}"))
        .isEqualTo(
            "{\"customer\":\"Ada\",\"id\":1,\"label\":\"Ada 3 kept\","
                + "\"lines\":[{\"article\":\"x\"}],\"priority\":3}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'order':{}}; order.customer: is required",
        "{'order':{'customer':' '}}; order.customer: ",
        "{'order':{'customer':'a','priority':10}}; order.priority: ",
        "{'order':{'customer':'a','priority':7}}; order: is not a valid Order: seven is taken",
        "{'order':{'customer':'a','secret':'x'}}; order.secret: is not a property of Order",
        "{'order':{'customer':'a','lines':[{'article':'abcd'}]}}; order.items[0].article: ",
        "{'order':{'customer':'a','lines':[{'article':'a','next':{}}]}}; next.article: is required",
      })
  void what_a_javabean_does_not_take_is_told(String arguments, String problem) {
    assertThat(call("takeOrder", arguments)).startsWith("error ").contains(problem);
  }

  @Test
  void an_entity_is_a_javabean() {
    String customer =
        "{\"address\":{\"city\":\"Bern\"},\"id\":7,\"name\":\"Ada\","
            + "\"purchases\":[{\"article\":\"x\"}]}";
    assertThat(call("keep", "{'customer':" + customer + "}")).isEqualTo(customer);
    assertThat(call("keep", "{'customer':{'name':' '}}")).startsWith("error customer.name: ");
    assertThat(call("keep", "{'customer':{'name':'Ada','version':1}}"))
        .startsWith("error customer.version: is not a property of Customer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'currency':'EUR','locale':'en-GB','date':'1970-01-01T00:00:01Z'; EUR en-GB 1000",
        "'currency':'eur','locale':'en-GB','date':'1970-01-01T00:00:01Z'; error currency: must be",
        "'currency':'QQQ','locale':'en-GB','date':'1970-01-01T00:00:01Z'; error currency: must be",
        "'currency':'EUR','locale':'en_GB','date':'1970-01-01T00:00:01Z'; error locale: must be",
        "'currency':'EUR','locale':'en-en-en','date':'1970-01-01T00:00:01Z'; error locale: must be",
        "'currency':'EUR','locale':'en','date':'1970-01-01'; error date: must be"
      })
  void currencies_languages_and_old_dates_are_text(String arguments, String told) {
    assertThat(call("old", "{" + arguments + "}")).startsWith(told);
  }

  @Test
  void a_stage_is_waited_for() {
    assertThat(call("later", "{'article':'x'}")).isEqualTo("{\"article\":\"x\"}");
    assertThat(tools.tool("later").result().isObject()).isTrue();
  }

  @Test
  void a_failed_stage_is_as_if_the_method_had_thrown() {
    assertThat(call("no", "{'business':true}")).isEqualTo("error No, not now");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> call("no", "{'business':false}"))
        .withMessage("hidden");
  }

  @Test
  void a_stage_is_cancelled_with_its_call() {
    CallCancellation cancellation = new CallCancellation();
    Exchange none = Exchange.none();
    Exchange exchange =
        new Exchange(none.progress(), none.log(), cancellation, none.input(), none.task());
    cancellation.cancel(Optional.of("enough"));
    assertThatThrownBy(() -> tools.call("never", "{}", exchange))
        .isInstanceOf(CancelledException.class);
    assertThat(Waiting.NEVER).isCancelled();
    assertThat(tools.tool("never").uses()).containsExactly(ContextParameter.CANCELLATION);
  }

  @Test
  void a_stream_is_read_to_its_end_and_bounded() {
    assertThat(call("stream", "{'size':3}")).isEqualTo("[0,1,2]");
    assertThat(call("stream", "{'size':10001}")).startsWith("error ").contains("10000 elements");
  }
}
