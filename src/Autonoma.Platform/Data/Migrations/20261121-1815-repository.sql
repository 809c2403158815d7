ALTER TABLE applications ADD repository character varying(300);
