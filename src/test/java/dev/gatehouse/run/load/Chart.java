package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Failures.Event;
import dev.gatehouse.run.load.Sampler.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Four small charts, one below the other, over the same time. */
final class Chart {
  private static final int WIDTH = 760;
  private static final int LEFT = 60;
  private static final int RIGHT = 745;
  private static final int PANEL = 105;
  private static final int GAP = 38;

  private final LoadResult result;
  private final double seconds;
  private final StringBuilder svg = new StringBuilder();

  Chart(LoadResult result) {
    this.result = result;
    this.seconds = Math.max(1, result.length().toSeconds());
  }

  String svg() {
    List<Sample> samples = result.samples();
    int height = 4 * (PANEL + GAP) + 25;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" font-family="sans-serif" font-size="12">
        <rect width="%d" height="%d" fill="#fff"/>
        """
            .formatted(WIDTH, height, WIDTH, WIDTH, height));
    panel(0, "Live threads", samples, sample -> sample.usage().threads(), "#1f5fa8");
    panel(
        1,
        "Heap after collection, MB",
        samples,
        sample -> sample.usage().heapMegabytes(),
        "#2b7a3d");
    panel(2, "Open sockets", samples, sample -> sample.usage().sockets(), "#8a4b9d");
    List<Double> rates = rates(samples);
    panel(
        3, "Requests per second", samples, sample -> rates.get(samples.indexOf(sample)), "#a8571f");
    for (int i = 0; i <= 6; i++) {
      double second = seconds * i / 6;
      String anchor = i == 6 ? "end" : "middle";
      text(x(second), height - 8, anchor, String.format(Locale.ROOT, "%.1f min", second / 60));
    }
    return svg.append("</svg>\n").toString();
  }

  private static List<Double> rates(List<Sample> samples) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample now = samples.get(i);
      Sample last = samples.get(Math.max(0, i - 1));
      long passed = Math.max(1, now.second() - last.second());
      rates.add((double) (now.requests() - last.requests()) / passed);
    }
    return rates;
  }

  private void panel(
      int row, String title, List<Sample> samples, ToDoubleFunction<Sample> value, String color) {
    double top = 20 + row * (PANEL + GAP);
    double bottom = top + PANEL;
    double most = samples.stream().mapToDouble(value).max().orElse(1) * 1.1 + 0.001;
    bands(top);
    add(
        "<rect x='%d' y='%.1f' width='%d' height='%d' fill='none' stroke='#999'/>",
        LEFT, top, RIGHT - LEFT, PANEL);
    text(LEFT, top - 6, "start", title);
    text(LEFT - 6, top + 10, "end", String.format(Locale.ROOT, "%.0f", most));
    text(LEFT - 6, bottom, "end", "0");
    StringBuilder points = new StringBuilder();
    for (Sample sample : samples) {
      double y = bottom - PANEL * value.applyAsDouble(sample) / most;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(sample.second()), y));
    }
    add("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", points, color);
  }

  // The issuer's failures, and over them the sibling's deaths.
  private void bands(double top) {
    double from = -1;
    for (Event event : result.failures().events()) {
      if (event.what().startsWith("the issuer works")) {
        add(
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%d' fill='#f3d9a4'/>",
            from, top, x(event.second()) - from, PANEL);
      } else if (event.what().startsWith("the issuer")) {
        from = x(event.second());
      }
    }
    for (Event event : result.failures().events()) {
      if (event.what().equals("the sibling is killed")) {
        add(
            "<line x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f' stroke='#c22' stroke-dasharray='4 3'/>",
            x(event.second()), x(event.second()), top, top + PANEL);
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
