-- The plans that were shown before a press: by its hash a plan is approved, and compared with what is about to be called.
create table scheduling.press_plan (
    show_id     text not null references scheduling.show (id),
    press       text not null check (press in ('REHEARSE', 'GO_ON_AIR', 'SLATE_ON', 'SLATE_OFF', 'STOP')),
    hash        text not null,
    made_at     timestamptz not null,
    approved_at timestamptz,
    settled_at  timestamptz,
    primary key (show_id, press, hash)
);
