-- Where recordings lie, and what the cloud does with them there by itself. No bucket: none is set. Words: why it could not be
-- read at the last try; what was read before stays, with its age.
alter table inventory.account
    add column bucket        text,
    add column archive_at    timestamptz,
    add column archive_words text;

create table inventory.archive_rule (
    position   integer primary key,
    prefix     text not null,
    moves_to   text,
    moves_days integer,
    gone_days  integer,
    copied_to  text
);
