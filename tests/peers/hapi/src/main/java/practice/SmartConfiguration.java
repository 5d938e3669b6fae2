package practice;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** {@code .well-known/smart-configuration} below the base: what the authorisation server says of itself. */
class SmartConfiguration extends HttpServlet {
  private final String issuer;

  SmartConfiguration(String issuer) {
    this.issuer = issuer;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (issuer.isEmpty()) {
      response.sendError(404);
      return;
    }
    var address = URI.create(issuer + "/.well-known/smart-configuration").toURL();
    try (var said = address.openStream()) {
      response.setContentType("application/json");
      response.getOutputStream().write(said.readAllBytes());
    }
  }
}
