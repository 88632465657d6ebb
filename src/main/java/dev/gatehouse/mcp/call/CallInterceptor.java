package dev.gatehouse.mcp.call;

import dev.gatehouse.tool.AccessDeniedException;

/**
 * Sees every request, and every call of a bean's method, before it runs and after it ended,
 * whichever era asked.
 */
public interface CallInterceptor {
  /** Lets everything pass and tells nobody. */
  CallInterceptor NONE =
      new CallInterceptor() {
        @Override
        public CallEnd admit(MethodCall call) {
          return CallEnd.UNTOLD;
        }

        @Override
        public void denied(MethodCall call, AccessDeniedException denial) {}
      };

  /**
   * Lets a call run that its caller has the right to.
   *
   * @return who is told how it ended
   * @throws CallRefusedException not now; answered before anything of the call has run
   */
  CallEnd admit(MethodCall call);

  /** A request of whichever method arrives, before anything of it is looked at. */
  default RequestObservation arrived(ReceivedRequest request) {
    return RequestObservation.UNSEEN;
  }

  /** The caller has no right to this call, and is answered so. */
  void denied(MethodCall call, AccessDeniedException denial);
}
