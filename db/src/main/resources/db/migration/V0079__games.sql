-- What viewers of a show take part in: polls, quizzes, draws, rewards for watching; who took part, who won, and how winners are reached.
create schema games;

create sequence games.game_number;

create table games.game (
    id           text primary key,
    show_id      text not null,
    version      integer not null,
    kind         text not null check (kind in ('POLL', 'QUIZ', 'DRAW', 'WATCH')),
    question     text not null,
    choices      text[] not null,
    right_ones   bigint[] not null,
    prize        text not null,
    winners      integer check (winners > 0),
    minutes      integer check (minutes > 0),
    runs_seconds integer check (runs_seconds > 0),
    changeable   boolean not null,
    live         boolean not null,
    once         boolean not null,
    state        text not null check (state in ('READY', 'OPEN', 'CLOSED', 'SETTLED')),
    cue          text,
    opens_at     timestamptz,
    closes_at    timestamptz check (closes_at > opens_at),
    closed_at    timestamptz,
    ended        text check (ended in ('HAND', 'CUE', 'TIME', 'SHOW_OVER')),
    seed         text,
    commitment   text,
    entries      integer,
    entrants     text,
    settled_at   timestamptz,
    removed_at   timestamptz,
    changed_at   timestamptz not null,
    changed_by   text not null,
    check ((state = 'READY') = (opens_at is null)),
    check ((state in ('CLOSED', 'SETTLED')) = (closed_at is not null)),
    check ((state = 'SETTLED') = (settled_at is not null))
);
create index game_show on games.game (show_id, id);

create table games.entry (
    game_id text not null references games.game (id),
    viewer  text not null,
    tag     text not null,
    choice  integer,
    at      timestamptz not null,
    primary key (game_id, viewer)
);
create index entry_choice on games.entry (game_id, choice);
create index entry_tag on games.entry (game_id, tag);

create table games.watching (
    game_id text not null references games.game (id),
    viewer  text not null,
    watched bigint not null check (watched >= 0),
    last_at timestamptz not null,
    primary key (game_id, viewer)
);

create table games.exclusion (
    game_id text not null references games.game (id),
    tag     text not null,
    reason  text not null,
    at      timestamptz not null,
    by_whom text not null,
    primary key (game_id, tag)
);

create table games.winner (
    game_id     text not null references games.game (id),
    place       integer not null check (place > 0),
    viewer      text not null,
    tag         text not null,
    drawn_at    timestamptz not null,
    replaced_at timestamptz,
    replaced_by text,
    why         text,
    contact_at  timestamptz,
    primary key (game_id, viewer),
    unique (game_id, place)
);

create table games.contact (
    game_id  text not null references games.game (id),
    viewer   text not null,
    name     text not null,
    phone    text not null,
    consent  text not null,
    left_at  timestamptz not null,
    purge_at timestamptz not null,
    primary key (game_id, viewer)
);
create index contact_purge on games.contact (purge_at);
