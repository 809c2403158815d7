-- What runs and what waits is asked for all the time, and is a handful among a hundred thousand.
CREATE INDEX ix_runs_open ON runs (organization_id, status) WHERE status IN ('Queued', 'Running');

-- The dashboard and the last run of each test in a list are read from the index alone.
DROP INDEX ix_runs_organization_id_ended_at;
CREATE INDEX ix_runs_organization_id_ended_at ON runs (organization_id, ended_at) INCLUDE (status, duration_ms, application_id, test_id, branch_id);
DROP INDEX ix_runs_test_id_id;
CREATE INDEX ix_runs_test_id_id ON runs (test_id, id) INCLUDE (organization_id, status, ended_at, duration_ms);
