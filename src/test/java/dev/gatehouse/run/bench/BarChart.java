package dev.gatehouse.run.bench;

import java.util.List;
import java.util.Locale;

/** A group of bars for each case: the lowest CPU of a request, ours dark, others light. */
final class BarChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 170;
  private static final int RIGHT = 690;
  private static final int BAR = 15;
  private static final int GAP = 34;
  private static final List<Kind> KINDS =
      List.of(Kind.GET, Kind.POOL, Kind.LIST, Kind.TOOLS, Kind.NO_TOKEN, Kind.BAD_SIGNATURE);

  private final Results results;
  private final List<Row> rows;
  private final StringBuilder svg = new StringBuilder();

  BarChart(Results results, List<Row> rows) {
    this.results = results;
    this.rows = rows;
  }

  String svg() {
    int panel = BAR * rows.size() + GAP;
    int height = KINDS.size() * panel + 10;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" font-family="sans-serif" font-size="11">
        <rect width="%d" height="%d" fill="#fff"/>
        """
            .formatted(WIDTH, height, WIDTH, WIDTH, height));
    for (int i = 0; i < KINDS.size(); i++) {
      panel(KINDS.get(i), i * panel + 20);
    }
    return svg.append("</svg>\n").toString();
  }

  private void panel(Kind kind, int top) {
    text(LEFT, top, "start", kind.title + ", ms of CPU");
    double most = rows.stream().mapToDouble(row -> value(row, kind)).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double value = value(row, kind);
      int y = top + 6 + i * BAR;
      double width = most > 0 ? (RIGHT - LEFT) * value / most : 0;
      text(LEFT - 6, y + 10, "end", row.title());
      add(
          "<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'/>",
          LEFT, y, width, BAR - 3, row.subject().isOurs() ? "#1f5fa8" : "#b9c7d8");
      text(LEFT + width + 5, y + 10, "start", value > 0 ? Figure.number(value, 3) : Figure.NONE);
    }
  }

  private double value(Row row, Kind kind) {
    Figure figure = row.figure(results, kind, Measurement::cpuMillis);
    return figure.isThere() ? figure.lowest() : 0;
  }

  private void text(double x, double y, String anchor, String text) {
    add("<text x='%.1f' y='%.1f' text-anchor='%s' fill='#333'>%s</text>", x, y, anchor, text);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
