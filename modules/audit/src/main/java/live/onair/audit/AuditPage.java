package live.onair.audit;

import java.util.List;
import java.util.Optional;

/**
 * Some entries, newest first.
 *
 * @param next the cursor of the older ones, if there are any
 */
public record AuditPage(List<AuditRow> rows, Optional<String> next) {}
