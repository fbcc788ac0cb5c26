package org.tachyscope.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class FreeMemoryTest {

    @Test
    void liesBetweenNothingAndAllOfTheMachine() throws IOException {
        long all =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        long free = FreeMemory.bytes().orElseThrow();
        assertTrue(free > 0 && free <= all, free + " of " + all);
    }
}
