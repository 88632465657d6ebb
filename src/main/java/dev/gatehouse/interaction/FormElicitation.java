package dev.gatehouse.interaction;

/**
 * Asks the user to fill in a form; never for secrets. Each component of the record is a field: a
 * text, number, yes-or-no, enum, URI, date, date with time and offset, or a list of an enum. {@code
 * Optional} ones may be left out. {@link Title}, {@link Prefilled} and a description say more to
 * the user; constraints of Jakarta Validation and the record's constructor decide what fits, and
 * what does not fit is asked for again.
 *
 * @param message what the user reads first; not blank
 * @param form the record; asking with one that no form can show is an IllegalArgumentException
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">MCP
 *     elicitation</a>
 */
public record FormElicitation<T extends Record>(String message, Class<T> form)
    implements InputRequest {
  public FormElicitation {
    if (message.isBlank()) {
      throw new IllegalArgumentException("A form needs a message");
    }
  }
}
