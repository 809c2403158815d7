namespace Clinic.Domain.Messaging;

public sealed class Notification
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public Guid PatientId { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public DateTimeOffset? SentAt { get; set; }
}
