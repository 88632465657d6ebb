package dev.gatehouse.support.tools;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Description;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The classes that a company has already: JavaBeans in, stages and streams out. */
@ApplicationScoped
public class DtoTools {
  /** Of all entities of the company. */
  public abstract static class Identified<K> {
    private K id;

    public K getId() {
      return id;
    }

    public void setId(K id) {
      this.id = id;
    }
  }

  /** With constraints at its fields and its getters. */
  public static class Order extends Identified<Long> {
    @NotBlank private String customer;
    private int priority = 3;

    @JsonbProperty("lines")
    private List<@Valid Line> items = new ArrayList<>();

    private String secret = "kept";
    private Optional<String> note;

    public String getCustomer() {
      return customer;
    }

    @Description("Who ordered")
    public void setCustomer(String customer) {
      this.customer = customer;
    }

    @Max(9)
    public int getPriority() {
      return priority;
    }

    public void setPriority(int priority) {
      if (priority == 7) {
        throw new IllegalArgumentException("seven is taken");
      }
      this.priority = priority;
    }

    public List<Line> getItems() {
      return items;
    }

    public void setItems(List<Line> items) {
      this.items = items;
    }

    @JsonbTransient
    public String getSecret() {
      return secret;
    }

    public void setSecret(String secret) {
      this.secret = secret;
    }

    public Optional<String> getNote() {
      return note;
    }

    public void setNote(Optional<String> note) {
      this.note = note;
    }

    public String getLabel() {
      return customer + " " + priority + " " + secret;
    }
  }

  /** Nested. */
  public static class Line {
    @NotNull
    @Size(max = 3)
    public String article;

    @Valid public Line next;
  }

  @NoScopeRequired
  @Tool(description = "Takes a JavaBean and gives it back")
  Order takeOrder(@Valid Order order) {
    return order;
  }

  @NoScopeRequired
  @Tool(description = "Other types of old")
  String old(Currency currency, Locale locale, Date date) {
    return currency.getCurrencyCode() + " " + locale.toLanguageTag() + " " + date.getTime();
  }

  @NoScopeRequired
  @Tool(description = "Comes later")
  CompletionStage<Line> later(String article) {
    Line line = new Line();
    line.article = article;
    return CompletableFuture.supplyAsync(() -> line);
  }

  @NoScopeRequired
  @Tool(description = "Fails later")
  CompletionStage<Line> no(boolean business) {
    return CompletableFuture.supplyAsync(
        () -> {
          throw business ? new ToolFailure("No, not now") : new IllegalStateException("hidden");
        });
  }

  @NoScopeRequired
  @Tool(description = "A stream of a size")
  Stream<Integer> stream(int size) {
    return IntStream.range(0, size).boxed();
  }
}
