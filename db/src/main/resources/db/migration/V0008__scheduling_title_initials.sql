-- First consonants of a title (가을니트 -> ㄱㅇㄴㅌ), without blanks, so that shows are found by them.
create function scheduling.initials(words text) returns text language sql immutable strict parallel safe as $$
    select coalesce(string_agg(
        case when ascii(c) between 44032 and 55203
            then substr('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (ascii(c) - 44032) / 588 + 1, 1)
            else lower(c) end, '' order by n), '')
    from unnest(string_to_array(regexp_replace(words, '\s', '', 'g'), null)) with ordinality as t (c, n)
$$;
alter table scheduling.show add column initials text generated always as (scheduling.initials(title)) stored;
