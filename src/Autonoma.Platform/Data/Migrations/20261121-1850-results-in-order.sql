-- The first member of a command says which it is, so results keep the order they were written in, which jsonb does not.
ALTER TABLE run_results ALTER COLUMN tries TYPE json USING tries::json;
