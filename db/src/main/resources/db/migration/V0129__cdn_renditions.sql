-- The picture that was played, in kilobits by the bitrates of its renditions. 0 where nobody told them.
alter table cdn.watching
    add column shown_kbits bigint not null default 0;
