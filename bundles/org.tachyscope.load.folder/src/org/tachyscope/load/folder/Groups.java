package org.tachyscope.load.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Table;

/**
 * Sorts the files of a folder into groups by format, scheme of the name and size.
 *
 * <p>Files of one format and scheme are a group; if their sizes differ, the files of each size are one more. Names that share
 * their scheme with no other are one group of their format.
 */
final class Groups {

    private static final String ALL = "all";
    private static final int MOST_SIZES = 16;

    private final Listing listing;
    private final Headers headers;
    private final List<Group> schemes = new ArrayList<>();
    private final List<Group> rows = new ArrayList<>();
    private long dropped;

    private Groups(Listing listing, Headers headers) {
        this.listing = listing;
        this.headers = headers;
    }

    /** Sorts all files. */
    static Groups of(Listing listing, Headers headers) {
        Groups groups = new Groups(listing, headers);
        Map<String, List<Integer>> types = sorted(
                IntStream.range(0, listing.files().size()).boxed().toList(),
                file -> Format.ofName(listing.name(file)).map(Format::label).orElse("image"));
        types.forEach((type, files) -> {
            List<Integer> alone = new ArrayList<>();
            sorted(files, file -> Names.scheme(listing.name(file))).forEach((scheme, members) -> {
                if (members.size() > 1) {
                    groups.add(type, scheme, members);
                } else {
                    alone.addAll(members);
                }
            });
            if (!alone.isEmpty()) {
                groups.add(type, alone.size() == 1 ? listing.name(alone.getFirst()) : "other " + type, alone);
            }
        });
        groups.dropOthers();
        return groups;
    }

    /** Leaves out texts that are no matrices and raw files without a geometry, if there is something else. */
    private void dropOthers() {
        Predicate<Group> other = group -> !group.readable()
                && (group.type().equals(Format.TEXT.label()) || group.type().equals(Format.RAW.label()));
        if (!schemes.stream().allMatch(other)) {
            dropped = schemes.stream()
                    .filter(other)
                    .mapToLong(group -> group.files().size())
                    .sum();
            schemes.removeIf(other);
            rows.removeIf(other);
        }
    }

    /** Counts files that are named like a matrix or raw samples and are none that can be read. */
    long dropped() {
        return dropped;
    }

    /**
     * Finds the group that the user wants.
     *
     * @param wanted name or number of a group, {@code all}, or empty for the largest that can be read
     * @throws IllegalArgumentException if there is none like that
     */
    Group choose(String wanted) {
        if (wanted.equals(ALL)) {
            return schemes.size() == 1 ? schemes.getFirst() : everything();
        }
        if (wanted.isEmpty()) {
            return schemes.stream()
                    .max(Comparator.comparing(Group::readable)
                            .thenComparing(group -> group.files().size())
                            .thenComparing(group -> -group.files().getFirst()))
                    .orElseThrow();
        }
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).id().equals(wanted) || wanted.equals(Integer.toString(i + 1)))
                .mapToObj(rows::get)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("group: " + listing.source() + " has no group " + wanted
                        + "; known: " + rows.stream().map(Group::id).collect(Collectors.joining(", ")) + ", all"));
    }

    /** Finds the group of all files that are named like one. */
    Group around(String name) {
        int file = IntStream.range(0, listing.files().size())
                .filter(i -> listing.name(i).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("siblings: " + name + " isn't named like an image"));
        return schemes.stream()
                .filter(group -> group.files().contains(file))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the files that aren't read, by group in words; empty if there are none. */
    String others(Group chosen) {
        Set<Integer> taken = Set.copyOf(chosen.files());
        return schemes.stream()
                .map(group -> Map.entry(
                        group.id(),
                        group.files().stream()
                                .filter(file -> !taken.contains(file))
                                .count()))
                .filter(left -> left.getValue() > 0)
                .map(left -> left.getKey() + " (" + left.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Returns all groups, a row each. */
    Plan.Report report() {
        return new Plan.Report(
                "groups",
                new Table(List.of(
                        texts("group", Group::id),
                        texts("type", Group::type),
                        texts("size", Group::size),
                        new Column.Numbers(
                                "files",
                                "",
                                rows.stream()
                                        .mapToDouble(group -> group.files().size())
                                        .toArray()),
                        texts("numbers", group -> group.numbers().range()),
                        new Column.Numbers(
                                "missing",
                                "",
                                rows.stream()
                                        .mapToDouble(group -> group.numbers().missing())
                                        .toArray()),
                        texts("missing numbers", group -> group.numbers().missingText()),
                        texts("first file", group -> listing.name(group.files().getFirst())))));
    }

    private Column texts(String label, Function<Group, String> text) {
        return new Column.Texts(label, "", rows.stream().map(text).toList());
    }

    private void add(String type, String id, List<Integer> files) {
        Map<String, List<Integer>> sizes =
                sorted(files.stream().filter(file -> !size(file).isEmpty()).toList(), this::size);
        boolean mixed = sizes.size() > 1;
        Group whole = group(id, type, mixed ? "mixed" : String.join("", sizes.keySet()), files);
        schemes.add(whole);
        rows.add(whole);
        if (mixed) {
            sizes.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                    .limit(MOST_SIZES)
                    .forEach(entry -> rows.add(group(
                            id + " " + entry.getKey().replace(" × ", "x"), type, entry.getKey(), entry.getValue())));
        }
    }

    private Group group(String id, String type, String size, List<Integer> files) {
        Numbers numbers =
                Numbers.of(Names.numbers(files.stream().map(listing::name).toList()));
        boolean readable = files.stream().anyMatch(file -> headers.problem(file).isEmpty());
        return new Group(id, type, size, files, numbers, readable);
    }

    private Group everything() {
        List<Integer> files = schemes.stream()
                .flatMap(group -> group.files().stream())
                .sorted()
                .toList();
        return new Group(ALL, "mixed", "", files, Numbers.NONE, true);
    }

    private String size(int file) {
        return headers.head(file).pictures().getFirst().size();
    }

    private static Map<String, List<Integer>> sorted(List<Integer> files, Function<Integer, String> key) {
        return files.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
