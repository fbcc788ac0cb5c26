package org.tachyscope.core;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tachyscope.api.Param;

/** Reads and builds parameter records by reflection. */
final class Components {

    private Components() {}

    static List<RecordComponent> of(Class<?> type) {
        return List.of(type.getRecordComponents());
    }

    /** Returns the value of one component; a plug-in that leaves it null is refused. */
    static Object value(Record params, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return Optional.ofNullable(component.getAccessor().invoke(params))
                    .orElseThrow(() -> new IllegalArgumentException(component.getName() + ": has no value"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component.getName() + ": can't be read: " + Reason.of(e), e);
        }
    }

    /** Calls the canonical constructor. What it refuses is passed on with {@code path} in front. */
    static <P extends Record> P build(Class<P> type, Object[] values, String path) {
        try {
            Class<?>[] types = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<P> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(path.isEmpty() ? Reason.of(e) : path + ": " + Reason.of(e), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " can't be created: " + Reason.of(e), e);
        }
    }

    static Field field(RecordComponent component, Object initial, String path, String section) {
        Param param = param(component)
                .orElseThrow(() -> new IllegalArgumentException(path + ": the component carries no @Param"));
        boolean many = component.getType() == List.class;
        Class<?> type = many ? item(component, path) : component.getType();
        if (!Values.known(type)) {
            throw new IllegalArgumentException(path + ": " + type.getName() + " is no type of a parameter");
        }
        return new Field(
                path,
                param.label(),
                section,
                param.help(),
                param.unit(),
                param.min(),
                param.max(),
                type,
                many,
                initial);
    }

    private static Class<?> item(RecordComponent component, String path) {
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item) {
            return MethodType.methodType(item).unwrap().returnType();
        }
        throw new IllegalArgumentException(path + ": a list must say of what, as in List<String>");
    }

    static Optional<Param> param(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Param.class));
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
