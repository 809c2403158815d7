namespace Clinic.Domain.Auditing;

public sealed record AuditEntry(long Id, string Actor, string Action, string Target, DateTimeOffset At);
