package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import java.time.Instant;

/** A caller who may do everything. */
record Somebody(String caller, Instant until) implements Authorization {
  @Override
  public boolean allows(Declaration declaration) {
    return true;
  }

  @Override
  public void demand(MethodCall call) {}

  @Override
  public CallEnd admit(MethodCall call) {
    return CallEnd.NONE;
  }

  @Override
  public void start(Runnable work) {
    new Thread(work).start();
  }

  @Override
  public RequestObservation observe(ReceivedRequest request) {
    return RequestObservation.NONE;
  }
}
