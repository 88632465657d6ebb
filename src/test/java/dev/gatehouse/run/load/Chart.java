package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Failures.Event;
import dev.gatehouse.run.load.Sampler.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Small charts, one below the other, over the same time; a line for each node. */
final class Chart {
  private static final int WIDTH = 760;
  private static final int LEFT = 60;
  private static final int RIGHT = 745;
  private static final int PANEL = 105;
  private static final int GAP = 38;
  private static final int PANELS = 6;
  private static final List<String> COLORS = List.of("#1f5fa8", "#2b7a3d", "#a8571f");

  private final LoadResult result;
  private final double seconds;
  private final List<String> nodes;
  private final StringBuilder svg = new StringBuilder();
  private int row;

  /** A value at a moment. */
  private record Point(double second, double value) {}

  private record Line(String color, List<Point> points) {}

  Chart(LoadResult result) {
    this.result = result;
    this.seconds = Math.max(1, result.length().toSeconds());
    this.nodes = List.copyOf(result.after().nodes().keySet());
  }

  String svg() {
    int height = PANELS * (PANEL + GAP) + 25;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" font-family="sans-serif" font-size="12">
        <rect width="%d" height="%d" fill="#fff"/>
        """
            .formatted(WIDTH, height, WIDTH, WIDTH, height));
    ofNodes("Live threads", Usage::threads);
    ofNodes("Heap after collection, MB", Usage::heapMegabytes);
    ofNodes("Open sockets", Usage::sockets);
    ofNodes("Connections to the database", Usage::connections);
    panel("Rows in the database", List.of(new Line("#8a4b9d", rows())));
    panel("Requests per second", List.of(new Line("#555", rates())));
    legend();
    for (int i = 0; i <= 6; i++) {
      double second = seconds * i / 6;
      String anchor = i == 6 ? "end" : "middle";
      text(x(second), height - 8, anchor, String.format(Locale.ROOT, "%.1f min", second / 60));
    }
    return svg.append("</svg>\n").toString();
  }

  private void legend() {
    for (int i = 0; i < nodes.size(); i++) {
      add(
          "<text x='%d' y='14' text-anchor='end' fill='%s'>%s</text>",
          RIGHT - 70 * (nodes.size() - 1 - i), COLORS.get(i), nodes.get(i));
    }
  }

  private void ofNodes(String title, ToDoubleFunction<Usage> value) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      String node = nodes.get(i);
      lines.add(
          new Line(
              COLORS.get(i),
              points(
                  sample ->
                      sample.nodes().containsKey(node)
                          ? List.of(value.applyAsDouble(sample.nodes().get(node)))
                          : List.of())));
    }
    panel(title, lines);
  }

  private List<Point> points(Function<Sample, List<Double>> values) {
    return result.samples().stream()
        .flatMap(
            sample -> values.apply(sample).stream().map(value -> new Point(sample.second(), value)))
        .toList();
  }

  private List<Point> rows() {
    return points(sample -> sample.rows().map(Long::doubleValue).stream().toList());
  }

  private List<Point> rates() {
    List<Sample> samples = result.samples();
    List<Point> rates = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      Sample now = samples.get(i);
      Sample last = samples.get(i - 1);
      long passed = Math.max(1, now.second() - last.second());
      rates.add(new Point(now.second(), (double) (now.requests() - last.requests()) / passed));
    }
    return rates;
  }

  private void panel(String title, List<Line> lines) {
    double top = 20 + row++ * (PANEL + GAP);
    double bottom = top + PANEL;
    double most =
        lines.stream()
                    .flatMap(line -> line.points().stream())
                    .mapToDouble(Point::value)
                    .max()
                    .orElse(1)
                * 1.1
            + 0.001;
    events(top);
    add(
        "<rect x='%d' y='%.1f' width='%d' height='%d' fill='none' stroke='#999'/>",
        LEFT, top, RIGHT - LEFT, PANEL);
    text(LEFT, top - 6, "start", title);
    text(LEFT - 6, top + 10, "end", String.format(Locale.ROOT, "%.0f", most));
    text(LEFT - 6, bottom, "end", "0");
    for (Line line : lines) {
      StringBuilder points = new StringBuilder();
      for (Point point : line.points()) {
        double y = bottom - PANEL * point.value() / most;
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.second()), y));
      }
      add(
          "<polyline points='%s' fill='none' stroke='%s' stroke-width='1.5'/>",
          points, line.color());
    }
  }

  // The issuer's failures and the database's absence, and over them the nodes' deaths.
  private void events(double top) {
    band(top, "the issuer ", "the issuer works", "#f3d9a4");
    band(top, "the database is stopped", "the database is back", "#e3c4d8");
    for (Event event : result.failures().events()) {
      if (event.what().endsWith("is killed")) {
        add(
            "<line x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f' stroke='#c22' stroke-dasharray='4 3'/>",
            x(event.second()), x(event.second()), top, top + PANEL);
      }
    }
  }

  private void band(double top, String begin, String end, String color) {
    double from = -1;
    for (Event event : result.failures().events()) {
      if (event.what().startsWith(end)) {
        add(
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%d' fill='%s'/>",
            from, top, x(event.second()) - from, PANEL, color);
      } else if (event.what().startsWith(begin)) {
        from = x(event.second());
      }
    }
  }

  private double x(double second) {
    return LEFT + (RIGHT - LEFT) * Math.min(1, second / seconds);
  }

  private void text(double x, double y, String anchor, String text) {
    add("<text x='%.1f' y='%.1f' text-anchor='%s' fill='#333'>%s</text>", x, y, anchor, text);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
