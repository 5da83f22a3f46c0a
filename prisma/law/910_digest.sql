-- The very last: how the law stands when all of its files were applied.
REVOKE ALL ON law.digest, law.needed FROM PUBLIC;
REVOKE ALL ON FUNCTION law.take_digest(), law.fingerprint() FROM PUBLIC;
SELECT law.take_digest();
