-- A line that is brought back is another deed than one that is let out.
alter table moderation.deed drop constraint deed_kind_check;
alter table moderation.deed add constraint deed_kind_check
    check (kind in ('HIDE', 'RESTORE', 'APPROVE', 'DENY', 'BAN', 'UNBAN'));
