package live.onair.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.kernel.Role;

/** Roles in the order of the enum, and as one column. */
final class RoleList {

    private RoleList() {}

    static Set<Role> ordered(Collection<Role> roles) {
        Set<Role> ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(roles);
        return Collections.unmodifiableSet(ordered);
    }

    static String text(Collection<Role> roles) {
        return ordered(roles).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<Role> read(String text) {
        return ordered(Arrays.stream(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .toList());
    }

    static Set<Role> both(Collection<Role> one, Collection<Role> other) {
        return ordered(one.stream().filter(other::contains).toList());
    }
}
