CREATE INDEX ix_runs_organization_id_ended_at ON runs (organization_id, ended_at) INCLUDE (status, duration_ms, application_id);
