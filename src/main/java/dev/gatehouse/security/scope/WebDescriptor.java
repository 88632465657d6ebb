package dev.gatehouse.security.scope;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a {@code web.xml} must leave to the server, so that it finds the parts of a library. */
final class WebDescriptor {
  private static final String PATH = "/WEB-INF/web.xml";
  private static final String PROBLEM =
      PATH
          + " says metadata-complete=\"true\", so that the server looks for nothing in WEB-INF/lib:"
          + " take that attribute out";

  private WebDescriptor() {}

  /** What is wrong with that of this application, if it has one. */
  static Optional<String> problem(ServletContext context) {
    return problem(
        () ->
            Optional.ofNullable(context.getResourceAsStream(PATH))
                .orElseGet(InputStream::nullInputStream));
  }

  /**
   * The same before there is a context: where a server lets us see it from the place of one of our
   * classes, which is below the same folder.
   */
  static Optional<String> problem(URL inside) {
    String place = inside.toString();
    int end = place.lastIndexOf("/WEB-INF/");
    return end < 0
        ? Optional.empty()
        : problem(() -> uncached(new URL(inside, folder(place.substring(0, end)) + PATH)));
  }

  // A library of a folder is in a jar, but the folder is in none.
  private static String folder(String place) {
    return place.contains("!") ? place : place.replaceFirst("^jar:", "");
  }

  private static InputStream uncached(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  private static Optional<String> problem(Opening file) {
    try (InputStream descriptor = file.open()) {
      return isComplete(descriptor) ? Optional.of(PROBLEM) : Optional.empty();
    } catch (IOException | XMLStreamException unreadable) {
      // There is none; or the server has read it, and what it could not read is its own to say.
      return Optional.empty();
    }
  }

  private static boolean isComplete(InputStream descriptor) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(descriptor);
    try {
      while (!reader.isStartElement()) {
        reader.next();
      }
      return Boolean.parseBoolean(reader.getAttributeValue(null, "metadata-complete"));
    } finally {
      reader.close();
    }
  }
}
