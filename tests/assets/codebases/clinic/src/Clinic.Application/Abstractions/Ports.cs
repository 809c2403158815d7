namespace Clinic.Application.Abstractions;

public interface IMailer
{
    Task SendAsync(string to, string subject, string body, CancellationToken cancellationToken = default);
}

public interface IDocumentStorage
{
    Task<string> SaveAsync(string name, Stream content, CancellationToken cancellationToken = default);
    Task<Stream> OpenAsync(string key, CancellationToken cancellationToken = default);
}

public interface IMessageBus
{
    Task PublishAsync(object message, CancellationToken cancellationToken = default);
}

public interface ICardGateway
{
    Task<string> ChargeAsync(decimal amount, string cardToken, CancellationToken cancellationToken = default);
}

public interface IAuditTrail
{
    Task RecordAsync(string action, string target, CancellationToken cancellationToken = default);
}

public interface INotificationService
{
    Task NotifyAsync(Guid patientId, string subject, string body, CancellationToken cancellationToken = default);
}

public interface IInvoiceNumbers
{
    Task<string> NextAsync(CancellationToken cancellationToken = default);
}
