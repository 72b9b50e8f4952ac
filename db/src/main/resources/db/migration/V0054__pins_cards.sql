-- Notices and questions with their answers: of a show, or of a product for every show that has it; and where each is shown.
create sequence pins.card_number;

create table pins.card (
    id           text primary key,
    kind         text not null check (kind in ('NOTICE', 'FAQ')),
    show_id      text,
    product_id   text,
    question     text not null,
    words        text not null,
    position     integer not null,
    version      integer not null,
    changed_at   timestamptz not null,
    changed_name text not null,
    removed_at   timestamptz,
    check ((show_id is null) <> (product_id is null)),
    check (kind = 'FAQ' or (show_id is not null and question = ''))
);
create index card_show on pins.card (show_id);
create index card_product on pins.card (product_id);

create table pins.card_shown (
    show_id text not null,
    card_id text not null references pins.card (id),
    since   timestamptz not null,
    primary key (show_id, card_id)
);
create index card_shown_card on pins.card_shown (card_id);
