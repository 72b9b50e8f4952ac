-- Who froze a chat, since when, and when it thaws by itself; null for the end of the show.
alter table moderation.chat
    add frozen_by text,
    add frozen_at timestamptz,
    add thaw_at   timestamptz;

update moderation.chat set frozen_by = '', frozen_at = now() where frozen;
