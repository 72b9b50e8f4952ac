-- Nothing here gives viewers a signed cookie, so no CDN can be told to ask for one. Where one was, nothing was ever signed.
update cdn.cdn set tokens = 'NONE' where tokens = 'SIGNED_COOKIE';
alter table cdn.cdn drop constraint cdn_tokens_check;
alter table cdn.cdn add constraint cdn_tokens_check check (tokens in ('NONE', 'QUERY_HMAC', 'SIGNED_URL'));
