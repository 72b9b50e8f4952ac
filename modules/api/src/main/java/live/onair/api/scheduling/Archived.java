package live.onair.api.scheduling;

/** What was put away. */
public record Archived(String id) {}
