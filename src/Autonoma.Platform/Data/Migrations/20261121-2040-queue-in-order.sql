-- Tests of one suite run are made in one moment, and what tells their ids apart within it is chance: they run in the order of the suite.
DROP INDEX ix_runs_queued;
CREATE INDEX ix_runs_queued ON runs (application_id, priority DESC, queued_at, position, id) WHERE status = 'Queued';
