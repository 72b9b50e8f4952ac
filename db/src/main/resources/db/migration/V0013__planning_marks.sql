-- Chapters and highlights of a show. The instant is that of the picture; where it lies in the recording is computed on
-- reading, because a recording grows and has gaps.
create table planning.mark (
    id           uuid primary key,
    version      integer not null,
    show_id      text not null,
    kind         text not null check (kind in ('CHAPTER', 'HIGHLIGHT')),
    title        text not null,
    at           timestamptz not null,
    changed_at   timestamptz not null,
    changed_name text not null
);
create index mark_show on planning.mark (show_id, at);
