package live.onair.cloudaws;

import java.util.List;

/** Where a backend's recordings lie in the bucket; told by the adapter that has them made. */
public interface RecordingFolders {

    /** Word of the backend. */
    String backend();

    /** Beginnings of the keys under which the show's recording and its published replay lie. */
    List<String> folders(String show);
}
