-- What viewers ask in the chats of shows, the same asked by many as one.
create schema questions;

create table questions.question (
    number     bigint generated always as identity primary key,
    show_id    text not null,
    product_id text,
    words      text not null,
    -- what carries the question, to see whether another asks the same
    carried    text[] not null check (cardinality(carried) > 0),
    state      text not null check (state in ('OPEN', 'ANSWERED', 'ASIDE')),
    version    integer not null,
    answer     text,
    card_id    text,
    settled_by text,
    settled_at timestamptz,
    check ((state = 'OPEN') = (settled_at is null)),
    check ((state = 'ANSWERED') = (answer is not null))
);
create index question_of_show on questions.question (show_id, number);

-- The lines that ask it; text and name stay with the chat.
create table questions.asked (
    line     bigint primary key,
    question bigint not null references questions.question (number),
    member   text not null,
    at       timestamptz not null,
    shown    boolean not null
);
create index asked_of_question on questions.asked (question);
create index asked_at on questions.asked (at);

-- How far the chat of a show was read.
create table questions.mark (
    show_id text primary key,
    line    bigint not null
);
