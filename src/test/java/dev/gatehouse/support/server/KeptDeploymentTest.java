package dev.gatehouse.support.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.DeploymentEvent;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

class KeptDeploymentTest {
  private final KeptDeployment.Keeper keeper = new KeptDeployment.Keeper();
  private final List<String> done = new ArrayList<>();
  private final Container<?> server =
      answering(
          Container.class,
          (proxy, method, arguments) ->
              answering(
                  DeployableContainer.class,
                  (inner, called, with) -> {
                    done.add(called.getName() + " " + setting((Archive<?>) with[0]));
                    return null;
                  }));

  private static <T> T answering(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static WebArchive war(String setting) {
    return ShrinkWrap.create(WebArchive.class, "ROOT.war")
        .addAsResource(new StringAsset(setting), "settings");
  }

  private static String setting(Archive<?> war) {
    return ((StringAsset) war.get("WEB-INF/classes/settings").getAsset()).getSource();
  }

  /** A class of tests that wants this WAR, from its start to its end. */
  private void test(WebArchive war) throws Exception {
    Deployment deployment = new Deployment(new DeploymentDescription("it", war));
    keeper.deploy(event(new DeployDeployment(server, deployment), "deploy", war));
    assertThat(deployment.isDeployed()).isTrue();
    keeper.keep(event(new UnDeployDeployment(server, deployment), "undeploy", war));
    assertThat(deployment.isDeployed()).isFalse();
  }

  private <T extends DeploymentEvent> EventContext<T> event(T event, String name, WebArchive war) {
    return new EventContext<>() {
      @Override
      public T getEvent() {
        return event;
      }

      @Override
      public void proceed() {
        done.add(name + " " + setting(war));
        event.getDeployment().deployed();
      }
    };
  }

  @Test
  void what_the_next_class_wants_too_stays() throws Exception {
    WebArchive war = war("a");
    test(war);
    test(war);
    assertThat(done).containsExactly("deploy a");
  }

  @Test
  void another_war_takes_its_place_even_if_its_files_have_the_same_names() throws Exception {
    test(war("a"));
    test(war("b"));
    assertThat(done).containsExactly("deploy a", "undeploy a", "deploy b");
  }

  @Test
  void the_last_one_goes_before_the_server_stops() throws Exception {
    test(war("a"));
    keeper.end(null);
    assertThat(done).containsExactly("deploy a", "undeploy a");
  }
}
