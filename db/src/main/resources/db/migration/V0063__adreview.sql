-- What people have decided about findings in the texts of shows. The texts stay where they are; a finding is told by the words,
-- their place and all of the text, so that another text is looked at anew.
create schema adreview;
create table adreview.cleared (
    show_id text not null,
    finding text not null,
    rule    text not null,
    words   text not null,
    reason  text not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (show_id, finding)
);
