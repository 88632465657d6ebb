package dev.gatehouse.mcp;

import dev.gatehouse.bean.AccessDeniedException;

/**
 * Sees every request, and every call of a bean's method, before it runs and after it ended,
 * whichever era asked.
 */
public interface CallWatch {
  /** Lets everything pass and tells nobody. */
  CallWatch NONE =
      new CallWatch() {
        @Override
        public CallEnd admit(CallAttempt call) {
          return CallEnd.UNTOLD;
        }

        @Override
        public void denied(CallAttempt call, AccessDeniedException denial) {}
      };

  /**
   * Lets a call run that its caller has the right to.
   *
   * @return who is told how it ended
   * @throws CallRefusedException not now; answered before anything of the call has run
   */
  CallEnd admit(CallAttempt call);

  /** A request of whichever method arrives, before anything of it is looked at. */
  default Passage arrived(Arrived request) {
    return Passage.UNSEEN;
  }

  /** The caller has no right to this call, and is answered so. */
  void denied(CallAttempt call, AccessDeniedException denial);
}
