-- An address names one person among those who sign in by password; two people at the provider may have had the same one.
create unique index staff_local_email on staff (email) where oidc_subject is null;
-- Sessions that are open now have the cookie without a prefix, and were begun with a password.
update staff_session set unprefixed = true, confirmed_at = created_at;
