package dev.gatehouse.it.login;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** Some servers know no other roles than those that the web application declares. */
@DeclareRoles({"clerk", "chief"})
@WebServlet("/declared-roles")
public class DeclaredRoles extends HttpServlet {
  private static final long serialVersionUID = 1L;
}
