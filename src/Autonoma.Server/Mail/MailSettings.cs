using System.Net.Mail;
using Autonoma.Server.Configuration;

namespace Autonoma.Server.Mail;

/// <summary>The server that takes our mail.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">Who writes.</param>
/// <param name="IsPlain">Whether it is spoken to without TLS: only for one on this machine, or when that was said.</param>
/// <param name="User">Null when it asks for no name.</param>
/// <param name="Password">Never shown.</param>
internal sealed record MailSettings(string Host, int Port, MailAddress From, bool IsPlain, string? User, string? Password)
{
    /// <returns>Null when no mail is sent.</returns>
    public static MailSettings? Read(SettingReader reader)
    {
        var from = reader.Read<MailAddress?>("mail-from", text => MailAddress.TryCreate(text, out var address) ? address : throw new FormatException("is no e-mail address"), null);
        var server = reader.Read<Uri?>("smtp-url", text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == "smtp" && url.Host.Length > 0 && url.Query is "" or "?tls=none" ? url : throw new FormatException("is written smtp://user:password@host:587, with ?tls=none for a server without TLS"), null);
        reader.Check(server is null ? "smtp-url" : "mail-from", from is null == server is null, "is needed, because the other half is there");
        if (from is null || server is null)
            return null;
        var user = server.UserInfo.Split(':', 2);
        return new(server.Host, server.Port > 0 ? server.Port : 587, from, server.IsLoopback || server.Query == "?tls=none", user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null, user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null);
    }

    public override string ToString() => $"{Host}:{Port}";
}
