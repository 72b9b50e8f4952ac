-- What has become of each show's recording in the cloud's store, as it was last looked at. No due: it is not looked at any
-- more. Words: why the last look failed; what was seen before stays, with its age.
create table inventory.recording (
    show_id       text primary key,
    added_at      timestamptz not null,
    due_at        timestamptz,
    looked_at     timestamptz,
    words         text,
    objects       bigint  not null default 0,
    bytes         bigint  not null default 0,
    class_names   text[]  not null default '{}',
    class_objects text[]  not null default '{}',
    copies        text    not null default 'UNKNOWN',
    checked       integer not null default 0,
    copying       integer not null default 0,
    failed        integer not null default 0,
    failed_key    text,
    gone_at       timestamptz
);
create index recording_due on inventory.recording (due_at) where due_at is not null;
