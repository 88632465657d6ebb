package dev.gatehouse.mcp.legacy.relay;

import dev.gatehouse.jsonrpc.JsonRpcId;
import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.Optional;

/**
 * A stream of another node that a client of this one comes back for.
 *
 * @param session as nodes call it
 * @param node which has it
 * @param after the last event that the client has, as it was written
 * @param request whose answer it ends with; empty for a stream that belongs to no call
 * @param allowed what the client's token reaches
 * @param until when that token counts no more
 * @param onEnd what to do when the connection has ended
 */
public record FollowedStream(
    String session,
    String node,
    String after,
    Optional<JsonRpcId> request,
    JsonArray allowed,
    Instant until,
    Runnable onEnd) {}
