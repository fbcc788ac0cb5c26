package org.tachyscope.ui.api;

/** Names the colours that sample values are shown in. Display only: never written into data. */
public enum ColorMap {
    /** Black to white. */
    GRAY("Gray"),
    /** White to black. */
    INVERTED("Inverted gray"),
    /** Dark violet over green to yellow; even steps to the eye, safe for colour-blind readers. */
    VIRIDIS("Viridis"),
    /** Black over red to pale yellow; even steps to the eye. */
    INFERNO("Inferno"),
    /** Dark blue over magenta to yellow; even steps to the eye, and no black. */
    PLASMA("Plasma"),
    /** Rainbow without false edges. */
    TURBO("Turbo"),
    /** Gray, with what is at or below the range in blue and what is at or above it in red. */
    RANGE("Range check");

    private final String label;

    ColorMap(String label) {
        this.label = label;
    }

    /** Returns what a person reads in a menu. */
    public String label() {
        return label;
    }
}
