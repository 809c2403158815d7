using System.Net.Http.Json;
using System.Net.Mail;
using Clinic.Application.Abstractions;

namespace Clinic.Infrastructure.Services;

internal sealed class SmtpMailer(SmtpClient client) : IMailer
{
    public Task SendAsync(string to, string subject, string body, CancellationToken cancellationToken = default) => client.SendMailAsync(new MailMessage("clinic@meadow.example", to, subject, body), cancellationToken);
}

internal sealed class FolderStorage(string folder) : IDocumentStorage
{
    public async Task<string> SaveAsync(string name, Stream content, CancellationToken cancellationToken = default)
    {
        var key = Path.Combine(folder, $"{Guid.NewGuid():N}-{name}");
        await using var file = File.Create(key);
        await content.CopyToAsync(file, cancellationToken);
        return key;
    }

    public Task<Stream> OpenAsync(string key, CancellationToken cancellationToken = default) => Task.FromResult<Stream>(File.OpenRead(key));
}

internal sealed class HttpCardGateway(HttpClient http) : ICardGateway
{
    public async Task<string> ChargeAsync(decimal amount, string cardToken, CancellationToken cancellationToken = default)
    {
        var response = await http.PostAsJsonAsync("charges", new { amount, source = cardToken }, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Charge>(cancellationToken))!.Reference;
    }

    private sealed record Charge(string Reference);
}
