package dev.gatehouse.security.scope;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
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
    try (InputStream descriptor = context.getResourceAsStream(PATH)) {
      return descriptor != null && isComplete(descriptor) ? Optional.of(PROBLEM) : Optional.empty();
    } catch (IOException | XMLStreamException unreadable) {
      // The server has read it, and what it could not read is its own to say.
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
