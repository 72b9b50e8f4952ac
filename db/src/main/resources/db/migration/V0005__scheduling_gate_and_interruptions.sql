-- What must be green before a show is approved or starts. Rooms above report; transitions read only these rows.
create table scheduling.gate_kind (
    code      text primary key,
    ko        text not null,
    en        text not null,
    guards    text not null check (guards in ('APPROVED', 'ON_AIR')),
    required  boolean not null,
    fix_route text not null
);
create table scheduling.gate_rule (
    code     text not null references scheduling.gate_kind (code),
    tier     integer not null check (tier between 1 and 3),
    required boolean not null,
    primary key (code, tier)
);
create table scheduling.gate_check (
    show_id     text not null references scheduling.show (id),
    code        text not null references scheduling.gate_kind (code),
    verdict     text not null check (verdict in ('GREEN', 'WARN', 'RED', 'NOT_APPLICABLE')),
    facts       jsonb not null,
    valid_until timestamptz,
    at          timestamptz not null,
    primary key (show_id, code)
);
insert into scheduling.gate_kind (code, ko, en, guards, required, fix_route)
    values ('stream', '송출 신호', 'Stream signal', 'ON_AIR', true, 'shows/{show}/signal');

-- An alarm is an open row. The words are kept with the row, so that a kind of a room above needs no entry here.
create table scheduling.interruption (
    id           uuid primary key,
    kind         text not null,
    show_id      text,
    ko           text not null,
    en           text not null,
    next_ko      text not null,
    next_en      text not null,
    viewers_hurt integer,
    facts        jsonb not null,
    since        timestamptz not null,
    closed_at    timestamptz,
    ack_by       text,
    ack_name     text,
    ack_at       timestamptz,
    ack_note     text,
    closes_on_ack boolean not null
);
create unique index interruption_open on scheduling.interruption (kind, coalesce(show_id, '')) where closed_at is null;
create index interruption_since on scheduling.interruption (since);
