package org.tachyscope.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;

/**
 * Draws a curve: one line for each quantity, axes with labels and units, and a line of small print below for what isn't
 * to be seen in the lines.
 */
final class Chart {

    /** Text has its own size in a picture of this size, and grows with larger ones. */
    private static final int WIDTH = 1200;

    private static final int HEIGHT = 600;
    private static final int PRINT = 26;
    private static final int MARKED = 60;
    private static final double MARGIN = 0.05;
    private static final double SIDE = 0.015;

    /** Okabe and Ito's colours, which colour-blind readers can tell apart, the palest ones left out. */
    private static final Color[] COLORS = {
        new Color(0x0072b2),
        new Color(0xd55e00),
        new Color(0x009e73),
        new Color(0xcc79a7),
        new Color(0xe69f00),
        new Color(0x56b4e9),
        new Color(0x444444)
    };

    private final Curve curve;
    private final String title;
    private final int width;
    private final int height;
    private final double scale;

    Chart(Curve curve, String title, int width, int height) {
        this.curve = curve;
        this.title = title;
        this.width = width;
        this.height = height;
        this.scale = Math.max(1, Math.min(width / (double) WIDTH, height / (double) HEIGHT));
    }

    /** Draws, on any thread. {@code print} is cut where the picture ends. */
    BufferedImage draw(String print) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            g.scale(scale, scale);
            int w = (int) (width / scale);
            int h = (int) (height / scale);
            chart(w, h).paint(g, w, print.isEmpty() ? h : h - PRINT);
            print(g, print, w, h);
        } finally {
            g.dispose();
        }
        return image;
    }

    /** Counts the values that are no numbers or too large, and so aren't drawn. */
    long undrawn() {
        long undrawn = 0;
        for (Column.Numbers column : curve.y()) {
            for (int i = 0; i < column.size(); i++) {
                undrawn += point(column, i) ? 0 : 1;
            }
        }
        return undrawn;
    }

    private boolean point(Column.Numbers column, int i) {
        return AxisRange.drawable(column.get(i)) && AxisRange.drawable(curve.x().get(i));
    }

    private XYChart chart(int w, int h) {
        XYChart chart = new XYChart(w, h, Styler.ChartTheme.XChart);
        chart.setTitle(title);
        chart.setXAxisTitle(head(curve.x()));
        chart.setYAxisTitle(yTitle());
        style(chart.getStyler());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < curve.y().size(); i++) {
            Column.Numbers column = curve.y().get(i);
            add(chart, column, unique(legend(column), names), COLORS[i % COLORS.length]);
        }
        return chart;
    }

    private void add(XYChart chart, Column.Numbers column, String name, Color color) {
        int[] kept = Thin.indices(column.size(), i -> point(column, i) ? column.get(i) : Double.NaN, width);
        double[] x = new double[kept.length];
        double[] y = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            boolean drawn = point(column, kept[i]);
            x[i] = drawn ? curve.x().get(kept[i]) : 0;
            y[i] = drawn ? column.get(kept[i]) : Double.NaN;
        }
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineStyle(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        series.setMarker(kept.length <= MARKED ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setMarkerColor(color);
    }

    private void style(XYStyler styler) {
        AxisRange x = AxisRange.around(values(List.of(curve.x())), SIDE);
        AxisRange y = AxisRange.around(values(curve.y()), MARGIN);
        styler.setXAxisMin(x.min()).setXAxisMax(x.max()).setYAxisMin(y.min()).setYAxisMax(y.max());
        styler.setXAxisDecimalPattern(x.pattern()).setYAxisDecimalPattern(y.pattern());
        styler.setAxisTitleFont(font(Font.PLAIN, 15)).setAxisTickLabelsFont(font(Font.PLAIN, 13));
        styler.setAxisTickMarksColor(Color.GRAY).setAxisTickLabelsColor(Color.DARK_GRAY);
        styler.setPlotGridLinesColor(new Color(0xe4e4e4)).setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotMargin(0).setXAxisTickMarkSpacingHint(90).setYAxisTickMarkSpacingHint(50);
        styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false).setPlotContentSize(1).setChartPadding(14);
        styler.setChartTitleFont(font(Font.BOLD, 17)).setChartTitleVisible(!title.isEmpty());
        styler.setLegendVisible(curve.y().size() > 1).setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLegendFont(font(Font.PLAIN, 14)).setLegendBorderColor(Color.WHITE);
        styler.setMarkerSize(6).setAntiAlias(true).setLocale(Locale.ROOT);
    }

    private static void print(Graphics2D g, String print, int w, int h) {
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(font(Font.PLAIN, 12));
        g.setColor(new Color(0x9a3b00));
        FontMetrics metrics = g.getFontMetrics();
        String shown = print;
        while (metrics.stringWidth(shown) > w - 2 * PRINT && shown.length() > 1) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        g.drawString(shown, PRINT / 2, h - PRINT / 2);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static DoubleStream values(List<Column.Numbers> columns) {
        return columns.stream()
                .flatMapToDouble(column -> IntStream.range(0, column.size()).mapToDouble(column::get));
    }

    private static String head(Column column) {
        return column.unit().isEmpty() ? column.label() : column.label() + " (" + column.unit() + ")";
    }

    /** Names the only quantity, or the unit that several share. */
    private String yTitle() {
        Column first = curve.y().getFirst();
        if (curve.y().size() == 1) {
            return head(first);
        }
        return oneUnit() ? first.unit() : "";
    }

    private String legend(Column column) {
        return oneUnit() ? column.label() : head(column);
    }

    private boolean oneUnit() {
        return curve.y().stream().map(Column::unit).distinct().count() == 1;
    }

    private static String unique(String name, Set<String> names) {
        String base = name.isBlank() ? "unnamed" : name;
        String unique = base;
        for (int n = 2; !names.add(unique); n++) {
            unique = base + " (" + n + ")";
        }
        return unique;
    }
}
