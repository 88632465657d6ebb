package dev.gatehouse.run.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformLoggingMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A JVM as Linux and its own management interface see it. */
final class Observed implements AutoCloseable {
  private static final double MILLIS_OF_TICK = 10;

  private final Path process;
  private final JMXConnector management;
  private final ThreadMXBean threads;
  private final PlatformLoggingMXBean loggers;

  private Observed(long pid, JMXConnector management) throws IOException {
    process = Path.of("/proc", String.valueOf(pid));
    this.management = management;
    MBeanServerConnection beans = management.getMBeanServerConnection();
    threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
    loggers = ManagementFactory.getPlatformMXBean(beans, PlatformLoggingMXBean.class);
  }

  static Observed of(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        var address = new JMXServiceURL(machine.startLocalManagementAgent());
        return new Observed(pid, JMXConnectorFactory.connect(address));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /** Before a measurement: what it takes to ask is not in it. */
  Usage before() throws IOException {
    Map<Long, Long> allocated = allocated();
    return new Usage(cpuMillis(process.resolve("stat")), jitMillis(), allocated);
  }

  /** After it. */
  Usage after() throws IOException {
    double cpu = cpuMillis(process.resolve("stat"));
    double jit = jitMillis();
    return new Usage(cpu, jit, allocated());
  }

  /** An empty level is that of its parent. */
  void level(String logger, String level) {
    loggers.setLoggerLevel(logger, level.isEmpty() ? null : level);
  }

  private Map<Long, Long> allocated() {
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    Map<Long, Long> allocated = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (bytes[i] >= 0) {
        allocated.put(ids[i], bytes[i]);
      }
    }
    return allocated;
  }

  private double jitMillis() throws IOException {
    double millis = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path task : tasks) {
        if (isCompiler(task)) {
          millis += cpuMillis(task.resolve("stat"));
        }
      }
    }
    return millis;
  }

  // Threads of both compilers may come and go.
  private static boolean isCompiler(Path task) {
    try {
      return Files.readString(task.resolve("comm")).matches("(?s)C[12] CompilerThre.*");
    } catch (IOException gone) {
      return false;
    }
  }

  private static double cpuMillis(Path stat) throws IOException {
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return MILLIS_OF_TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
  }

  @Override
  public void close() throws IOException {
    management.close();
  }
}
