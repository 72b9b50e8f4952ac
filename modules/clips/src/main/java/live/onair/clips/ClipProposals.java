package live.onair.clips;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import live.onair.clips.ClipRows.Clip;
import live.onair.clips.ClipRows.Proposal;
import live.onair.clips.ClipRows.Reason;
import live.onair.clips.ClipRows.ShowClips;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.planning.Marks;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.Shows;

/** What could be cut of a show: around moments that somebody marked, and the beginnings of the items of its cue sheet. */
@Singleton
class ClipProposals {

    /** Whoever marks a moment has seen it first. */
    static final Duration BEFORE = Duration.ofSeconds(20);

    static final Duration AFTER = Duration.ofSeconds(10);
    /** Of an item, no more than its beginning. */
    static final Duration ITEM = Duration.ofSeconds(60);

    private final ClipShelf shelf;
    private final Shows shows;
    private final Marks marks;
    private final Cues cues;

    @Inject
    ClipProposals(ClipShelf shelf, Shows shows, Marks marks, Cues cues) {
        this.shelf = shelf;
        this.shows = shows;
        this.marks = marks;
        this.cues = cues;
    }

    ShowClips of(String show) {
        List<Clip> clips = shelf.of(show);
        MediaClock recording =
                shows.mediaClock(show).filter(clock -> !clock.spans().isEmpty()).orElse(null);
        if (recording == null) {
            return new ShowClips(clips, List.of(), null);
        }
        Set<UUID> cut = clips.stream()
                .filter(clip -> clip.source() != null)
                .map(Clip::source)
                .collect(Collectors.toSet());
        List<Proposal> proposals = new ArrayList<>();
        marked(show, recording, proposals);
        items(show, recording, proposals);
        proposals.removeIf(
                one -> cut.contains(one.source()) || one.to().minus(one.from()).compareTo(ClipTerms.LEAST) < 0);
        proposals.sort(Comparator.comparing(Proposal::from).thenComparing(Proposal::source));
        return new ShowClips(clips, proposals, recording.length());
    }

    private void marked(String show, MediaClock recording, List<Proposal> proposals) {
        for (Marks.Row mark : marks.list(show)) {
            if (mark.kind() == Marks.Kind.HIGHLIGHT) {
                Duration at = recording.positionFrom(mark.at());
                proposals.add(new Proposal(
                        mark.id(),
                        Reason.MARK,
                        mark.title(),
                        at.compareTo(BEFORE) < 0 ? Duration.ZERO : at.minus(BEFORE),
                        least(at.plus(AFTER), recording.length())));
            }
        }
    }

    private void items(String show, MediaClock recording, List<Proposal> proposals) {
        CueRows.Sheet sheet = cues.of(show);
        if (sheet.stage() != CueRows.Stage.AIR) {
            return;
        }
        for (CueRows.Item item : sheet.items()) {
            CueRows.Step step = sheet.step(item.id()).orElse(null);
            if (step != null && !step.skipped()) {
                Duration from = recording.positionFrom(step.startedAt());
                Instant ended = step.endedAt();
                Duration to = ended == null ? recording.length() : recording.positionFrom(ended);
                proposals.add(new Proposal(item.id(), Reason.CUE, item.title(), from, least(to, from.plus(ITEM))));
            }
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
