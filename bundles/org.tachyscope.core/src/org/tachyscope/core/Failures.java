package org.tachyscope.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Finds out why components and bundles don't work. */
final class Failures {

    private static final String API = "org.tachyscope.api";
    private static final String UNRESOLVED = "Unresolved requirement: ";
    private static final String SILENT = "its bundle gives no service object";

    private final BundleContext context;
    private final Optional<ServiceComponentRuntime> runtime;

    Failures(BundleContext context) {
        this.context = context;
        @Nullable
        ServiceReference<ServiceComponentRuntime> found = context.getServiceReference(ServiceComponentRuntime.class);
        runtime = found == null ? Optional.empty() : Optional.ofNullable(context.getService(found));
    }

    /** Returns why the component behind a service gives no object. */
    String of(ServiceReference<?> reference) {
        Object component = Objects.requireNonNullElse(reference.getProperty("component.id"), "");
        return configurations(reference.getBundle())
                .filter(configuration -> component.equals(configuration.id))
                .flatMap(configuration -> Stream.ofNullable(configuration.failure))
                .map(Reason::ofTrace)
                .findFirst()
                .orElseGet(() -> unloadable(reference));
    }

    /** Declarative services forget a component whose class is missing, so try again to hear why. */
    private String unloadable(ServiceReference<?> reference) {
        Object name = Objects.requireNonNullElse(reference.getProperty("component.name"), "");
        Bundle bundle = reference.getBundle();
        return descriptions(bundle)
                .filter(description -> name.equals(description.name))
                .map(description -> unloadable(bundle, description.implementationClass))
                .findFirst()
                .orElse(SILENT);
    }

    private static String unloadable(Bundle bundle, String type) {
        try {
            bundle.loadClass(type).getDeclaredConstructors();
            return SILENT;
        } catch (ClassNotFoundException | LinkageError e) {
            return type + " can't be loaded: " + Reason.of(e);
        }
    }

    /** Returns the contributing bundles that don't resolve and the components that wait for something. */
    List<Broken> notRunning() {
        List<Broken> problems = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (contributes(bundle)) {
                unresolved(bundle).ifPresent(problems::add);
                configurations(bundle).flatMap(c -> waiting(bundle, c).stream()).forEach(problems::add);
            }
        }
        return problems;
    }

    private static boolean contributes(Bundle bundle) {
        var headers = bundle.getHeaders("");
        return Stream.of("Import-Package", "Require-Bundle")
                .map(name -> String.valueOf(headers.get(name)))
                .anyMatch(value -> value.contains(API));
    }

    private static Optional<Broken> unresolved(Bundle bundle) {
        String name = String.valueOf(bundle.getSymbolicName());
        boolean never = !"lazy".equals(activation(bundle));
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> Optional.of(new Broken(name, name, resolutionError(bundle)));
            case Bundle.RESOLVED ->
                never && bundle.getHeaders("").get("Service-Component") != null
                        ? Optional.of(
                                new Broken(name, name, "is not started: Bundle-ActivationPolicy: lazy is missing"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String activation(Bundle bundle) {
        return String.valueOf(bundle.getHeaders("").get("Bundle-ActivationPolicy"))
                .split(";")[0]
                .strip();
    }

    /** Asks for a class that isn't there: the framework then tries to resolve the bundle and says what is missing. */
    private static String resolutionError(Bundle bundle) {
        try {
            bundle.loadClass("none.None");
            return "does not resolve";
        } catch (ClassNotFoundException e) {
            String missing = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .flatMap(cause -> String.valueOf(cause.getMessage()).lines())
                    .map(String::strip)
                    .filter(line -> line.startsWith(UNRESOLVED))
                    .map(line -> line.substring(UNRESOLVED.length()))
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining(", "));
            return missing.isEmpty() ? "does not resolve: " + Reason.of(e) : "does not resolve: it needs " + missing;
        }
    }

    private Stream<ComponentDescriptionDTO> descriptions(Bundle bundle) {
        return runtime.stream()
                .flatMap(scr -> scr.getComponentDescriptionDTOs(bundle).stream())
                .filter(description -> Kind.any(description.serviceInterfaces));
    }

    private Stream<ComponentConfigurationDTO> configurations(Bundle bundle) {
        return descriptions(bundle)
                .flatMap(description ->
                        runtime.stream().flatMap(scr -> scr.getComponentConfigurationDTOs(description).stream()));
    }

    private static Optional<Broken> waiting(Bundle bundle, ComponentConfigurationDTO configuration) {
        boolean unsatisfied = configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
        if (!unsatisfied) {
            return Optional.empty();
        }
        ComponentDescriptionDTO description = configuration.description;
        String needs = Stream.of(configuration.unsatisfiedReferences)
                .map(reference -> reference.name)
                .collect(Collectors.joining(", "));
        return Optional.of(new Broken(
                description.name,
                bundle.getSymbolicName(),
                "waits for " + (needs.isEmpty() ? "its configuration" : needs)));
    }
}
