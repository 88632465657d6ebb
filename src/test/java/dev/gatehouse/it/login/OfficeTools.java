package dev.gatehouse.it.login;

import dev.gatehouse.interaction.Progress;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** What calls the company's EJB. */
@ApplicationScoped
public class OfficeTools {
  @EJB Office office;

  @jakarta.annotation.Resource ManagedExecutorService executor;

  @NoScopeRequired
  @Tool(description = "What an EJB sees")
  Seen ejb() {
    return new Seen(
        office.caller(), office.isCallerInRole("clerk"), office.isCallerInRole("chief"));
  }

  @NoScopeRequired
  @Tool(description = "What an EJB sees in a task of the executor")
  Seen ejbTask() throws Exception {
    Callable<Seen> ask = this::ejb;
    return executor.submit(ask).get();
  }

  @NoScopeRequired
  @Tool(description = "What an EJB sees of a caller who reads along")
  Seen ejbStream(Progress progress) {
    progress.report(1, 2, "asking");
    return ejb();
  }

  @NoScopeRequired
  @Tool(description = "Ask the EJB to open")
  String open() {
    return office.open();
  }

  @NoScopeRequired
  @Tool(description = "Ask the EJB to have itself opened")
  String openInside() {
    return office.openInside();
  }

  @NoScopeRequired
  @Tool(description = "Have a task ask the EJB to open")
  String openTask() throws Exception {
    return executor.submit(office::open).get();
  }

  @NoScopeRequired
  @Prompt(name = "opening", description = "What the EJB says")
  String prompt() {
    return office.open();
  }

  @NoScopeRequired
  @Resource(uri = "office://opening", name = "opening", description = "What the EJB says")
  String resource() {
    return office.open();
  }
}
