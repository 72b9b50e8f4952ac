-- What viewers of a show read and when, in the words of then: a card that is hidden leaves no row in card_shown.
create table pins.card_history (
    show_id    text not null,
    card_id    text not null,
    kind       text not null check (kind in ('NOTICE', 'FAQ')),
    product_id text,
    question   text not null,
    words      text not null,
    version    integer not null,
    since      timestamptz not null,
    until      timestamptz check (until >= since)
);
create index card_history_show on pins.card_history (show_id, since);
create unique index card_history_open on pins.card_history (show_id, card_id) where until is null;

insert into pins.card_history (show_id, card_id, kind, product_id, question, words, version, since)
    select s.show_id, c.id, c.kind, c.product_id, c.question, c.words, c.version, s.since
    from pins.card_shown s join pins.card c on c.id = s.card_id;
