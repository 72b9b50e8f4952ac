-- A member is told in words of their own what to leave be: a deed about them like a ban.
alter table moderation.deed drop constraint deed_kind_check;
alter table moderation.deed add constraint deed_kind_check
    check (kind in ('HIDE', 'RESTORE', 'APPROVE', 'DENY', 'BAN', 'UNBAN', 'WARN'));
