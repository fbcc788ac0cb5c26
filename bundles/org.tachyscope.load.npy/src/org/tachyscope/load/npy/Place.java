package org.tachyscope.load.npy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** Tells where an array lies in a file. */
sealed interface Place {

    /** Returns the file that is mapped. */
    Path file();

    /** Returns what a person calls the array. */
    String name();

    /** Returns the files that are read beside that one. */
    List<Path> besides();

    /** Reads what is known about the array, its offset counted from the beginning of the file. */
    Header header(FileChannel channel) throws IOException;

    /** Is all of an {@code .npy} file. */
    record Whole(Path file) implements Place {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public List<Path> besides() {
            return List.of();
        }

        @Override
        public Header header(FileChannel channel) throws IOException {
            return Header.read(file.toString(), Bytes.of(channel));
        }
    }

    /** Is a stored entry of an {@code .npz} file. */
    record Stored(Path file, String entry) implements Place {
        @Override
        public String name() {
            return file.getFileName() + " " + Zip.Entry.array(entry);
        }

        @Override
        public List<Path> besides() {
            return List.of();
        }

        @Override
        public Header header(FileChannel channel) throws IOException {
            Zip.Entry there = Zip.read(file, channel).entry(entry);
            return there.header(file, channel).movedBy(there.from());
        }
    }

    /** Is a file of samples that another one describes. */
    record Described(Path file, Path sidecar) implements Place {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public List<Path> besides() {
            return List.of(sidecar);
        }

        @Override
        public Header header(FileChannel channel) throws IOException {
            return Sidecar.read(sidecar).header(file, channel.size());
        }
    }
}
