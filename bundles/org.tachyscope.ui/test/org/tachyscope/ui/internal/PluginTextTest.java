package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.core.Broken;

class PluginTextTest {

    @Test
    void namesOnePluginAndCountsMore() {
        var first = new Broken("a", "org.example.one", "x");
        var again = new Broken("b", "org.example.one", "y");
        var other = new Broken("c", "org.example.two", "z");
        assertEquals("Plug-in org.example.one was set aside", PluginText.summary(List.of(first, again)));
        assertEquals("2 plug-ins were set aside", PluginText.summary(List.of(first, other)));
    }
}
