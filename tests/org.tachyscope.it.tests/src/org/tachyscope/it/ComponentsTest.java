package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class ComponentsTest {

    private final ServiceComponentRuntime runtime = runtime();

    @Test
    void ofOursAreAllSatisfied() {
        Collection<ComponentDescriptionDTO> components =
                runtime.getComponentDescriptionDTOs(Osgi.ours().toArray(Bundle[]::new));
        assertFalse(components.isEmpty());
        List<String> unsatisfied = components.stream()
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream())
                .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED)
                .map(configuration -> configuration.description.name)
                .toList();
        assertEquals(List.of(), unsatisfied);
    }

    @Test
    void areFoundInEveryBundleThatDeclaresThem() {
        List<String> without = Stream.of(Osgi.context().getBundles())
                .filter(bundle -> bundle.getHeaders().get("Service-Component") != null)
                .filter(bundle -> bundle.getSymbolicName().matches("org\\.(tachyscope|example)\\..*"))
                .filter(bundle -> runtime.getComponentDescriptionDTOs(bundle).isEmpty())
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of(), without, "a bundle that declares components needs Bundle-ActivationPolicy: lazy");
    }

    private static ServiceComponentRuntime runtime() {
        ServiceReference<ServiceComponentRuntime> reference =
                Osgi.context().getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            throw new IllegalStateException("declarative services do not run");
        }
        return Osgi.context().getService(reference);
    }
}
