package dev.gatehouse.engine.outcome;

import dev.gatehouse.interaction.Cancellation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** What a method returns later: the call waits for it, as for any other method. */
public final class AsyncResult {
  private AsyncResult() {}

  /** What a method of this return type brings in the end. */
  public static Type awaited(Type returned) {
    return returned instanceof ParameterizedType generic && isAsync((Class<?>) generic.getRawType())
        ? generic.getActualTypeArguments()[0]
        : returned;
  }

  /** Whether a method of this return type brings something later. */
  public static boolean isAsync(Class<?> returned) {
    return CompletionStage.class.isAssignableFrom(returned);
  }

  /** The value; what the stage failed with, as if the method had thrown it. */
  public static Object of(CompletionStage<?> stage, Cancellation cancellation) throws Throwable {
    CompletableFuture<?> future = stage.toCompletableFuture();
    cancellation.onCancel(() -> future.cancel(true));
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (CancellationException e) {
      cancellation.check();
      throw e;
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      cancellation.check();
      throw e;
    }
  }
}
