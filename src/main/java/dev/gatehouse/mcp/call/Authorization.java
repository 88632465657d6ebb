package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.tool.AccessDeniedException;
import java.time.Instant;

/**
 * What the caller of one request may see and do, and who is told of it. It travels with the
 * request, on whatever thread.
 */
public interface Authorization {

  /** Who calls, the same for all of the caller's tokens; never shown to anybody. */
  String caller();

  /** When the caller has to come with another token; streams end then. */
  Instant until();

  /** Whether this caller is shown what is declared. */
  boolean allows(Declaration declaration);

  /**
   * Lets a call pass that the caller has the right to.
   *
   * @throws AccessDeniedException when the caller has not, which is taken down
   */
  void demand(MethodCall call);

  /**
   * Lets a call run that its caller has the right to; the last check before the method runs.
   *
   * @return who is told how it ended
   * @throws CallRefusedException not now; answered before anything of the call has run
   */
  CallEnd admit(MethodCall call);

  /** Runs it as this caller on a thread of its own, however long it takes. */
  void start(Runnable work);

  /** A request of whichever method arrives, before anything of it is looked at. */
  RequestObservation observe(ReceivedRequest request);
}
