-- What a replay says and shows of itself: null for the show's own description, and for the last picture.
alter table scheduling.show
    add column replay_description text,
    add column replay_thumbnail_s integer check (replay_thumbnail_s >= 0),
    -- The picture the backend has been told: another choice is told again, the same one is not.
    add column replay_shown_s     integer;
