-- What differs here from the rules that come with the program. Only the difference is kept: words of a newer version count by
-- themselves, and what was taken out stays out. A row of a rule that is no more counts for nothing.
create table chatrules.shipped (
    rule_id    text primary key,
    action     text check (action in ('FLAG', 'MASK', 'HOLD', 'BLOCK')),
    enabled    boolean not null,
    added      text[] not null,
    left_out   text[] not null,
    version    integer not null,
    by_name    text not null,
    changed_at timestamptz not null
);
comment on column chatrules.shipped.action is 'as shipped where it is null';
