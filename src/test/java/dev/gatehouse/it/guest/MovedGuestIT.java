package dev.gatehouse.it.guest;

import static dev.gatehouse.it.guest.Guest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.server.Server;
import java.io.File;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Beside an application that has all paths, with security constraints, a Jackson of its own and the
 * endpoint where the company's {@code web.xml} puts it.
 */
@Deployed
class MovedGuestIT {
  private static final String ENDPOINT = "/ai/mcp";
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <servlet>
          <servlet-name>dev.gatehouse.http.start.McpApplication</servlet-name>
          <async-supported>true</async-supported>
        </servlet>
        <servlet-mapping>
          <servlet-name>dev.gatehouse.http.start.McpApplication</servlet-name>
          <url-pattern>/ai/mcp/*</url-pattern>
        </servlet-mapping>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>company</web-resource-name>
            <url-pattern>/orders/*</url-pattern>
            <url-pattern>/ai/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>clerk</role-name></auth-constraint>
        </security-constraint>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>mcp</web-resource-name>
            <url-pattern>/ai/mcp/*</url-pattern>
            <url-pattern>/ai/.well-known/oauth-protected-resource/*</url-pattern>
          </web-resource-collection>
        </security-constraint>
        <login-config><auth-method>BASIC</auth-method></login-config>
        <security-role><role-name>clerk</role-name></security-role>
      </web-app>
      """;

  @Deployment(testable = false)
  static WebArchive war() {
    WebArchive war =
        CompanyWar.of(ENDPOINT)
            .addClasses(RootApplication.class, JacksonOrder.class, JacksonTools.class)
            .setWebXML(new StringAsset(WEB_XML));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.getName().matches("jackson-(core|databind|annotations)-.*\\.jar"))
        .forEach(war::addAsLibrary);
    return war;
  }

  @Test
  void the_endpoint_is_where_the_web_xml_puts_it_and_the_metadata_follow() throws Exception {
    Guest.assertServed(ENDPOINT);
    assertThat(get("/ai/.well-known/oauth-protected-resource/mcp").body())
        .contains("\"resource\":\"" + Gatehouse.url("/company/ai/mcp"));
    assertThat(get("/.well-known/oauth-protected-resource").body()).contains("\"resource\"");
  }

  @Test
  void where_it_was_there_is_the_company() throws Exception {
    Guest.assertForeign(Guest.call("/mcp", Gatehouse.token()), 404);
  }

  @Test
  void the_company_s_application_has_the_root() throws Exception {
    if (Server.nameUnderTest().equals("payara7")) { // asks for a login there, without us as well
      assertThat(Gatehouse.challenge(get("/"))).startsWith("Basic");
    } else {
      assertThat(get("/").body()).isEqualTo("the company's own");
    }
    Guest.assertForeign(get("/nothing"), 404);
  }

  @Test
  void the_company_s_constraints_hold_and_do_not_reach_the_endpoint() throws Exception {
    assertThat(get("/orders").headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Basic");
    assertThat(get("/ai/other").headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Basic");
    assertThat(Gatehouse.challenge(Guest.call(ENDPOINT, ""))).startsWith("Bearer");
  }

  @Test
  void a_result_is_written_by_json_b_whatever_the_company_s_resources_are_written_by()
      throws Exception {
    assertThat(Guest.call(ENDPOINT, "describeOrder", Gatehouse.token()).body())
        .contains("{\\\"number\\\":7}");
  }
}
